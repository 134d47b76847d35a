import { ok } from '../../util/result.ts';
import type { TicketCommand } from '../command.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { foldFacts } from '../fold-facts.ts';
import { allowanceOf } from '../permission.ts';
import { type NextStep, type Refusal, refusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { LocalName } from '../vocabulary.ts';
import { kindRule, type MissingItem, missingBefore } from './missing.ts';
import type { WordOfDone } from './work-command.ts';

/**
 * Lets nothing become resolved or closed before everything is there that its kind asks for. It
 * looks at what was decided, so that it holds for every command that ends a ticket, and a text that
 * resolves a ticket counts as its comment or its answer itself.
 */
export function gated(
  decision: Decision,
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): Decision {
  if (!decision.ok) return decision;
  const facts = decision.value;
  const { without, isSaidElsewhere }: WordOfDone = endOf(command);
  const stage = stageOf(facts);
  if (stage === null || isSaidElsewhere) return decision;
  const ticket = foldFacts(state, facts, context);
  if (ticket === null) return decision;
  const risk = stage === 'done' ? riskOf(ticket, context) : null;
  if (risk) return { ok: false, problem: risk };
  const missing = missingBefore(stage, ticket, context.desk);
  if (missing.length === 0) return decision;
  const reason = (without ?? '').trim();
  if (reason === '' || !mayGoWithout(context)) return { ok: false, problem: incomplete(missing) };
  const gaps = missing.map(({ code }) => code);
  return ok([{ type: 'done-without', missing: gaps, reason }, ...facts]);
}

/** The refusal that lists what is missing, the first gap first. */
export function incomplete(missing: readonly MissingItem[]): Refusal {
  const steps = new Set(missing.map(({ type }) => stepFor[type]));
  const params = { first: missing[0]?.code ?? '' };
  return { ...refusal('kind-incomplete', [...steps], params), missing };
}

const stepFor: Readonly<Record<MissingItem['type'], NextStep>> = {
  field: 'details',
  customer: 'details',
  box: 'box',
  comment: 'note',
  time: 'time',
  card: 'card-closed',
  'public-answer': 'reply',
  stage: 'stage',
  'after-check': 'check-after',
};

function endOf(command: TicketCommand): WordOfDone {
  return command.type === 'resolve' || command.type === 'confirm' ? command : {};
}

/** What is not served here ends at once: nobody works on it. */
function stageOf(facts: readonly TicketFact[]): 'done' | 'closed' | null {
  if (facts.some(({ type }) => type === 'closed-off-topic')) return null;
  const ends = facts.flatMap((fact) => (fact.type === 'status-changed' ? [fact.to] : []));
  if (ends.includes('closed')) return 'closed';
  return ends.includes('resolved') ? 'done' : null;
}

/** Some work is finished by certain lines only; a lead may do it in their place. */
function riskOf(ticket: Ticket, { desk, actor }: DecideContext): Refusal | null {
  const code = kindRule(desk, ticket.kind)?.risk ?? null;
  const risk = desk.riskClasses.find((one) => one.code === code);
  if (!risk || risk.lines.includes(actor.line)) return null;
  if (allowanceOf(desk.permissions, 'grant-exception', actor) !== 'no') return null;
  const lines = desk.lines.filter((line) => risk.lines.includes(line.code)).map(({ name }) => name);
  const joined = (language: keyof LocalName) => lines.map((name) => name[language]).join(', ');
  const names = { risk: risk.name, lines: { ru: joined('ru'), en: joined('en') } };
  return { ...refusal('risk-class', ['escalate', 'note']), names };
}

function mayGoWithout({ desk, actor }: DecideContext): boolean {
  return allowanceOf(desk.permissions, 'close-without-analysis', actor) !== 'no';
}
