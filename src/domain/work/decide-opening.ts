import { ok } from '../../util/result.ts';
import type { RegisterTicket } from '../command.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { decideResolve } from '../decide-status.ts';
import type { TicketFact } from '../event.ts';
import { foldFacts } from '../fold-facts.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { TicketKind } from '../vocabulary.ts';
import { boxesOfKind } from './decide-boxes.ts';
import { changedDetails, detailFacts } from './decide-details.ts';
import { offTopicFacts } from './decide-off-topic.ts';
import { decideRating } from './decide-rating.ts';
import { gated, incomplete } from './done-gate.ts';
import { kindRule, missingBefore } from './missing.ts';

const LONGEST_SUBJECT = 100;

/** Why a kind is not chosen by a person at this desk; null when it is. */
export function whyKindOff(code: TicketKind, { desk, actor }: DecideContext): Refusal | null {
  const rule = kindRule(desk, code);
  if (rule?.isOn || actor.role === 'connector') return null;
  const known = desk.kinds.filter(({ isOn }) => isOn);
  const joined = (language: 'ru' | 'en') => known.map(({ name }) => name[language]).join(', ');
  const kind = rule?.name ?? { ru: code, en: code };
  const names = { kind, known: { ru: joined('ru'), en: joined('en') } };
  return { ...refusal('kind-off'), names };
}

/** The first line of what was said, as the subject of a ticket that got none. */
export function subjectOf(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const plain = line.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_SUBJECT) return plain;
  const cut = plain.slice(0, LONGEST_SUBJECT - 1);
  return `${cut.replace(/\s+\S*$/, '')}…`;
}

/**
 * What comes with the registration: the answers that its kind asks for, its priority, its boxes, and
 * its end when it was solved at once or is not served here. One refusal refuses the whole.
 */
export function withOpeningWork(
  opened: readonly TicketFact[],
  command: RegisterTicket,
  context: DecideContext,
): Decision {
  const known = withAnswers(opened, command, context);
  if (!known.ok) return known;
  const ticket = foldFacts(null, known.value, context);
  if (ticket === null) return known;
  const { ending } = command;
  if (ending?.type === 'off-topic') {
    const reason = ending.reason.trim();
    if (reason === '') return refuse('reason-missing');
    return ok([...known.value, ...offTopicFacts(reason, ticket, context)]);
  }
  const missing = isByHand(command) ? missingBefore('register', ticket, context.desk) : [];
  if (missing.length > 0) return { ok: false, problem: incomplete(missing) };
  const facts = [...known.value, ...boxesOfKind(ticket.kind, [], context)];
  return ending === undefined ? ok(facts) : solvedAtOnce(ending.solution, facts, context);
}

function withAnswers(
  opened: readonly TicketFact[],
  { details, rating }: RegisterTicket,
  context: DecideContext,
): Decision {
  const ticket = foldFacts(null, opened, context);
  if (ticket === null) return ok(opened);
  const changes = changedDetails(details ?? {}, ticket, context);
  if (!changes.ok) return changes;
  const answers = changes.value === null ? [] : detailFacts(changes.value, ticket);
  if (rating === undefined) return ok([...opened, ...answers]);
  const rated = decideRating(rating, ticket, context);
  return rated.ok ? ok([...opened, ...answers, ...rated.value]) : rated;
}

function solvedAtOnce(
  solution: string,
  facts: readonly TicketFact[],
  context: DecideContext,
): Decision {
  if (solution.trim() === '') return refuse('text-missing');
  const ticket = foldFacts(null, facts, context);
  if (ticket === null) return ok(facts);
  const command = { type: 'resolve', solution } as const;
  const solved = gated(decideResolve(command, ticket, context), command, ticket, context);
  return solved.ok ? ok([...facts, ...solved.value]) : solved;
}

/** Not a letter, not from another system, not of the demo: a person chose all of it. */
export function isByHand({ externalId, importId, isDemo, first }: RegisterTicket): boolean {
  const isForeign = externalId !== undefined || importId !== undefined || isDemo === true;
  return !isForeign && (first?.messageId ?? null) === null;
}
