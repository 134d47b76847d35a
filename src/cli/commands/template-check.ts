import { checkTemplates } from '../../app/content/check-templates.ts';
import { typedPath } from '../../app/desk/typed-path.ts';
import { fill } from '../../i18n/fill.ts';
import { loadTemplateCheckTexts } from '../../i18n/template-check-texts.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';

/** `smena template check [PATH…]`: all that is wrong with templates, each with its place. */
export async function templateCheck(session: Session, input: CommandInput): Promise<void> {
  const typed = input.args.map((path) => typedPath(path, session.io.env));
  const { checked, problems } = await checkTemplates(session.paths, typed);
  const texts = await loadTemplateCheckTexts(session.language);
  const told = problems.map(({ code, params, ...place }) => {
    const message = fill(texts.problems[code], params);
    return { ...place, severity: 'error', code, message };
  });
  if (told.length > 0) session.fail();
  const { output } = session;
  if (output.isJson) return output.json({ checked, errors: told.length, problems: told });
  for (const { file, line, column, message } of told) {
    output.row(`${file}:${line}:${column} ${message}`);
  }
  output.talk(fill(texts.summary, { checked, errors: told.length }));
}
