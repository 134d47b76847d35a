import { importArticles, resetImport } from '../../app/search/import-articles.ts';
import { loadArticleCheckTexts } from '../../i18n/article-check-texts.ts';
import { fill } from '../../i18n/fill.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { mustBeAllowed } from '../refused.ts';
import type { Session } from '../session.ts';

/** `smena kb import PATH [--replace]`, `smena kb import --reset`: whole sets of articles. */
export async function kbImport(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustBeAllowed(desk, 'edit-article');
  const { output } = session;
  const { done, importReasons } = await session.texts();
  const [path] = input.args;
  if (input.has('reset')) {
    if (path !== undefined) throw new UserError('import-reset-alone');
    const removed = resetImport(desk);
    if (output.isJson) return output.json({ removed });
    return output.line(fill(done.articlesReset, { removed }));
  }
  if (path === undefined) throw new UserError('import-path-needed');
  let tenth = 0;
  const report = await importArticles(desk, path, {
    replace: input.has('replace'),
    onProgress: ({ done: ready, total }) => {
      const reached = Math.floor((ready / total) * 10);
      if (reached > tenth && total > 1_000) output.talk(fill(done.indexed, { ready, total }));
      tenth = reached;
    },
  });
  if (report.failed.length > 0) session.fail();
  const { problems } = await loadArticleCheckTexts(session.language);
  const reasons: Readonly<Record<string, string>> = { ...problems, ...importReasons };
  if (!output.isJson) {
    for (const { file, line, column, reason, params } of report.failed) {
      output.problem(`${file}:${line}:${column} ${fill(reasons[reason] ?? reason, params)}`);
    }
  }
  const { imported, unchanged, failed } = report;
  if (output.isJson) return output.json(report);
  output.line(fill(done.articlesImported, { imported, unchanged, failed: failed.length }));
}
