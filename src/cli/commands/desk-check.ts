import { typedPath } from '../../app/desk/typed-path.ts';
import { checkPack } from '../../app/desk-pack/check-pack.ts';
import { loadDeskTexts } from '../../i18n/desk-texts.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import { partList, tellPackProblems } from '../desk-words.ts';
import type { Session } from '../session.ts';

/** `smena desk check FOLDER`: everything that is wrong with a desk pack, each with its place. */
export async function deskCheck(session: Session, input: CommandInput): Promise<void> {
  const folder = typedPath(input.required(0), session.io.env);
  const { problems, fromDefault, counts } = checkPack(session.paths, folder);
  if (problems.length > 0) return tellPackProblems(session, problems, { fromDefault, counts });
  const { output } = session;
  if (output.isJson) return output.json({ ok: true, problems, fromDefault, counts });
  const texts = await loadDeskTexts(session.language);
  const list = Object.entries(counts).map(([part, count]) => `${partList([part], texts)} ${count}`);
  output.line(fill(texts.check.good, { counts: list.join(', ') }));
  if (fromDefault.length > 0) {
    output.talk(fill(texts.check.fromDefault, { parts: partList(fromDefault, texts) }));
  }
}
