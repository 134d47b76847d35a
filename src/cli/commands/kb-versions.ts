import { compareVersions } from '../../app/knowledge/compare-versions.ts';
import { listVersions } from '../../app/knowledge/list-versions.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  acceptedArticle,
  articleTarget,
  versionAt,
  versionJson,
  versionRow,
} from '../article-target.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';

/** `smena kb versions ARTICLE`: everything that was written here, the newest first. */
export async function kbVersions(session: Session, input: CommandInput): Promise<void> {
  const target = await articleTarget(session, input);
  const versions = listVersions(target.desk, target.key).toReversed();
  const { output } = session;
  if (output.isJson) return output.json(versions.map((version) => versionJson(target, version)));
  const texts = await session.texts();
  if (versions.length === 0) output.talk(texts.articles.noVersions);
  for (const version of versions) output.row(versionRow(target, version, texts));
}

/** Unchanged lines shown before and after a change. */
const CONTEXT = 3;

/** `smena kb diff ARTICLE [A] [B]`: what changed, with a few lines around it. */
export async function kbDiff(session: Session, input: CommandInput): Promise<void> {
  const target = await articleTarget(session, input);
  const [first, second] = [versionAt(input, 1) ?? undefined, versionAt(input, 2) ?? undefined];
  // One number asks what that version changed.
  const asked = second === undefined ? { to: first } : { from: first, to: second };
  const compared = acceptedArticle(target, compareVersions(target.desk, target.key, asked));
  const { output } = session;
  if (output.isJson) return output.json({ ...target.key, ...compared });
  const { lines, from, to } = compared;
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ sign }) => sign !== ' '),
  );
  if (!near.includes(true)) return output.talk((await session.texts()).articles.same);
  const { paint } = output;
  output.styled(paint.dim(`${from} → ${to}`));
  for (const [at, { sign, text }] of lines.entries()) {
    if (!near[at]) {
      if (near[at - 1]) output.styled(paint.dim('…'));
      continue;
    }
    const line = `${sign} ${toSafe(text, output.isTerminal ? {} : { maxLine: Infinity })}`;
    output.styled(sign === '-' ? paint.alarm(line) : sign === '+' ? paint.strong(line) : line);
  }
}
