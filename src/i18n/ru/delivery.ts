import type {
  deliveryReasons as englishReasons,
  deliveryStates as englishStates,
} from '../en/delivery.ts';

/** Why a letter has not left, by the code kept with it. */
export const deliveryReasons = {
  demo: 'письма демо-стола никуда не уходят',
  'delivery-not-configured': 'доставка не настроена (smena config set deliver.command …)',
  'no-address': 'у контакта нет адреса',
  'smtp-url-wrong': 'deliver.smtp — не адрес почтового сервера (smtp://user:password@host:587)',
  'command-wrong': 'в deliver.command не закрыта кавычка',
  'command-missing': 'программы из deliver.command нет',
  'timed-out': 'ответа не дождались',
  'letter-gone': 'сообщения в обращении больше нет',
  'address-wrong': 'адрес контакта написан неверно',
  'sender-wrong': 'deliver.from — не адрес',
  'attachment-missing': 'файла вложения больше нет',
  'already-sent': 'уже отправлено',
  'no-such-letter': 'такого письма нет',
  'answered-meanwhile': 'пока писали, клиенту уже ответил другой',
  'customer-wrote': 'пока писали, клиент написал ещё',
  'other-assignee': 'пока писали, обращение перешло к другому',
  'closed-meanwhile': 'пока писали, обращение закрыли',
  'needs-decision': 'сначала решите, отправлять ли его (smena sync discrepancies)',
} as const satisfies Record<keyof typeof englishReasons, string>;

/** Where a letter is. */
export const deliveryStates = {
  queued: 'ждёт отправки',
  sending: 'отправляется',
  sent: 'отправлено',
  failed: 'не отправлено',
  unconfigured: 'не отправлено',
  manual: 'отправил сам',
  withheld: 'не отправлено клиенту',
} as const satisfies Record<keyof typeof englishStates, string>;
