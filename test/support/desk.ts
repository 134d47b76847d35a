import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDesk } from '../../src/app/desk/close-desk.ts';
import type { Desk } from '../../src/app/desk/desk.ts';
import { execute } from '../../src/app/desk/execute.ts';
import { openDesk, type Seat } from '../../src/app/desk/open-desk.ts';
import { recordOp } from '../../src/app/desk/record-op.ts';
import { sendReply } from '../../src/app/letter/send-reply.ts';
import { registerTicket } from '../../src/app/ticket/register-ticket.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings, type Settings } from '../../src/config/settings.ts';
import type { TicketCommand } from '../../src/domain/command.ts';
import type { Contact, Customer, Person } from '../../src/domain/person.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import type { Clock } from '../../src/util/clock.ts';
import type { MakeId } from '../../src/util/id.ts';
import { must } from '../../src/util/must.ts';
import { copyContent } from './shared-content.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A working Wednesday, 14:00 in Moscow. */
export const someWednesday = Date.parse('2026-11-18T11:00:00Z');

/** A clock that moves only when it is told to. */
export interface MovableClock extends Clock {
  forward(ms: number): void;
  set(at: number): void;
}

/** A clock that stands at `at` (epoch ms) until it is moved. */
export function movableClock(at: number = someWednesday): MovableClock {
  let now = at;
  return {
    now: () => now,
    forward: (ms) => {
      now += ms;
    },
    set: (to) => {
      now = to;
    },
  };
}

/** Ids that count up and look like UUIDs; `head` tells makers apart. */
export function countedIds(head = '0a'): MakeId {
  let n = 0;
  return () => {
    n += 1;
    return `${head.padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`;
  };
}

export interface TestDeskOptions {
  readonly settings?: Partial<Settings>;
  readonly seat?: Partial<Seat>;
  /** A folder to open again; a new temporary one when absent. */
  readonly folder?: string;
  readonly clock?: MovableClock;
  /** The shipped articles, templates and wording were read before. */
  readonly isContentRead?: boolean;
  /** Tells the ids of two desks on one folder apart. */
  readonly ids?: string;
}

/** A desk in a temporary folder with the words of a story. Dispose of it: `using`, or `close`. */
export class TestDesk {
  readonly desk: Desk;
  readonly clock: MovableClock;
  readonly folder: string;
  readonly #ownsFolder: boolean;

  constructor(desk: Desk, clock: MovableClock, folder: string, ownsFolder: boolean) {
    this.desk = desk;
    this.clock = clock;
    this.folder = folder;
    this.#ownsFolder = ownsFolder;
  }

  /** Registers a ticket of a customer's words and returns its id. */
  registers(subject: string, text = 'Не работает.', contactId: string | null = null): string {
    const done = registerTicket(this.desk, { subject, text, contactId });
    if (!done.ok) throw new Error(`refused: ${done.problem.code}`);
    return done.value.ticket.id;
  }

  /** Runs one command that must be allowed. */
  does(ticketId: string, command: TicketCommand, byId?: string): Ticket {
    const done = execute(this.desk, ticketId, command, byId === undefined ? {} : { byId });
    if (!done.ok) throw new Error(`${command.type} refused: ${done.problem.code}`);
    return done.value.ticket;
  }

  /** Runs one command that must be refused; the code of the rule. */
  isRefused(ticketId: string, command: TicketCommand, byId?: string): RefusalCode {
    const done = execute(this.desk, ticketId, command, byId === undefined ? {} : { byId });
    if (done.ok) throw new Error(`${command.type} was allowed`);
    return done.problem.code;
  }

  replies(ticketId: string, text: string, undoMs = 0): Ticket {
    const done = sendReply(this.desk, {
      ticketId,
      text,
      promise: null,
      status: null,
      attachments: [],
      undoMs,
    });
    if (!done.ok) throw new Error(`reply refused: ${done.problem.code}`);
    return done.value.ticket;
  }

  /** The customer answers now. */
  hears(ticketId: string, text: string, messageId: string | null = null): Ticket {
    const { contactId } = this.ticket(ticketId);
    return this.does(ticketId, {
      type: 'receive',
      at: this.clock.now(),
      text,
      contactId,
      contactName: 'Клиент',
      messageId,
      attachments: [],
      isAutomatic: false,
    });
  }

  ticket(ticketId: string): Ticket {
    return must(this.desk.tickets.byId(ticketId), `ticket ${ticketId}`);
  }

  person(login: string, more: Partial<Person> = {}): Person {
    const person: Person = {
      id: this.desk.makeId(),
      login,
      name: login,
      role: 'engineer',
      line: '2',
      gender: null,
      isDemo: false,
      ...more,
    };
    this.desk.people.savePerson(person, this.#op({ type: 'save-person', person }));
    return person;
  }

  customer(name: string, more: Partial<Customer> = {}): Customer {
    const customer: Customer = {
      id: this.desk.makeId(),
      name,
      about: '',
      city: '',
      timeZone: null,
      level: 'standard',
      peculiarity: '',
      mailDomain: null,
      isDemo: false,
      ...more,
    };
    this.desk.people.saveCustomer(customer, this.#op({ type: 'save-customer', customer }));
    return customer;
  }

  contact(name: string, more: Partial<Contact> = {}): Contact {
    const contact: Contact = {
      id: this.desk.makeId(),
      customerId: null,
      name,
      callName: null,
      role: '',
      email: null,
      phone: null,
      timeZone: null,
      language: null,
      isDemo: false,
      ...more,
    };
    this.desk.people.saveContact(contact, this.#op({ type: 'save-contact', contact }));
    return contact;
  }

  close(): void {
    closeDesk(this.desk);
    if (this.#ownsFolder) rmSync(this.folder, { recursive: true, force: true });
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #op(command: Parameters<typeof recordOp>[0]) {
    const { device, clock, makeId, me } = this.desk;
    return recordOp(command, { device, clock, makeId, byId: me.id });
  }
}

/** Opens a desk for a test: an engineer of the second line called Аня unless said otherwise. */
export async function openTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'smena-test-'));
  if (options.isContentRead) await copyContent(folder);
  const clock = options.clock ?? movableClock();
  const root = join(import.meta.dirname, '../..');
  const desk = await openDesk({
    paths: resolvePaths({}, root, folder),
    settings: { ...defaultSettings, ...options.settings },
    language: 'ru',
    clock,
    makeId: countedIds(options.ids ?? '0a'),
    seat: { login: 'anya', name: 'Аня', role: 'engineer', line: '2', ...options.seat },
  });
  return new TestDesk(desk, clock, folder, options.folder === undefined);
}
