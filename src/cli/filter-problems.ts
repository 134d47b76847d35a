import type { SelectedTickets } from '../app/ticket/select-tickets.ts';
import type { Language } from '../domain/vocabulary.ts';
import { filterProblemText, queuesTexts } from '../i18n/queues-texts.ts';
import { cut } from '../util/text-layout.ts';
import { textWidth } from '../util/text-width.ts';
import { toSafe } from '../util/to-safe.ts';
import { UserError } from '../util/user-error.ts';
import type { Session } from './session.ts';

type Problem = SelectedTickets['problems'][number];

/** What may be a word to look for, or a name that is not there any more: the rest still answers. */
function isRemark({ kind, suggestion }: Problem): boolean {
  if (kind === 'unknown-field') return suggestion === null;
  return kind === 'unknown-name' || kind === 'open-quote';
}

const WIDEST_LINE = 200;

/**
 * Says what of a filter line was not understood. A condition that cannot be read would let everything
 * through, and a script would take it for the answer, so that is an error; the others are remarks.
 */
export function tellProblems(session: Session, line: string, problems: readonly Problem[]): void {
  const { language, output } = session;
  const wrong = problems.filter((problem) => !isRemark(problem));
  if (wrong.length > 0) {
    throw new UserError('filter-wrong', { details: describeProblems(line, wrong, language) });
  }
  if (problems.length > 0) output.talk(describeProblems(line, problems, language));
}

/** A sentence for each problem with its place, and the line with every place marked below it. */
function describeProblems(line: string, problems: readonly Problem[], language: Language): string {
  const t = queuesTexts(language);
  const sentences = problems.map((problem) =>
    t.atColumn(problem.start + 1, filterProblemText(problem, language)).replace(/\?\.$/, '?'),
  );
  const shown = cut(toSafe(line), WIDEST_LINE);
  let marks = '';
  for (const { start, end } of problems.toSorted((a, b) => a.start - b.start)) {
    const before = textWidth(toSafe(line.slice(0, start)));
    const cells = textWidth(toSafe(line.slice(start, end)));
    if (before < textWidth(marks)) continue;
    marks = `${marks.padEnd(before)}${'^'.repeat(Math.max(1, cells))}`;
  }
  return [...sentences, `  ${shown}`, `  ${marks.slice(0, WIDEST_LINE)}`].join('\n');
}
