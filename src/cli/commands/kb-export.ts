import { typedPath } from '../../app/desk/typed-path.ts';
import { exportArticles } from '../../app/knowledge/export-articles.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { kbPublic } from './kb-public.ts';

/** `smena kb export DIR`: published articles as Markdown, byte for byte; --public: as a site. */
export async function kbExport(session: Session, input: CommandInput): Promise<void> {
  const folder = typedPath(input.required(0), session.io.env);
  if (input.has('public')) {
    if (input.has('all')) throw new UsageError('either-or', { one: '--all', other: '--public' });
    return (await import('./kb-public.ts')).kbPublic(session, folder);
  }
  if (input.has('public')) return kbPublic(session, folder);
  const done = exportArticles(await session.desk(), folder, { all: input.has('all') });
  if (done.kept.length > 0) session.fail();
  const { output } = session;
  if (output.isJson) return output.json(done);
  for (const path of done.written) output.row(path);
  const { articles } = await session.texts();
  const [written, unchanged] = [done.written.length, done.unchanged.length];
  output.talk(fill(articles.exported, { written, unchanged }));
  for (const path of done.kept) output.problem(fill(articles.kept, { path }));
}
