import type { DeskConfig } from '../../src/domain/desk-config.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.ts';
import { decideShift } from '../../src/domain/shift/decide-shift.ts';
import { evolveShift } from '../../src/domain/shift/evolve-shift.ts';
import type { Shift, ShiftPlan } from '../../src/domain/shift/shift.ts';
import type { ShiftCommand } from '../../src/domain/shift/shift-command.ts';
import type { DecideShiftContext, ShiftOutcome } from '../../src/domain/shift/shift-context.ts';
import type { ShiftEvent } from '../../src/domain/shift/shift-fact.ts';
import { shiftId } from '../../src/domain/shift/shift-id.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { must } from '../../src/util/must.ts';
import { hour, someWednesday } from './desk.ts';
import { somebody } from './domain.ts';

/** The day shift of that Wednesday, 08:00 to 20:00 in Moscow. */
export const dayPlan: ShiftPlan = {
  name: { ru: 'дневная смена', en: 'day shift' },
  kind: '08:00-20:00',
  startsAt: someWednesday - 6 * hour,
  endsAt: someWednesday + 6 * hour,
  line: null,
};

export const daySpace = { space: 'main', day: '2026-11-18' } as const;
export const dayShiftId = shiftId({ ...daySpace, kind: dayPlan.kind, line: null });

/** People of the desk: two leads, two engineers and a head. */
export const [anya, oleg, vera, petr, head] = [
  somebody(),
  somebody({ id: 'oleg', login: 'oleg', name: 'Олег', line: '3' }),
  somebody({ id: 'vera', login: 'vera', name: 'Вера', role: 'lead' }),
  somebody({ id: 'petr', login: 'petr', name: 'Пётр', role: 'lead' }),
  somebody({ id: 'head', login: 'head', name: 'Ирина', role: 'head' }),
] as const;

/** Runs commands on one shift in memory, as a store would. */
export class ShiftInMemory {
  readonly events: ShiftEvent[] = [];
  readonly desk: DeskConfig;
  readonly tickets = new Map<string, Ticket>();
  readonly people: Person[] = [anya, oleg, vera, petr, head];
  now = someWednesday;
  isUnled = false;
  state: Shift | null = null;
  #ops = 0;

  constructor(desk: DeskConfig) {
    this.desk = desk;
  }

  get shift(): Shift {
    return must(this.state, 'shift');
  }

  /** What a decision looks at. */
  context(actor: Person): DecideShiftContext {
    return {
      ...{ now: this.now, actor, device: 'test', opId: `op${this.#ops}`, shiftId: dayShiftId },
      ...{ space: 'main', isDemo: false, desk: this.desk, isUnled: this.isUnled },
      person: (id) => this.people.find((one) => one.id === id) ?? null,
      ticket: (id) => this.tickets.get(id) ?? null,
    };
  }

  /** What the next command will look at. */
  next(actor: Person): DecideShiftContext {
    return { ...this.context(actor), opId: `op${this.#ops + 1}` };
  }

  /** What was done, or what a rule has against it. */
  runs(command: ShiftCommand, actor: Person = vera): ShiftOutcome | Refusal {
    this.#ops += 1;
    const decided = decideShift(command, this.state, this.context(actor));
    if (!decided.ok) return decided.problem;
    this.events.push(...decided.value.events);
    this.state = decided.value.events.reduce(evolveShift, this.state);
    return decided.value;
  }

  /** The code of the refusal, or 'ok'. */
  tries(command: ShiftCommand, actor: Person = vera): RefusalCode | 'ok' {
    const answer = this.runs(command, actor);
    return 'code' in answer ? answer.code : 'ok';
  }

  /** Runs what must be allowed. */
  does(command: ShiftCommand, actor: Person = vera): Shift {
    const answer = this.tries(command, actor);
    if (answer !== 'ok') throw new Error(`${command.type} refused: ${answer}`);
    return this.shift;
  }
}

/** Opens the day shift. */
export function openShift(leadId = 'vera'): Extract<ShiftCommand, { type: 'open-shift' }> {
  return { type: 'open-shift', plan: dayPlan, leadId, members: [] };
}

/** Writes a line into the log; it is known by its text. */
export function logItem(
  text: string,
  more: Partial<Extract<ShiftCommand, { type: 'log-item' }>['item']> = {},
): Extract<ShiftCommand, { type: 'log-item' }> {
  const item = {
    ...({ id: text, kind: 'remark', text, carriedFromId: null } as const),
    ...{ ticketId: null, until: null, stopWhen: '', ifMoves: '', ownerId: null },
    ...more,
  };
  return { type: 'log-item', plan: dayPlan, item };
}
