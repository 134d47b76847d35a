import { ok, type Result } from '../util/result.ts';
import type { RevisionCommand, VersionRef } from './article-command.ts';
import type { RevisionFact } from './article-event.ts';
import { approversOf } from './article-owner.ts';
import {
  type ArticleAbout,
  type ArticleRecord,
  type ArticleVersion,
  archivedVersion,
  publishedVersion,
  type VersionState,
  versionOf,
} from './article-record.ts';
import type { Person } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What a decision on an article may look at besides its record. */
export interface DecideArticleContext {
  readonly now: number;
  /** The desk's day, `2026-11-18`. */
  readonly today: string;
  readonly actor: Person;
  readonly device: string;
  readonly opId: string;
  readonly entityId: string;
  /** Everybody of the desk, the actor too. */
  readonly people: readonly Person[];
  /** The file that readers see while nothing is written here; null when there is none. */
  readonly file: { readonly about: ArticleAbout | null; readonly hash: string } | null;
}

/** The facts of a permitted command, or the reason of a refusal. */
export type ArticleDecision = Result<readonly RevisionFact[], Refusal>;

/** Whether something else was published since this version was begun. */
export function isBaseStale(
  { baseVersion, baseHash }: Pick<ArticleVersion, 'baseVersion' | 'baseHash'>,
  record: ArticleRecord,
  file: DecideArticleContext['file'],
): boolean {
  const published = publishedVersion(record);
  if (published !== null) return baseVersion !== published.version;
  if (baseVersion !== null) return true;
  // Over an archived article nobody sees the file.
  return archivedVersion(record) === null && baseHash !== (file?.hash ?? null);
}

/** A version goes out to the readers: by the owner line, and not by its author. */
export function decideAccept(
  command: Extract<RevisionCommand, { type: 'accept' }>,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  const found = inReview(command, record);
  if (!found.ok) return found;
  const { version, about, authorId } = found.value;
  const approvers = approversFor(about, record, context);
  if (!approvers.includes(context.actor.id)) {
    return refuse('not-owner-line', ['article-reviews'], {
      owner: ownerOf(about, record, context),
    });
  }
  if (isBaseStale(found.value, record, context.file)) {
    return refuse('base-stale', ['article-diff', 'article-edit'], { version });
  }
  const isOwn = authorId === context.actor.id;
  if (isOwn && approvers.length > 1) return refuse('author-approves', ['article-reviews']);
  if (isOwn && command.note.trim() === '') return refuse('own-needs-reason', ['article-accept']);
  return ok([{ type: 'version-accepted', version, note: command.note, isOwn }]);
}

/** A version goes back to its author, who may also take it back. */
export function decideSendBack(
  { reason, ...named }: Extract<RevisionCommand, { type: 'send-back' }>,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  const found = inReview(named, record);
  if (!found.ok) return found;
  const { about, authorId } = found.value;
  const isOwn = authorId === context.actor.id;
  if (!isOwn && !approversFor(about, record, context).includes(context.actor.id)) {
    return refuse('not-owner-line', ['article-reviews'], {
      owner: ownerOf(about, record, context),
    });
  }
  if (reason.trim() === '') return refuse('reason-missing', ['article-send-back']);
  return ok([{ type: 'version-sent-back', version: found.value.version, reason }]);
}

function inReview(
  { version, versionHash }: VersionRef,
  record: ArticleRecord,
): Result<ArticleVersion, Refusal> {
  const found =
    version === null
      ? lastOf(record, ['in-review'], null)
      : versionOf(record, version, versionHash);
  if (found?.state === 'in-review') return ok(found);
  return refuse('nothing-in-review', ['article-submit', 'article-versions']);
}

/** The last version in one of these states, of one author where one is given. */
export function lastOf(
  { versions }: ArticleRecord,
  states: readonly VersionState[],
  authorId: string | null,
): ArticleVersion | null {
  const isWanted = (known: ArticleVersion) =>
    states.includes(known.state) && (authorId === null || known.authorId === authorId);
  return versions.findLast(isWanted) ?? null;
}

/** The owner is who owns what readers see: a proposal must not choose its own judge. */
function ownedBy(
  about: ArticleAbout | null,
  record: ArticleRecord,
  { file }: DecideArticleContext,
): ArticleAbout {
  const seen = publishedVersion(record) ?? archivedVersion(record);
  return seen?.about ?? file?.about ?? about ?? { title: '', kind: '', owner: '' };
}

/** The people who may accept changes of this article. */
export function approversFor(
  about: ArticleAbout | null,
  record: ArticleRecord,
  context: DecideArticleContext,
): readonly string[] {
  const approvers = approversOf(ownedBy(about, record, context), context.people);
  return approvers.map(({ id }) => id);
}

/** Whose article it is, for the sentence of a refusal. */
export function ownerOf(
  about: ArticleAbout | null,
  record: ArticleRecord,
  context: DecideArticleContext,
): string {
  const { owner, kind } = ownedBy(about, record, context);
  return owner || kind;
}
