import { dayAtDesk } from '../../app/content/day-at-desk.ts';
import { newArticle } from '../../app/content/new-article.ts';
import { typedPath } from '../../app/desk/typed-path.ts';
import { articleKinds } from '../../domain/article.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../usage-error.ts';

/** Half a year: what nobody has looked at for longer is not believed. */
const REVIEW_DAYS = 182;

/** `smena kb new KIND ID`: an article from the template of its kind, in the language of --lang. */
export async function kbNew(session: Session, input: CommandInput): Promise<void> {
  const { paths, clock, language: lang, io, output } = session;
  const to = input.value('to');
  const path = newArticle(paths, {
    kind: oneOf(input.required(0), articleKinds, '<kind>'),
    id: input.required(1),
    lang,
    reviewBy: await dayAtDesk(paths, clock, REVIEW_DAYS),
    folder: to === undefined ? null : typedPath(to, io.env),
  });
  if (output.isJson) output.json({ path });
  else output.line(path);
}
