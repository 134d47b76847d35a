import type { Language } from '../vocabulary.ts';

/** What stands above the texts of supervised work: kept in the ticket, so in the desk's language. */
interface SupervisionWords {
  readonly onReview: string;
  readonly returned: string;
  readonly withdrawn: string;
  readonly needsHelp: string;
  readonly draft: string;
  readonly help: string;
}

/** These words in both languages. */
export const supervisionWords: Readonly<Record<Language, SupervisionWords>> = {
  ru: {
    onReview: 'На проверку, клиент этого ещё не видит',
    returned: 'Ответ вернули с проверки',
    withdrawn: 'Ответ забрали с проверки',
    needsHelp: 'Нужна помощь',
    draft: 'Черновик ответа',
    help: 'Помощь',
  },
  en: {
    onReview: 'For review, the customer has not seen this yet',
    returned: 'The reply came back from review',
    withdrawn: 'The reply was taken back from review',
    needsHelp: 'Help needed',
    draft: 'Draft of the reply',
    help: 'Help',
  },
};
