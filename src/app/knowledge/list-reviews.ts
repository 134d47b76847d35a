import { approversOf } from '../../domain/article-owner.ts';
import { publishedVersion } from '../../domain/article-record.ts';
import { isBaseStale } from '../../domain/decide-review.ts';
import type { OpenMark } from '../../store/article/article-mark-store.ts';
import type { StoredVersion } from '../../store/article/article-version-reader.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';
import { textBelow } from './live-text.ts';
import { articleMarks } from './reader-stores.ts';

/** A version that somebody works on or that waits for a decision. */
export interface OpenVersion {
  readonly version: StoredVersion;
  readonly authorName: string;
  readonly isMine: boolean;
  /** Something else was published since it was begun. */
  readonly isStale: boolean;
  /** Names of those who may accept it. */
  readonly approvers: readonly string[];
}

/** What the people who keep the articles have to look at. */
export interface Reviews {
  readonly inReview: readonly OpenVersion[];
  readonly drafts: readonly OpenVersion[];
  /** Marks that an article is outdated, until its owner has looked at it. */
  readonly outdated: readonly (OpenMark & { readonly personName: string })[];
  /** Published over a file that has changed since. */
  readonly changedFiles: readonly ArticleKey[];
}

/** Everything about the articles that waits for somebody, the oldest first. */
export function listReviews(desk: Desk): Reviews {
  const versions = articleVersions(desk);
  const names = new Map(desk.people.persons().map(({ id, name }) => [id, name]));
  const open = versions
    .inStates(['draft', 'in-review'])
    .map((version) => openVersion(desk, version, names));
  return {
    inReview: open.filter(({ version }) => version.state === 'in-review'),
    drafts: open.filter(({ version }) => version.state === 'draft'),
    outdated: articleMarks(desk)
      .open('outdated')
      .map((mark) => ({ ...mark, personName: names.get(mark.personId) ?? '' })),
    changedFiles: versions
      .inStates(['published'])
      .map(({ articleId: id, lang, baseHash }) => ({ id, lang, baseHash }))
      .filter(({ baseHash, ...key }) => {
        const file = baseHash === null ? null : textBelow(desk, key);
        return file !== null && file.hash !== baseHash;
      })
      .map(({ id, lang }) => ({ id, lang })),
  };
}

function openVersion(
  desk: Desk,
  version: StoredVersion,
  names: ReadonlyMap<string, string>,
): OpenVersion {
  const { articleId: id, lang, authorId } = version;
  const record = articleVersions(desk).record(id, lang);
  const file = textBelow(desk, { id, lang });
  const about = publishedVersion(record)?.about ?? file?.about ?? version.about;
  const people = desk.people.persons().filter(({ isDemo }) => isDemo === desk.me.isDemo);
  return {
    version,
    authorName: names.get(authorId) ?? '',
    isMine: authorId === desk.me.id,
    isStale: isBaseStale(version, record, file),
    approvers: about === null ? [] : approversOf(about, people).map(({ name }) => name),
  };
}
