import { unreachable } from '../../util/must.ts';
import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { returnFacts } from '../decide-status.ts';
import type { TicketFact } from '../event.ts';
import { noteFact } from '../own-entry.ts';
import { refuse } from '../refusal.ts';
import { statusFact } from '../status-fact.ts';
import type { Ticket } from '../ticket.ts';
import { decideAddBoxes, decideRemoveBox, decideTick } from './decide-boxes.ts';
import { decideCloseCard, decideLinkCard } from './decide-card.ts';
import { decideDetails } from './decide-details.ts';
import { decideOffTopic } from './decide-off-topic.ts';
import { decideRating } from './decide-rating.ts';
import { decideSpend } from './decide-spend.ts';
import { kindRule } from './missing.ts';
import type { WorkCommand } from './work-command.ts';

type Command<Type extends WorkCommand['type']> = Extract<WorkCommand, { type: Type }>;

/** Decides what is written down about the work on a ticket. */
export function decideWork(command: WorkCommand, state: Ticket, context: DecideContext): Decision {
  switch (command.type) {
    case 'fill-details':
      return decideDetails(command.values, state, context);
    case 'rate-priority':
      return decideRating(command, state, context);
    case 'add-boxes':
      return decideAddBoxes(command, state);
    case 'tick-box':
      return decideTick(command, state);
    case 'remove-box':
      return decideRemoveBox(command, state);
    case 'log-time':
      return decideTime(command, context);
    case 'spend':
      return decideSpend(command, state, context);
    case 'finish-stage':
      return decideStage(command, state, context);
    case 'check-after':
      return decideCheck(command, state, context);
    case 'watch':
    case 'unwatch':
      return decideWatch(command, state, context);
    case 'close-off-topic':
      return decideOffTopic(command.reason, state, context);
    case 'link-card':
      return decideLinkCard(command.ref, state);
    case 'close-card':
      return decideCloseCard(command.note, state, context);
    case 'wake':
      return decideWake(state, context);
    default:
      return unreachable(command);
  }
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Working time written down by hand, also of yesterday, never of tomorrow. */
function decideTime({ ms, note, at }: Command<'log-time'>, context: DecideContext): Decision {
  const { now, actor } = context;
  if (!Number.isInteger(ms) || ms < MINUTE_MS || ms > DAY_MS) return refuse('time-wrong');
  if (at !== undefined && at > now) return refuse('time-in-future');
  const entry = { byId: actor.id, ms, at: at ?? now, note: note.trim() };
  return ok([{ type: 'time-logged', entry }]);
}

/** What can be given now, and the rest later: the first stage may be skipped, never come after. */
function decideStage(
  { stage, note }: Command<'finish-stage'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (!kindRule(context.desk, state.kind)?.hasStages) return refuse('no-stages');
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.stageDone === stage || state.stageDone === 'final') return refuse('stage-done');
  if (note.trim() === '') return refuse('text-missing', ['stage']);
  return ok([noteFact(note, context), { type: 'stage-finished', stage }]);
}

/** Somebody asked the customer whether it works: a failed check is a return. */
function decideCheck(
  { result, note }: Command<'check-after'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status !== 'resolved') return refuse('not-resolved', ['resolve']);
  const isNoted = note.trim() !== '';
  if (result === 'failed' && !isNoted) return refuse('reason-missing', ['check-after']);
  const facts: TicketFact[] = isNoted ? [noteFact(note, context)] : [];
  facts.push({ type: 'checked-after', result });
  return ok(result === 'passed' ? facts : [...facts, ...returnFacts(note.trim(), state, context)]);
}

function decideWatch(
  command: Command<'watch'> | Command<'unwatch'>,
  state: Ticket,
  { now }: DecideContext,
): Decision {
  if (command.type === 'unwatch') {
    if (!state.watch) return refuse('not-watched');
    return ok([{ type: 'watch-changed', what: null, until: null }]);
  }
  const what = command.what.trim();
  const { until } = command;
  if (until !== null && until <= now) return refuse('until-in-past');
  if (state.watch?.what === what && state.watch.until === until) return refuse('nothing-to-change');
  return ok([{ type: 'watch-changed', what, until }]);
}

/** The time has come until which a ticket was put off; the fact keeps that time. */
function decideWake(state: Ticket, { now }: DecideContext): Decision {
  const { status, scheduledUntil } = state;
  if (status !== 'scheduled' || scheduledUntil === null) return refuse('not-scheduled');
  if (scheduledUntil > now) return refuse('still-scheduled');
  return ok([{ ...statusFact(state, 'open', 'woken'), until: scheduledUntil }]);
}
