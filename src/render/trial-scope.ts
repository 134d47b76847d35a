import type { ReplyScope } from './variables.ts';

const SOME_TIME = 1_773_000_000_000;

/** Values for a trial: everything known, in a zone that differs from most desks'. */
export const fullScope: ReplyScope = {
  ticket: {
    number: 'SM-1042',
    subject: 'VPN',
    status: 'open',
    priority: 'P2',
    line: '2',
    created: SOME_TIME,
  },
  customer: { name: 'Demo', city: 'Demo' },
  contact: {
    name: 'Demo',
    callName: 'Demo',
    email: 'a@b.example',
    phone: '+7 900 000-00-00',
    timeZone: 'Asia/Yekaterinburg',
    language: 'ru',
  },
  me: { name: 'Demo', line: '2', gender: 'female' },
  desk: { name: 'Demo', mail: 'desk@b.example', ticketWord: 'request' },
  org: { name: 'Demo', signature: 'Demo' },
  shift: { name: 'Demo', lead: 'Demo', until: SOME_TIME + 3_600_000 },
  article: { title: 'Demo', link: 'https://b.example/a' },
  incident: {
    number: 'SM-1090',
    since: SOME_TIME - 3_600_000,
    eta: SOME_TIME + 3_600_000,
    workaround: 'Demo',
  },
  now: SOME_TIME,
  promise: { due: SOME_TIME + 600_000 },
};

/** Values for a trial: nothing known but the desk itself. */
export const emptyScope: ReplyScope = {
  ...fullScope,
  ticket: { number: null, subject: null, status: null, priority: null, line: null, created: null },
  customer: { name: null, city: null },
  contact: {
    name: null,
    callName: null,
    email: null,
    phone: null,
    timeZone: null,
    language: null,
  },
  me: { name: 'Demo', line: '2', gender: null },
  shift: { name: null, lead: null, until: null },
  article: { title: null, link: null },
  incident: { number: null, since: null, eta: null, workaround: null },
  promise: { due: null },
};
