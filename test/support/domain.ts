import { loadPack } from '../../src/content/desk/load-pack.ts';
import type { RegisterTicket, TicketCommand } from '../../src/domain/command.ts';
import type { DecideContext } from '../../src/domain/decide-context.ts';
import { decideTicket } from '../../src/domain/decide-ticket.ts';
import type { DeskConfig } from '../../src/domain/desk-config.ts';
import type { TicketEvent } from '../../src/domain/event.ts';
import { evolveTicket } from '../../src/domain/evolve-ticket.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import type { MatchedCustomer } from '../../src/domain/ticket-match.ts';
import type { Status } from '../../src/domain/vocabulary.ts';
import { must } from '../../src/util/must.ts';
import { hour, someWednesday } from './desk.ts';
import { bankPack, defaultPack } from './pack-folder.ts';

/** The shipped desk pack. */
export function shippedDesk(): DeskConfig {
  return deskOf([defaultPack]);
}

/** The second shipped pack: the strict desk of a bank. */
export function bankDesk(): DeskConfig {
  return deskOf([bankPack, defaultPack]);
}

function deskOf(folders: readonly string[]): DeskConfig {
  const loaded = loadPack(folders);
  if (!loaded.ok) throw new Error('a shipped desk pack has mistakes');
  return loaded.pack.desk;
}

/** An engineer of the second line unless said otherwise. */
export function somebody(more: Partial<Person> = {}): Person {
  const person = { login: 'anya', name: 'Аня', role: 'engineer', line: '2', gender: null } as const;
  return { id: 'anya', ...person, isDemo: false, ...more };
}

/** Runs commands on one ticket in memory, as a store would. */
export class TicketInMemory {
  readonly events: TicketEvent[] = [];
  readonly desk: DeskConfig;
  now = someWednesday;
  headId: string | null = 'head';
  seniorId: string | null = null;
  teamLeadId: string | null = null;
  customer: MatchedCustomer | null = null;
  people: readonly Person[] = [];
  others: readonly Ticket[] = [];
  /** Who may work on live tickets of which channel: `hire mail`. */
  signedOff: readonly string[] = [];
  #state: Ticket | null = null;
  #ops = 0;

  constructor(desk: DeskConfig) {
    this.desk = desk;
  }

  get ticket(): Ticket {
    return must(this.#state, 'ticket');
  }

  /** The code of the refusal, or 'ok'. */
  tries(command: TicketCommand, actor: Person = somebody()): RefusalCode | 'ok' {
    return this.refusalOf(command, actor)?.code ?? 'ok';
  }

  /** What a rule has against it; null when it was done. */
  refusalOf(command: TicketCommand, actor: Person = somebody()): Refusal | null {
    this.#ops += 1;
    const context: DecideContext = {
      now: this.now,
      actor,
      device: 'test',
      desk: this.desk,
      opId: `op${this.#ops}`,
      ticketId: 'ticket-1',
      other: (id) => this.others.find((one) => one.id === id) ?? null,
      entry: () => null,
      nextNumber: () => 'SM-1',
      headId: this.headId,
      seniorId: this.seniorId,
      teamLeadId: this.teamLeadId,
      customerOf: () => this.customer,
      person: (id) => this.people.find((one) => one.id === id) ?? null,
      isSignedOff: (id, channel) => this.signedOff.includes(`${id} ${channel}`),
    };
    const decided = decideTicket(command, this.#state, context);
    if (!decided.ok) return decided.problem;
    this.events.push(...decided.value);
    this.#state = decided.value.reduce(evolveTicket, this.#state);
    return null;
  }

  /** Runs what must be allowed. */
  does(command: TicketCommand, actor: Person = somebody()): Ticket {
    const answer = this.tries(command, actor);
    if (answer !== 'ok') throw new Error(`${command.type} refused: ${answer}`);
    return this.ticket;
  }
}

/** A registered ticket of a customer who wrote a letter. */
export const registered: RegisterTicket = {
  type: 'register',
  subject: 'Не проводится',
  kind: 'incident',
  priority: 'P3',
  line: '2',
  channel: 'mail',
  audience: 'customer',
  customerId: null,
  contactId: null,
  tags: [],
  first: {
    text: 'Пишет ошибку',
    contactId: null,
    contactName: 'Жанна',
    messageId: null,
    attachments: [],
    isAutomatic: false,
  },
};

/** What the customer writes. */
export function heard(
  text: string,
  at: number,
  more: { isAutomatic?: boolean } = {},
): TicketCommand {
  const from = { contactId: null, contactName: 'Жанна', messageId: null, attachments: [] };
  return { type: 'receive', at, text, isAutomatic: false, ...from, ...more };
}

/** A reply of the desk. */
export function reply(text: string, status: Status | null = null): TicketCommand {
  return { type: 'reply', text, messageId: null, promise: null, status, attachments: [] };
}

/** A ticket without a person that was brought to a status by allowed commands only. */
export function ticketIn(status: Status, desk: DeskConfig = shippedDesk()): TicketInMemory {
  const ticket = new TicketInMemory(desk);
  if (status === 'merged') {
    // No command merges yet; another system may have done it.
    const { first: _, ...opening } = registered;
    const at = ticket.now;
    const from = { createdAt: at, updatedAt: at, assigneeId: null, entries: [], status } as const;
    ticket.does({ ...opening, type: 'import', ...from });
    return ticket;
  }
  ticket.does(registered);
  ticket.now += hour;
  if (status === 'new') return ticket;
  if (status === 'scheduled') {
    ticket.does({ type: 'schedule', until: ticket.now + 5 * hour, reason: '' });
  } else if (status === 'resolved' || status === 'closed') {
    ticket.does({ type: 'resolve', solution: '' });
    ticket.does({ type: 'assign', personId: null });
    if (status === 'closed') ticket.does({ type: 'confirm', by: 'Жанна', how: 'mail' });
  } else {
    ticket.does({ type: 'set-status', status, reason: '' });
  }
  ticket.now += hour;
  return ticket;
}
