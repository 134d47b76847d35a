import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typedPath } from '../../app/desk/typed-path.ts';
import { liveText } from '../../app/knowledge/live-text.ts';
import { ownDraft } from '../../app/knowledge/own-draft.ts';
import { saveArticle } from '../../app/knowledge/save-article.ts';
import { fill } from '../../i18n/fill.ts';
import { UserError } from '../../util/user-error.ts';
import {
  type ArticleTarget,
  acceptedArticle,
  articleTarget,
  printVersion,
} from '../article-target.ts';
import type { CommandInput } from '../command-input.ts';
import { readWhole } from '../read-text.ts';
import type { Session } from '../session.ts';
import { wholeNumber } from '../usage-error.ts';

/** A text, the published version it was begun over, and its file while the store has not got it. */
interface Written {
  readonly text: string;
  readonly baseVersion: number | null;
  readonly file: string | null;
}

/**
 * `smena kb edit ARTICLE [--from FILE]`: keeps a text as a draft version. Without a file it is
 * what is piped in, else the own draft or the article itself in the editor.
 */
export async function kbEdit(session: Session, input: CommandInput): Promise<void> {
  const target = await articleTarget(session, input);
  const { desk, key } = target;
  const from = input.value('from') ?? (session.io.stdin.isTTY ? undefined : '-');
  const written =
    from === undefined
      ? await fromEditor(session, target)
      : await fromFile(session, target, { from, base: input.value('base') });
  const edit = { ...written, note: input.value('note') };
  const { version, isStale, problems } = acceptedArticle(target, saveArticle(desk, key, edit));
  if (written.file !== null) rmSync(written.file, { force: true });
  await printVersion(session, target, version, { stale: isStale, problems });
  const { articles } = await session.texts();
  const { output } = session;
  if (isStale) output.talk(fill(articles.stale, { version: liveVersion(target), id: key.id }));
  if (problems.length > 0) output.talk([articles.keptWithMistakes, ...problems].join('\n'));
  else output.talk(fill(articles.toReview, { id: key.id }));
}

async function fromFile(
  session: Session,
  target: ArticleTarget,
  { from, base }: { readonly from: string; readonly base: string | undefined },
): Promise<Written> {
  const path = from === '-' ? from : typedPath(from, session.io.env);
  const number = base === undefined ? liveVersion(target) : wholeNumber(base, '--base');
  return { text: await readWhole(session, path), baseVersion: number || null, file: null };
}

/** The text from the editor. The file stays until the store has it: nothing typed is lost. */
async function fromEditor(session: Session, target: ArticleTarget): Promise<Written> {
  const { articles } = await session.texts();
  const folder = join(target.desk.paths.dataFolder, 'edit');
  const left = unfinished(folder, target);
  if (left !== null) session.output.talk(fill(articles.unfinished, { path: left.file }));
  const { file, base } = left ?? begin(folder, target);
  const draft = ownDraft(target.desk, target.key);
  if (left === null && draft?.isStale) {
    session.output.talk(fill(articles.stale, { version: base, id: target.key.id }));
  }
  const { editFile } = await import('../edit-file.ts');
  await editFile(session, file);
  // What was published while somebody wrote is noticed by the version in the name of the file.
  return { text: await readWhole(session, file), baseVersion: base || null, file };
}

interface Begun {
  readonly file: string;
  /** 0 for a text over a file or over nothing. */
  readonly base: number;
}

function begin(folder: string, target: ArticleTarget): Begun {
  const { desk, key } = target;
  const text = ownDraft(desk, key)?.text ?? liveText(desk, key)?.text;
  if (text === undefined) throw new UserError('article-unknown', { article: key.id });
  const base = liveVersion(target);
  const file = join(folder, `${key.id}.${key.lang}.v${base}.md`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
  return { file, base };
}

/** The file of an edit that did not come to its end. */
function unfinished(folder: string, { key }: ArticleTarget): Begun | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = new RegExp(`^${key.id}\\.${key.lang}\\.v(\\d+)\\.md$`);
  for (const entry of readdirSync(folder)) {
    const base = name.exec(entry)?.[1];
    if (base !== undefined) return { file: join(folder, entry), base: Number(base) };
  }
  return null;
}

function liveVersion({ desk, key }: ArticleTarget): number {
  return liveText(desk, key)?.version ?? 0;
}
