import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import type { PriorityMatrix } from '../kind-rule.ts';
import { refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { LocalName, Priority } from '../vocabulary.ts';
import type { PriorityRating } from './work-command.ts';

/**
 * The priority of the two questions: how many are hit, and what stands still. Somebody who knows
 * better sets another one and says why; the reason of the change names the answers in words.
 */
export function decideRating(
  rating: PriorityRating,
  state: Ticket,
  { desk }: DecideContext,
): Decision {
  const matrix = desk.priorityMatrix;
  if (matrix === null) return refuse('no-matrix');
  const impact = answerOf(matrix.impacts, rating.impact);
  if (!impact) return refuse('unknown-impact', ['rate'], wrong(rating.impact, matrix.impacts));
  const urgency = answerOf(matrix.urgencies, rating.urgency);
  if (!urgency) return refuse('unknown-urgency', ['rate'], wrong(rating.urgency, matrix.urgencies));
  const rated = priorityOf(matrix, impact.code, urgency.code);
  const priority = rating.override ? knownPriority(rating.override.priority, desk) : rated;
  if (priority === null) {
    return refuse(
      'unknown-priority',
      ['rate'],
      wrong(rating.override?.priority ?? '', desk.priorities),
    );
  }
  const why = rating.override?.reason.trim();
  if (why === '') return refuse('reason-missing', ['rate']);
  const answers = `${impact.name[desk.language]} × ${urgency.name[desk.language]}`;
  const facts: TicketFact[] = [];
  if (impact.code !== state.impact || urgency.code !== state.urgency) {
    facts.push({ type: 'priority-rated', impact: impact.code, urgency: urgency.code });
  }
  if (priority !== state.priority) {
    const reason = why === undefined ? answers : `${answers} → ${rated ?? '—'}; ${why}`;
    const field = { name: 'priority', from: state.priority, to: priority } as const;
    facts.push({ type: 'field-changed', field, reason });
  }
  return facts.length > 0 ? ok(facts) : refuse('nothing-to-change');
}

/** What the matrix gives for two answers; null when it has no such place. */
export function priorityOf(
  { impacts, urgencies, table }: PriorityMatrix,
  impact: string,
  urgency: string,
): Priority | null {
  const row = impacts.findIndex(({ code }) => code === impact);
  const column = urgencies.findIndex(({ code }) => code === urgency);
  return table[row]?.[column] ?? null;
}

interface Answer {
  readonly code: string;
  readonly name: LocalName;
}

/** An answer by its code or by its name in either language. */
function answerOf(answers: readonly Answer[], text: string): Answer | undefined {
  const wanted = text.trim().toLowerCase();
  return answers.find(({ code, name }) =>
    [code, name.ru, name.en].some((word) => word.toLowerCase() === wanted),
  );
}

function knownPriority(text: string, desk: DecideContext['desk']): Priority | null {
  const wanted = text.trim().toUpperCase();
  return desk.priorities.find(({ code }) => code === wanted)?.code ?? null;
}

function wrong(value: string, known: readonly { readonly code: string }[]) {
  return { value, known: known.map(({ code }) => code).join(', ') };
}
