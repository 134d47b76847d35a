import type { handover as english } from '../en/handover.ts';

export const handover: typeof english = {
  goesTo: 'Ждёт, пока примет {who}.',
  goesToNobody:
    'Такого человека в группе пока нет, поэтому обращение остаётся у прежнего ответственного.',
  nothingWaits: 'Ничего не ждёт приёма.',
  neverHanded: 'Обращение никому не передавали.',
  waits: 'ждёт {time}',
  handed: '{time} {by} → {to}',
  reason: 'Причина: {reason}',
  states: {
    waiting: 'Ещё не приняли.',
    accepted: 'Принято: {by}, {time}.',
    returned: 'Возвращено: {by}, {time}. Не хватает: {missing}',
  },
  kinds: { senior: 'старший смены', 'team-lead': 'тимлид', head: 'руководитель' },
  asked: '{line}: спросить клиента до {time}.',
  nothingOwed: 'Справок никто не должен.',
  nothingAsked: 'Вопросов, которые ждут ответа, нет.',
  due: 'до {time}',
  somebody: 'кто-то',
  card: {
    waiting: '⇢ ждёт приёма с {time}: {to} · {need}',
    care: 'пока не приняли, за следующее сообщение отвечает {who}',
    brief: 'нужна справка: {who}',
    question: '? {line}, спросить клиента до {time}: {question}',
    vendor: 'у поставщика: {vendor}, номер {ref}',
    watches: 'следит {who}',
  },
};
