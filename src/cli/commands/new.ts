import { incidentsFor } from '../../app/family/known-incidents.ts';
import { registerFor } from '../../app/people/served-people.ts';
import type { NextStep, Refusal } from '../../domain/refusal.ts';
import { channels, kinds, priorities } from '../../domain/vocabulary.ts';
import type { OpeningEnd, PriorityRating } from '../../domain/work/work-command.ts';
import { fail } from '../../util/result.ts';
import type { CommandInput } from '../command-input.ts';
import { knownJson, tellKnown } from '../known-incidents.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { oneOf, pairs, UsageError } from '../usage-error.ts';

/** `smena new [--subject …] [--text -]`: registers a ticket and prints its number. */
export async function registerNew(session: Session, input: CommandInput): Promise<void> {
  const text = (await readText(session, input)) ?? '';
  const subject = input.value('subject') ?? '';
  if (input.value('subject') === undefined && text.trim() === '') {
    throw new UsageError('option-missing', { name: '--subject' });
  }
  const priority = input.value('priority');
  const kind = input.value('kind');
  const details = Object.fromEntries(pairs(input.all('field'), '--field'));
  const rating = ratingOf(input);
  const ending = endingOf(input);
  if (ending) session.keepText(`${text}\n\n${wordsOf(ending)}`.trim());
  const desk = await session.desk();
  const names = { customer: input.value('customer'), contact: input.value('contact') };
  const done = registerFor(desk, names, {
    ...{ subject, text, details },
    kind: kind === undefined ? undefined : oneOf(kind, kinds, '--kind'),
    priority: priority === undefined ? undefined : oneOf(priority, priorities, '--priority'),
    ...{ rating, ending },
    line: input.value('line'),
    channel: oneOf(input.value('channel') ?? 'mail', channels, '--channel'),
    tags: input.all('tag'),
  });
  const { ticket } = accepted({ desk, ticket: null }, done.ok ? done : beforeOpening(done.problem));
  const { output } = session;
  const { id, number, status, priority: rated } = ticket;
  const isMore = rating !== undefined || ending !== undefined;
  const known = incidentsFor(desk, ticket);
  if (output.isJson) {
    const more = isMore ? { status, priority: rated } : {};
    return output.json({ id, number, ...more, ...knownJson(session, desk, known) });
  }
  output.line(number);
  tellKnown(session, desk, known);
}

const stepsBefore: Readonly<Partial<Record<NextStep, NextStep>>> = {
  details: 'new-field',
  rate: 'new-rate',
};

/** A ticket that is not there has no number to act upon: what helps is another way to open it. */
function beforeOpening(problem: Refusal) {
  const steps = problem.nextSteps.map((step) => stepsBefore[step] ?? 'new-unsolved');
  return fail({ ...problem, nextSteps: [...new Set(steps)] });
}

/** The answers of `--impact` and `--urgency`: they give the priority in the place of `--priority`. */
function ratingOf(input: CommandInput): PriorityRating | undefined {
  const impact = input.value('impact');
  const urgency = input.value('urgency');
  if (impact === undefined && urgency === undefined) return undefined;
  if (impact === undefined) throw new UsageError('option-missing', { name: '--impact' });
  if (urgency === undefined) throw new UsageError('option-missing', { name: '--urgency' });
  if (input.value('priority') === undefined) return { impact, urgency };
  throw new UsageError('either-or', { one: '--priority', other: '--impact' });
}

function wordsOf(ending: OpeningEnd): string {
  return ending.type === 'solved' ? ending.solution : ending.reason;
}

function endingOf(input: CommandInput): OpeningEnd | undefined {
  const solution = input.value('solved');
  const reason = input.value('offTopic');
  if (solution !== undefined && reason !== undefined) {
    throw new UsageError('either-or', { one: '--solved', other: '--off-topic' });
  }
  if (solution !== undefined) return { type: 'solved', solution };
  return reason === undefined ? undefined : { type: 'off-topic', reason };
}
