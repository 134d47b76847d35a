import { typedPath } from '../../app/desk/typed-path.ts';
import { checkScenarioFiles } from '../../app/practice/check-scenarios.ts';
import { fill } from '../../i18n/fill.ts';
import { loadPracticeCheckTexts, practiceProblemText } from '../../i18n/practice-check-texts.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';

/** `smena practice check [PATH…]`: all that is wrong with scenarios and facts, each with its place. */
export async function practiceCheck(session: Session, input: CommandInput): Promise<void> {
  const typed = input.args.map((path) => typedPath(path, session.io.env));
  const { files, scenarios, hasDictionary, problems } = await checkScenarioFiles(session, typed);
  const texts = await loadPracticeCheckTexts(session.language);
  const told = problems.map(({ file, line, column, path, severity, code, params }) => {
    const message = practiceProblemText({ code, params }, texts);
    return { file, line, column, path, message, severity, code };
  });
  const errors = told.filter(({ severity }) => severity === 'error');
  const warnings = told.filter(({ severity }) => severity === 'warning');
  if (errors.length > 0) session.fail();
  const { output } = session;
  if (!hasDictionary) output.problem(texts.noDictionary);
  if (output.isJson) return output.json({ files, scenarios, errors, warnings });
  for (const { file, line, column, path, message, severity } of told) {
    const parts = [`${file}:${line}:${column}`, path, `${texts.severities[severity]}: ${message}`];
    output.row(parts.filter((part) => part !== '').join(' '));
  }
  const counts = { files, scenarios, errors: errors.length, warnings: warnings.length };
  output.talk(fill(texts.summary, counts));
}
