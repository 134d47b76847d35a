import type { DemoShift, DemoShiftItem, DemoShiftMember } from '../../content/demo/demo-shift.ts';
import { minuteMs } from '../../content/demo/demo-time.ts';
import type { Person } from '../../domain/person.ts';
import { emptyMember } from '../../domain/shift/decide-roster.ts';
import { previousPlan } from '../../domain/shift/plan-shift.ts';
import type { ShiftMember, ShiftPlan } from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type { HandoverItem } from '../../domain/shift/shift-handover.ts';
import { fixedClock } from '../../util/clock.ts';
import type { MakeId } from '../../util/id.ts';
import type { Desk } from '../desk/desk.ts';
import { currentShift, type FoundShift, ofPlan } from '../shift/current-shift.ts';
import { executeShift } from '../shift/execute-shift.ts';
import { acceptShift } from '../shift-handover/accept-shift.ts';
import { readyHandover } from '../shift-handover/ready-handover.ts';
import type { StoryRefusal } from './story-stage.ts';

/** What a shift is told with. */
export interface ShiftStage {
  readonly now: number;
  readonly makeId: MakeId;
  readonly person: (key: string) => Person;
  /** The ticket of a story by the story's id; a small demo has not all of them. */
  readonly tickets: ReadonlyMap<string, string>;
}

interface Telling extends ShiftStage {
  readonly desk: Desk;
  readonly told: DemoShift;
  readonly shift: FoundShift;
  readonly refusals: StoryRefusal[];
}

/**
 * Opens the shift that is on, with its people, its log and the next steps, and before it hands the
 * shift before over to it. A shift that somebody has opened already is left alone.
 */
export function tellShift(desk: Desk, told: DemoShift, stage: ShiftStage): readonly StoryRefusal[] {
  const at = { ...desk, clock: fixedClock(stage.now) };
  const shift = currentShift(at);
  const plan = previousPlan(desk.config, shift.plan);
  const before = ofPlan(desk, plan);
  if (shift.state !== null || before.state !== null) return [];
  const refusals: StoryRefusal[] = [];
  desk.store.sql.transact(() => {
    handOver({ ...stage, desk, told, shift: before, refusals }, shift.plan);
    fillShift({ ...stage, desk, told, shift, refusals });
  });
  return refusals;
}

/** The desk as somebody sat at it then. */
function asThen({ desk, makeId }: Telling, me: Person, at: number): Desk {
  // Written out, since the rules of a desk are read by a getter.
  return { ...desk, config: desk.config, me, makeId, clock: fixedClock(at) };
}

function run(telling: Telling, person: Person, at: number, command: ShiftCommand): void {
  const { shift, refusals } = telling;
  const done = executeShift(asThen(telling, person, at), shift.id, command, { isDemo: true });
  if (!done.ok) {
    refusals.push({ story: shift.id, command: command.type, code: done.problem.code });
  }
}

function handOver(telling: Telling, next: ShiftPlan): void {
  const { told, shift, person, now } = telling;
  const { startsAt, endsAt } = shift.plan;
  const { before } = told;
  const from = person(before.lead);
  open(telling, from);
  for (const item of before.log) log(telling, item, endsAt);
  for (const section of ['how', 'attention'] as const) {
    const text = before[section];
    const written = { type: 'write-section', section, text, base: '', baseRev: 0 } as const;
    run(telling, from, endsAt - 20 * minuteMs, written);
  }
  const submittedAt = Math.max(startsAt, endsAt - 10 * minuteMs);
  const then = asThen(telling, from, submittedAt);
  const ready = readyHandover(then, { ...shift, state: then.shifts.byId(shift.id) });
  const items = ready.items.filter((item) => hasOwner(then, item));
  const { report, revision } = ready;
  const to = person(told.lead);
  const { override } = before;
  const submit = { type: 'submit-shift', revision, toId: to.id, items, report, override } as const;
  run(telling, from, submittedAt, submit);
  accept(telling, { items, at: Math.min(now, next.startsAt + 5 * minuteMs) });
}

/** What nobody has stays a matter of the queue: the demo moves no ticket. */
function hasOwner(desk: Desk, { part, ticketId }: HandoverItem): boolean {
  if (part === 'watch' || ticketId === null) return true;
  return (desk.tickets.byId(ticketId)?.assigneeId ?? null) !== null;
}

function accept(
  telling: Telling,
  { items, at }: { readonly items: readonly HandoverItem[]; readonly at: number },
): void {
  const { told, shift, person, refusals } = telling;
  const { readBack } = told.before;
  const ownItems = items.filter(({ part }) => part !== 'rest');
  const accepted = acceptShift(asThen(telling, person(told.lead), at), shift, {
    revision: 1,
    remarks: [],
    isRestAccepted: true,
    answers: ownItems.map(({ key, needsReadBack }) => {
      return { key, isAccepted: true, readBack: needsReadBack ? readBack : '' };
    }),
  });
  if (!accepted.ok) {
    refusals.push({ story: shift.id, command: 'accept-shift', code: accepted.problem.code });
  }
}

function fillShift(telling: Telling): void {
  const { told, shift, person, now } = telling;
  const lead = person(told.lead);
  const begun = Math.min(now, shift.plan.startsAt + 5 * minuteMs);
  open(telling, lead);
  for (const one of told.members) {
    run(telling, lead, begun, { type: 'set-member', member: memberOf(telling, one) });
  }
  for (const item of told.log) log(telling, item, now);
  for (const { story, next: nextAction, if: ifThen, contact } of told.notes) {
    const ticketId = telling.tickets.get(story);
    if (ticketId === undefined) continue;
    const note = { ticketId, nextAction, ifThen, contact, newOwnerId: null };
    run(telling, lead, now, { type: 'note-ticket', note });
  }
}

/** Begins it where the hand-over has not done so. */
function open(telling: Telling, lead: Person): void {
  const { desk, shift } = telling;
  if (desk.shifts.byId(shift.id) !== null) return;
  const { plan } = shift;
  const command = { type: 'open-shift', plan, leadId: lead.id, members: [] } as const;
  run(telling, lead, plan.startsAt, command);
}

function memberOf({ shift, person, now }: Telling, one: DemoShiftMember): ShiftMember {
  const { id } = person(one.person);
  const { startsAt, endsAt } = shift.plan;
  const after = (length: number | null) =>
    length === null || startsAt + length > now ? null : startsAt + length;
  return {
    ...emptyMember(id),
    ...{ part: one.part, lines: one.lines, note: one.note },
    ...{ plannedFrom: startsAt, plannedTo: endsAt },
    ...{ cameAt: after(one.came), calledAt: after(one.called) },
  };
}

/** A line of the log, so long before `end`, and not before the shift began. */
function log(telling: Telling, item: DemoShiftItem, end: number): void {
  const { shift, person, tickets, makeId } = telling;
  const { kind, text, stopWhen, ifMoves, story, until, owner } = item;
  const ticketId = story === null ? null : tickets.get(story);
  if (ticketId === undefined) return;
  const at = Math.min(end, Math.max(shift.plan.startsAt + 10 * minuteMs, end - item.ago));
  const ends = until === null ? null : end + until;
  const own = { ownerId: owner === null ? null : person(owner).id, carriedFromId: null };
  run(telling, person(item.from), at, {
    type: 'log-item',
    plan: shift.plan,
    item: { id: makeId(), kind, text, ticketId, until: ends, stopWhen, ifMoves, ...own },
  });
}
