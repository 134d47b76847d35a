import { checkKnowledge } from '../../app/content/check-knowledge.ts';
import { dayAtDesk } from '../../app/content/day-at-desk.ts';
import { typedPath } from '../../app/desk/typed-path.ts';
import { loadArticleCheckTexts } from '../../i18n/article-check-texts.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';

/** `smena kb check [PATH]`: all that is wrong with articles, each with its place. */
export async function kbCheck(session: Session, input: CommandInput): Promise<void> {
  const typed = input.argument(0);
  const path = typed === undefined ? null : typedPath(typed, session.io.env);
  const { paths, clock } = session;
  const { count, problems } = checkKnowledge(paths, { path, today: await dayAtDesk(paths, clock) });
  const texts = await loadArticleCheckTexts(session.language);
  const told = problems.map(({ params, ...problem }) => {
    return { ...problem, message: fill(texts.problems[problem.code], params) };
  });
  const errors = told.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) session.fail();
  const { output } = session;
  if (output.isJson) return output.json(told);
  for (const { file, line, column, severity, message } of told) {
    output.row(`${file}:${line}:${column} ${texts.severities[severity]}: ${message}`);
  }
  output.talk(fill(texts.summary, { count, errors, warnings: told.length - errors }));
}
