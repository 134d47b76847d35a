import type { Language, LocalName } from '../vocabulary.ts';

/** What the desk itself writes into a ticket: kept there, so in the desk's language. */
interface HandoverWords {
  readonly handover: string;
  readonly reason: string;
  readonly to: Readonly<Record<'senior' | 'team-lead' | 'head', string>>;
  readonly sentBack: string;
  readonly diagnosis: string;
  readonly brief: string;
  readonly question: string;
  readonly why: string;
  readonly answer: string;
  readonly toHead: string;
  readonly toLead: string;
  readonly noHead: string;
  readonly customerWrote: string;
  /** How a solution was confirmed when nobody says more. */
  readonly customerSaid: string;
}

/** These words in both languages. */
export const handoverWords: Readonly<Record<Language, HandoverWords>> = {
  ru: {
    handover: 'Передача',
    reason: 'Причина',
    to: { senior: 'старшему смены', 'team-lead': 'тимлиду', head: 'руководителю' },
    sentBack: 'Передача возвращена, не хватает',
    diagnosis: 'Диагностика',
    brief: 'Справка о возвратах',
    question: 'Вопрос клиенту',
    why: 'Зачем',
    answer: 'Ответ клиента',
    toHead:
      'Решение вернули слишком много раз: теперь за обращение отвечает руководитель. От прежнего ответственного нужна справка: что делали и почему не помогло.',
    toLead:
      'Решение вернули слишком много раз, а руководителя в группе нет: теперь за обращение отвечает старший. От прежнего ответственного нужна справка: что делали и почему не помогло.',
    noHead:
      'Решение вернули слишком много раз, но передать его некому: в группе нет ни руководителя, ни старшего.',
    customerWrote: 'письменно, в обращении',
    customerSaid: 'со слов клиента',
  },
  en: {
    handover: 'Handed over',
    reason: 'Reason',
    to: { senior: 'to the shift lead', 'team-lead': 'to the team lead', head: 'to the head' },
    sentBack: 'The handover was sent back, missing',
    diagnosis: 'Diagnosis',
    brief: 'Brief on the returns',
    question: 'Question to the customer',
    why: 'What for',
    answer: 'Answer of the customer',
    toHead:
      'The solution came back too many times: the head is responsible now. Whoever had the ticket owes a brief: what was done and why it did not help.',
    toLead:
      'The solution came back too many times and the desk has no head: the lead is responsible now. Whoever had the ticket owes a brief: what was done and why it did not help.',
    noHead:
      'The solution came back too many times, but there is nobody to give it to: the desk has neither a head nor a lead.',
    customerWrote: 'in writing, on the ticket',
    customerSaid: 'by the customer’s word',
  },
};

/** Those who decide, by the kind of handing over that goes to them. */
export const roleNames: Readonly<Record<'senior' | 'team-lead' | 'head', LocalName>> = {
  senior: { ru: 'старший смены', en: 'the shift lead' },
  'team-lead': { ru: 'тимлид', en: 'the team lead' },
  head: { ru: 'руководитель', en: 'the head' },
};
