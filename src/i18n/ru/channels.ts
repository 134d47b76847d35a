import type { Channel } from '../../domain/vocabulary.ts';

/** What the channels are called. */
export const channels: Readonly<Record<Channel, string>> = {
  mail: 'почта',
  call: 'звонок',
  chat: 'чат',
  event: 'мероприятие',
  web: 'сайт',
  messenger: 'мессенджер',
  monitoring: 'мониторинг',
  internal: 'внутренний',
};
