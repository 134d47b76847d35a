import type { ArticleEvent, ReaderFact, RevisionFact } from './article-event.ts';
import { type ArticleRecord, type ArticleVersion, emptyRecord } from './article-record.ts';

/** Folds one event into the record of an article. What readers say changes no version. Pure. */
export function evolveArticle(
  record: ArticleRecord,
  event: ArticleEvent<RevisionFact | ReaderFact>,
): ArticleRecord {
  return { versions: versionsAfter(record.versions, event), rev: record.rev + 1 };
}

/** Folds a whole history, oldest first. */
export function replayArticle(events: Iterable<ArticleEvent>): ArticleRecord {
  let record = emptyRecord;
  for (const event of events) record = evolveArticle(record, event);
  return record;
}

function versionsAfter(
  versions: readonly ArticleVersion[],
  event: ArticleEvent,
): readonly ArticleVersion[] {
  const { fact } = event;
  switch (fact.type) {
    case 'version-saved':
      return withSaved(versions, saved(fact, event));
    case 'version-submitted':
      return withSubmitted(versions, fact.version);
    case 'version-accepted':
      return change(versions.map(retired), fact.version, {
        ...decided(event, fact.note),
        state: 'published',
        publishedAt: event.at,
      });
    case 'version-sent-back':
      return change(versions, fact.version, { ...decided(event, fact.reason), state: 'draft' });
    case 'article-archived':
      return change(versions, fact.version, { ...decided(event, fact.reason), state: 'archived' });
    default:
      return versions;
  }
}

function saved(
  { type: _, text: __, ...fact }: Extract<RevisionFact, { type: 'version-saved' }>,
  event: ArticleEvent,
): ArticleVersion {
  return {
    ...fact,
    state: 'draft',
    authorId: event.byId,
    at: event.at,
    decidedById: null,
    decidedAt: null,
    decision: '',
    publishedAt: null,
  };
}

function decided(event: ArticleEvent, decision: string) {
  return { decidedById: event.byId, decidedAt: event.at, decision };
}

function withSaved(versions: readonly ArticleVersion[], newer: ArticleVersion) {
  return [...versions.map((known) => replacedBy(newer, known, 'draft')), newer];
}

function withSubmitted(versions: readonly ArticleVersion[], number: number) {
  const newer = versions.find(({ version }) => version === number);
  const others = newer ? versions.map((known) => replacedBy(newer, known, 'in-review')) : versions;
  return change(others, number, { state: 'in-review' });
}

/** A newer text of the same person takes the place of their unfinished one. */
function replacedBy(
  newer: ArticleVersion,
  known: ArticleVersion,
  state: 'draft' | 'in-review',
): ArticleVersion {
  const isSameWork = known.authorId === newer.authorId && known.cause === newer.cause;
  return known.state === state && isSameWork ? { ...known, state: 'replaced' } : known;
}

function retired(version: ArticleVersion): ArticleVersion {
  const wasLast = version.state === 'published' || version.state === 'archived';
  return wasLast ? { ...version, state: 'replaced' } : version;
}

function change(
  versions: readonly ArticleVersion[],
  number: number,
  fields: Partial<ArticleVersion>,
): readonly ArticleVersion[] {
  return versions.map((known) => (known.version === number ? { ...known, ...fields } : known));
}
