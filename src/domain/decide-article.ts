import { unreachable } from '../util/must.ts';
import { ok, type Result } from '../util/result.ts';
import type { RevisedText, RevisionCommand, VersionRef } from './article-command.ts';
import { type ArticleEvent, type RevisionFact, toEvents } from './article-event.ts';
import {
  type ArticleRecord,
  type ArticleVersion,
  archivedVersion,
  publishedVersion,
  type VersionCause,
  versionOf,
} from './article-record.ts';
import {
  type ArticleDecision,
  approversFor,
  type DecideArticleContext,
  decideAccept,
  decideSendBack,
  isBaseStale,
  lastOf,
  ownerOf,
} from './decide-review.ts';
import { type Refusal, refuse } from './refusal.ts';

/** An article is read by people: as long as a file of articles may be. */
const LONGEST_TEXT = 1_000_000;

/**
 * Decides one command on the versions of one article. A text is never refused because somebody
 * else was faster: it is kept as a version of its own, and only accepting it waits.
 */
export function decideArticle(
  command: RevisionCommand,
  record: ArticleRecord,
  context: DecideArticleContext,
): Result<readonly ArticleEvent<RevisionFact>[], Refusal> {
  const decision = decideFacts(command, record, context);
  return decision.ok ? ok(toEvents(decision.value, context)) : decision;
}

function decideFacts(
  command: RevisionCommand,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  if (context.actor.role === 'read-only') return refuse('role-reads-only');
  switch (command.type) {
    case 'save-draft':
      return decideSave(command, record, context);
    case 'submit':
      return decideSubmit(command, record, context);
    case 'accept':
      return decideAccept(command, record, context);
    case 'send-back':
      return decideSendBack(command, record, context);
    case 'renew':
      if (command.reviewBy <= context.today) return refuse('review-in-past');
      return decideAtOnce(command, 'renew', record, context);
    case 'verify-backup':
      if (command.about?.kind !== 'backup') return refuse('not-a-backup');
      if (command.on > context.today) return refuse('verified-in-future');
      return decideAtOnce(command, 'verify', record, context);
    case 'restore-version':
      return decideRestore(command, record, context);
    case 'archive':
      return decideArchive(command, record, context);
    default:
      return unreachable(command);
  }
}

function decideSave(
  command: Extract<RevisionCommand, { type: 'save-draft' }>,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  if (command.text.trim() === '') return refuse('text-missing');
  if (command.text.length > LONGEST_TEXT)
    return refuse('text-too-long', [], { most: LONGEST_TEXT });
  const isUnchanged = (known: ArticleVersion | null) =>
    known?.hash === command.hash && known.baseVersion === command.baseVersion;
  const own = lastOf(record, ['draft', 'in-review'], context.actor.id);
  const base = record.versions.find(({ version }) => version === command.baseVersion);
  const baseHash = base?.hash ?? command.baseHash;
  if (isUnchanged(own) || command.hash === baseHash) return refuse('nothing-to-change');
  return ok([savedFact(command, 'edit', record, command)]);
}

function decideSubmit(
  { version, versionHash }: VersionRef,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  const draft =
    version === null
      ? lastOf(record, ['draft'], context.actor.id)
      : versionOf(record, version, versionHash);
  if (draft?.state !== 'draft') return refuse('nothing-to-submit', ['article-edit']);
  const { id } = context.actor;
  if (draft.authorId !== id && !approversFor(draft.about, record, context).includes(id)) {
    const owner = ownerOf(draft.about, record, context);
    return refuse('not-owner-line', ['article-edit'], { owner });
  }
  if (draft.about === null) return refuse('article-not-readable', ['article-edit']);
  return ok([{ type: 'version-submitted', version: draft.version }]);
}

function decideRestore(
  command: Extract<RevisionCommand, { type: 'restore-version' }>,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  const source = versionOf(record, command.version, command.hash);
  if (source === null) {
    return refuse('no-such-version', ['article-versions'], { version: command.version });
  }
  if (source.state === 'published') return refuse('nothing-to-change');
  // What readers have seen may be seen again; anything else is a text like any other.
  const wasSeen = source.publishedAt !== null || source.cause === 'archive';
  if (wasSeen) return decideAtOnce(command, 'restore', record, context);
  return decideProposal(command, 'restore', record);
}

function decideArchive(
  command: Extract<RevisionCommand, { type: 'archive' }>,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  const { reason, about } = command;
  const published = publishedVersion(record);
  if (published === null && (context.file === null || archivedVersion(record) !== null)) {
    return refuse('no-such-article');
  }
  if (!approversFor(about, record, context).includes(context.actor.id)) {
    return refuse('not-owner-line', ['article-mark'], { owner: ownerOf(about, record, context) });
  }
  if (reason.trim() === '') return refuse('reason-missing', ['article-archive']);
  if (published !== null) {
    return ok([{ type: 'article-archived', version: published.version, reason }]);
  }
  const saved = savedFact(command, 'archive', record);
  return ok([saved, { type: 'article-archived', version: saved.version, reason }]);
}

/** What the owner line may do by itself, as no sentence of the text changes; others propose it. */
function decideAtOnce(
  text: RevisedText,
  cause: VersionCause,
  record: ArticleRecord,
  context: DecideArticleContext,
): ArticleDecision {
  const mayAccept = approversFor(text.about, record, context).includes(context.actor.id);
  if (!mayAccept || isBaseStale(text, record, context.file)) {
    return decideProposal(text, cause, record);
  }
  const saved = savedFact(text, cause, record);
  return ok([saved, { type: 'version-accepted', version: saved.version, note: '', isOwn: false }]);
}

function decideProposal(
  text: RevisedText,
  cause: VersionCause,
  record: ArticleRecord,
): ArticleDecision {
  const saved = savedFact(text, cause, record);
  if (text.about === null) return ok([saved]);
  return ok([saved, { type: 'version-submitted', version: saved.version }]);
}

function savedFact(
  { text, hash, about, baseVersion, baseHash }: RevisedText,
  cause: VersionCause,
  record: ArticleRecord,
  { note, ticketId }: { readonly note: string; readonly ticketId: string | null } = {
    note: '',
    ticketId: null,
  },
) {
  const version = record.versions.length + 1;
  const base = { baseVersion, baseHash };
  return {
    type: 'version-saved',
    version,
    cause,
    text,
    hash,
    about,
    ...base,
    note,
    ticketId,
  } as const;
}
