import type { ClockTarget } from '../../src/domain/clock-state.ts';
import type { DeskConfig } from '../../src/domain/desk-config.ts';
import { dayIn } from '../../src/domain/desk-day.ts';
import type { Registration, TicketEvent, TicketFact } from '../../src/domain/event.ts';
import type { Figure, FigureCode, FigurePeriod } from '../../src/domain/figure/figure.ts';
import type { FigureContext } from '../../src/domain/figure/figure-case.ts';
import { slaOutcomes } from '../../src/domain/figure/sla-outcomes.ts';
import { Tally } from '../../src/domain/figure/tally.ts';
import { ticketFigures } from '../../src/domain/figure/ticket-figures.ts';
import type { TicketStory } from '../../src/domain/figure/ticket-story.ts';
import { choosePolicy } from '../../src/domain/sla/choose-policy.ts';
import type { PromiseKind, Status } from '../../src/domain/vocabulary.ts';
import { storedFact } from '../../src/protocol/stored-fact.ts';
import { StoryReader } from '../../src/store/figure/story-reader.ts';
import { openMemory } from '../../src/store/open-memory.ts';
import type { Sql } from '../../src/store/sql.ts';
import { must } from '../../src/util/must.ts';
import { hour, minute } from './desk.ts';
import { shippedDesk } from './domain.ts';

/** Wednesday 18 November 2026, 08:00 in Moscow: the day shift begins. */
export const shiftStart = Date.parse('2026-11-18T05:00:00Z');

/** The day shift of that Wednesday, of the whole desk. */
export const dayShift: FigurePeriod = {
  from: shiftStart,
  to: shiftStart + 12 * hour,
  line: null,
  customerId: null,
  space: null,
};

/** A moment of that day by the clock of the desk: `9:30` is half past nine in Moscow. */
export function clock(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return shiftStart + (hours - 8) * hour + minutes * minute;
}

const opening: Registration = {
  ...{ number: 'SM-1', subject: 'Почта', kind: 'incident', priority: 'P3', line: '1' },
  ...{ customerId: 'romashka', contactId: null, channel: 'mail', audience: 'customer', tags: [] },
  ...{ externalId: null, importId: null, isDemo: false, space: 'main', status: 'new' },
  ...{ assigneeId: null, createdAt: 0, isAutomatic: false },
};

/** The life of one ticket, told deed by deed. A time is one of the day's clock, or epoch ms. */
export class Life {
  readonly events: TicketEvent[] = [];
  readonly id: string;

  constructor(id: string, at: string | number, more: Partial<Registration> = {}) {
    this.id = id;
    const createdAt = momentOf(at);
    this.add(at, { type: 'registered', ticket: { ...opening, createdAt, ...more } });
  }

  add(at: string | number, fact: TicketFact): this {
    const index = this.events.length;
    const common = { opId: `${this.id}-${index}`, ticketId: this.id, byId: 'anya', device: 'a' };
    this.events.push({ id: `${this.id}-${index}:0`, ...common, at: momentOf(at), fact });
    return this;
  }

  hears(at: string | number): this {
    return this.#entry(at, { type: 'contact', id: null, name: 'Жанна' }, 'message');
  }

  says(at: string | number, byId = 'anya'): this {
    return this.#entry(at, { type: 'person', id: byId }, 'message');
  }

  notes(at: string | number): this {
    return this.#entry(at, { type: 'person', id: 'anya' }, 'note');
  }

  #entry(
    at: string | number,
    author: Extract<TicketFact, { type: 'entry-added' }>['entry']['author'],
    kind: 'message' | 'note',
  ): this {
    const visibility = kind === 'note' ? 'internal' : 'public';
    const id = `${this.id}-e${this.events.length}`;
    const rest = { text: 'Текст', durationMs: null, messageId: null, attachments: [] };
    const entry = { id, at: momentOf(at), kind, visibility, author, ...rest } as const;
    return this.add(at, { type: 'entry-added', entry });
  }

  becomes(at: string | number, to: Status): this {
    return this.add(at, { type: 'status-changed', from: 'new', to, reason: '', until: null });
  }

  isTaken(at: string | number): this {
    return this.add(at, { type: 'assigned', personId: 'anya', reason: 'taken' }).becomes(
      at,
      'open',
    );
  }

  /** Hands it to another line, which still has to accept it. */
  isHanded(at: string | number, fromLine: string, toLine: string): this {
    const form = { seen: 'Видно', done: 'Сделано', need: 'Нужно' };
    const whose = { fromId: 'anya', toId: null, byId: 'anya', reason: '', form } as const;
    const open = { state: 'waiting', settledAt: null, settledById: null, missing: null } as const;
    const handover = { id: 'h', kind: 'line', fromLine, toLine, at: momentOf(at) } as const;
    return this.add(at, { type: 'handed-over', handover: { ...handover, ...whose, ...open } });
  }

  moves(at: string | number, from: string, to: string): this {
    const field = { name: 'line', from, to } as const;
    return this.add(at, { type: 'field-changed', field, reason: '' });
  }

  comesBack(at: string | number, times = 1): this {
    return this.add(at, { type: 'returned', reason: 'опять', times }).becomes(at, 'open');
  }

  misses(dueAt: string | number, target: ClockTarget): this {
    const breach = { target, policy: 'default', dueAt: momentOf(dueAt) };
    return this.add(momentOf(dueAt) + minute, { type: 'deadline-missed', breach });
  }

  promises(at: string | number, dueAt: string | number, kind: PromiseKind = 'next-update'): this {
    const id = `${this.id}-p${this.events.length}`;
    const times = { madeAt: momentOf(at), dueAt: momentOf(dueAt) };
    const promise = { id, kind, text: '', ...times, byId: 'anya' };
    return this.add(at, {
      type: 'promise-made',
      promise: { ...promise, state: 'open', settledAt: null },
    });
  }

  settles(at: string | number, state: 'kept' | 'broken' | 'moved'): this {
    const made = this.events.findLast(({ fact }) => fact.type === 'promise-made')?.fact;
    const promiseId = made?.type === 'promise-made' ? made.promise.id : '';
    return this.add(at, { type: 'promise-settled', promiseId, state });
  }

  logs(at: string | number, ms: number): this {
    return this.add(at, {
      type: 'time-logged',
      entry: { byId: 'anya', ms, at: momentOf(at), note: '' },
    });
  }
}

function momentOf(at: string | number): number {
  return typeof at === 'number' ? at : clock(at);
}

/** Keeps events as the store does: the triggers make stories of them. */
export function keepEvents(sql: Sql, events: readonly TicketEvent[]): void {
  for (const { id, opId, ticketId, fact, at, byId, device } of events) {
    sql.run(
      `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, opId, ticketId, fact.type, at, byId, device, storedFact(fact)],
    );
  }
}

const everything = {
  stretches: [{ from: 0, to: Number.MAX_SAFE_INTEGER }],
  customerId: null,
  space: null,
} as const;
/** One store for all stories of a test file: making its schema takes longer than a story. */
let memory: Sql | null = null;

/** The stories of some lives, by the way of the store. */
export function storiesOf(lives: readonly Life[]): readonly TicketStory[] {
  memory ??= openMemory();
  memory.run('DELETE FROM event');
  for (const { events } of lives) keepEvents(memory, events);
  return new StoryReader(memory).all(everything);
}

const shipped = shippedDesk();

/** What figures look at in tests: the shipped desk, Thursday noon unless said otherwise. */
export function contextOf(
  period: Partial<FigurePeriod> = {},
  { now = shiftStart + 28 * hour, desk = shipped }: { now?: number; desk?: DeskConfig } = {},
): FigureContext {
  const policyOf = (story: TicketStory) =>
    choosePolicy(desk, { ...story, line: story.lines.at(-1)?.line ?? '' }, null);
  const rules = { now, desk, policyOf };
  return {
    ...rules,
    period: { ...dayShift, ...period },
    outcomesOf: (story) => slaOutcomes(story, rules),
    dayOf: (at) => dayIn(desk.timeZone, at),
  };
}

/** One figure of some lives and its parts. */
export function figuresOf(
  code: FigureCode,
  lives: readonly Life[],
  context: FigureContext = contextOf(),
): readonly Figure[] {
  const casesOf = must(ticketFigures[code], `figure ${code} of tickets`)(context);
  const tally = new Tally(code);
  for (const story of storiesOf(lives)) tally.add(casesOf(story));
  return tally.figures();
}

/** `k of n` of the whole figure. */
export function kOfN(code: FigureCode, lives: readonly Life[], context?: FigureContext): string {
  const figure = figuresOf(code, lives, context).find(({ of }) => of === null);
  return figure ? `${figure.numerator} of ${figure.denominator}` : 'nothing';
}

/** Lengths of a figure in whole minutes, ascending. */
export function minutesOf(
  code: FigureCode,
  lives: readonly Life[],
  context?: FigureContext,
): readonly number[] {
  const figure = figuresOf(code, lives, context).find(({ of }) => of === null);
  return figure?.duration?.values?.map((ms) => Math.round(ms / minute)) ?? [];
}
