import type { Channel } from '../../domain/vocabulary.ts';

/** What the channels are called. */
export const channels: Readonly<Record<Channel, string>> = {
  mail: 'mail',
  call: 'call',
  chat: 'chat',
  event: 'event',
  web: 'web',
  messenger: 'messenger',
  monitoring: 'monitoring',
  internal: 'internal',
};
