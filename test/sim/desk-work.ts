import type { Desk } from '../../src/app/desk/desk.ts';
import { execute } from '../../src/app/desk/execute.ts';
import { originOf } from '../../src/app/desk/make-op.ts';
import { recordOp } from '../../src/app/desk/record-op.ts';
import { reviseArticle } from '../../src/app/knowledge/revise-article.ts';
import { saveArticle } from '../../src/app/knowledge/save-article.ts';
import { sendReply } from '../../src/app/letter/send-reply.ts';
import { changeCustomer, changePerson } from '../../src/app/people/change-records.ts';
import { newCustomer } from '../../src/app/people/new-records.ts';
import { saveQueue } from '../../src/app/queue/save-queue.ts';
import { registerTicket } from '../../src/app/ticket/register-ticket.ts';
import { undoLast } from '../../src/app/ticket/undo-last.ts';
import type { TicketCommand } from '../../src/domain/command.ts';
import type { AttachmentRef } from '../../src/domain/ticket.ts';
import { hour, minute } from '../support/desk.ts';
import type { Chance } from './chance.ts';

/** What a person does at a desk in one go: what it is called, and what they typed in it. */
export interface Deed {
  readonly kind: string;
  /** Stands nowhere else; '' when nothing was typed. */
  readonly typed: string;
  /** Whether the rules allowed it. */
  readonly isDone: boolean;
}

const weights = {
  register: 14,
  note: 16,
  reply: 14,
  'held-reply': 4,
  take: 10,
  assign: 3,
  tag: 5,
  fields: 6,
  status: 5,
  resolve: 5,
  confirm: 2,
  return: 2,
  reopen: 2,
  promise: 4,
  call: 3,
  time: 4,
  escalate: 3,
  receive: 4,
  details: 2,
  box: 2,
  merge: 1,
  gather: 1.5,
  customer: 4,
  phone: 1,
  article: 4,
  publish: 2,
  queue: 2,
  undo: 3,
} as const;
/** What a person does. */
export type DeedKind = keyof typeof weights;

const onRecords: readonly DeedKind[] = ['customer', 'phone', 'article', 'publish', 'queue'];

/** Everything that happens to tickets. */
export const notRecords = Object.keys(weights)
  .map((kind) => kind as DeedKind)
  .filter((kind) => !onRecords.includes(kind));

/** Does something at random, as somebody at this desk would, by the real use cases. */
export function doSomething(
  desk: Desk,
  chance: Chance,
  token: string,
  without: readonly DeedKind[] = [],
): Deed {
  const never = Object.fromEntries(without.map((kind) => [kind, 0]));
  const kind = chance.weighted<DeedKind>({ ...weights, ...never });
  const typed = `${chance.pick(['не печатает', 'VPN падает', 'Ёлка 0x0000011b', '«Связка» 502'])} ${token}`;
  const done = deeds[kind](desk, chance, typed);
  return { kind, typed: silent.has(kind) ? '' : typed, isDone: done };
}

/** Kinds in which nothing is typed that has to be found again. */
const silent: ReadonlySet<DeedKind> = new Set([
  ...(['take', 'assign', 'status', 'time', 'publish', 'merge', 'gather', 'undo', 'phone'] as const),
  ...(['confirm', 'fields', 'customer', 'queue'] as const),
]);

type Act = (desk: Desk, chance: Chance, typed: string) => boolean;
const none = { promise: null, status: null, attachments: [] };

const deeds: Readonly<Record<DeedKind, Act>> = {
  register: (desk, chance, typed) =>
    registerTicket(desk, {
      subject: 'Что-то не так',
      text: typed,
      line: chance.pick(['1', '2', '2']),
      ...(chance.happens(0.4) ? { customerId: pickCustomer(desk, chance) } : {}),
    }).ok,
  note: onTicket((_, typed) => ({ type: 'note', text: typed })),
  reply: (desk, chance, text) => reply(desk, chance, { text, undoMs: 0 }),
  'held-reply': (desk, chance, text) => reply(desk, chance, { text, undoMs: minute }),
  take: onTicket(() => ({ type: 'take' })),
  assign: (desk, chance) => {
    const personId = chance.pick([null, ...desk.people.persons().map(({ id }) => id)]);
    return acts(desk, chance, { type: 'assign', personId });
  },
  tag: onTicket((chance, typed) => ({
    type: 'tag',
    add: [chance.happens(0.3) ? typed : chance.pick(['vpn', '1с'])],
    remove: chance.happens(0.3) ? ['vpn'] : [],
  })),
  fields: onTicket((chance) => ({
    type: 'set-fields',
    fields: { priority: chance.pick(['P1', 'P2', 'P3', 'P4']), reason: 'так надо' },
  })),
  status: onTicket((chance) => ({
    type: 'set-status',
    status: chance.pick(['open', 'waiting-customer', 'waiting-third-party']),
    reason: 'ждём',
  })),
  resolve: onTicket((_, typed) => ({ type: 'resolve', solution: typed })),
  confirm: onTicket(() => ({ type: 'confirm', by: 'Жанна', how: 'mail' })),
  return: onTicket((_, typed) => ({ type: 'return', reason: typed })),
  reopen: onTicket((_, typed) => ({ type: 'reopen', reason: typed })),
  promise: (desk, chance, typed) => {
    const dueAt = desk.clock.now() + chance.pick([hour, 30 * hour]);
    const promise = { id: desk.makeId(), kind: 'call-back', dueAt, text: typed } as const;
    return acts(desk, chance, { type: 'promise', promise });
  },
  call: onTicket((_, typed) => ({ type: 'log-call', text: typed, durationMs: 1, promise: null })),
  time: onTicket(() => ({ type: 'log-time', ms: 5 * minute, note: '' })),
  escalate: onTicket((_, typed) => ({
    type: 'escalate',
    to: 'line',
    line: '3',
    reason: typed,
    form: { seen: typed, done: 'перезапустил', need: 'посмотреть' },
  })),
  receive: (desk, chance, text) => {
    const from = { contactId: null, contactName: 'Жанна', attachments: [], isAutomatic: false };
    const messageId = `<${desk.makeId()}@client>`;
    return acts(desk, chance, { type: 'receive', at: desk.clock.now(), text, messageId, ...from });
  },
  details: onTicket((_, typed) => ({ type: 'fill-details', values: { scope: typed } })),
  box: (desk, chance, text) =>
    acts(desk, chance, { type: 'add-boxes', items: [{ id: desk.makeId(), text }] }),
  merge: (desk, chance) => {
    const targetId = pickTicket(desk, chance);
    if (targetId === null) return false;
    return acts(desk, chance, { type: 'merge-into', targetId, reason: 'одно и то же' });
  },
  gather: (desk, chance) => {
    const childIds = [pickTicket(desk, chance), pickTicket(desk, chance)].flatMap((id) => id ?? []);
    return acts(desk, chance, { type: 'gather', childIds, reason: 'общая авария' });
  },
  customer: changeSomeCustomer,
  phone: (desk, chance) => {
    const me = desk.people.person(desk.me.id);
    return me !== null && changePerson(desk, me, { phone: `+7900${chance.below(9999)}` }).ok;
  },
  article: (desk, chance, typed) => {
    const id = chance.pick(['printer', 'vpn', `note-${desk.device}`]);
    return saveArticle(desk, { id, lang: 'ru' }, { text: articleText(id, typed) }).ok;
  },
  publish: (desk, chance) => {
    const key = { id: chance.pick(['printer', 'vpn', `note-${desk.device}`]), lang: 'ru' } as const;
    const type = chance.pick(['submit', 'accept'] as const);
    const more = type === 'accept' ? { type, version: null, note: '' } : { type, version: null };
    return reviseArticle(desk, key, more).ok;
  },
  queue: (desk, chance) => {
    const name = chance.pick(['мои vpn', 'ждут', `своя ${chance.below(3)}`]);
    return saveQueue(desk, { name, query: `статус:open #${chance.below(99)}`, isForDesk: false })
      .ok;
  },
  undo: (desk) => undoLast(desk).ok,
};

function onTicket(make: (chance: Chance, typed: string) => TicketCommand): Act {
  return (desk, chance, typed) => acts(desk, chance, make(chance, typed));
}

function acts(desk: Desk, chance: Chance, command: TicketCommand): boolean {
  const ticketId = pickTicket(desk, chance);
  return ticketId !== null && execute(desk, ticketId, command).ok;
}

function reply(desk: Desk, chance: Chance, own: { text: string; undoMs: number }): boolean {
  const ticketId = pickTicket(desk, chance);
  const attachments = chance.happens(0.2) ? [attach(desk, own.text)] : [];
  return ticketId !== null && sendReply(desk, { ticketId, ...none, ...own, attachments }).ok;
}

function attach(desk: Desk, text: string): AttachmentRef {
  const bytes = Buffer.from(text);
  const hash = desk.attachments.put(bytes);
  return { hash, name: 'a.txt', mime: 'text/plain', size: bytes.length };
}

/** The first tickets are met more often, so that several people work on the same ones. */
function pickTicket(desk: Desk, chance: Chance): string | null {
  const ids = desk.store.sql.all<{ id: string }>('SELECT id FROM ticket ORDER BY id LIMIT 12');
  const near = chance.happens(0.6) ? ids.slice(0, 3) : ids;
  return near.length > 0 ? chance.pick(near).id : null;
}

function pickCustomer(desk: Desk, chance: Chance): string | null {
  const ids = desk.store.sql.all<{ id: string }>('SELECT id FROM customer ORDER BY id LIMIT 6');
  return ids.length > 0 ? chance.pick(ids).id : null;
}

function changeSomeCustomer(desk: Desk, chance: Chance): boolean {
  const id = pickCustomer(desk, chance);
  const known = id === null ? null : desk.people.customer(id);
  if (known === null || chance.happens(0.3)) {
    const customer = newCustomer(desk, chance.pick(['Ромашка', 'Север', 'Юг']));
    const op = recordOp({ type: 'save-customer', customer }, originOf(desk));
    desk.people.saveCustomer(customer, op);
    return true;
  }
  const field = chance.pick(['about', 'city', 'peculiarity'] as const);
  return changeCustomer(desk, known, { [field]: `${field} ${chance.below(99)}` }).ok;
}

function articleText(id: string, typed: string): string {
  return `---
id: ${id}
lang: ru
title: Очередь ${id}
kind: instruction
lines: ["2"]
owner: line-2
review_by: 2027-05-01
tags: []
---

## Симптом

${typed}

## Решение

1. Перезапустить.

## Проверка

Печатает.
`;
}
