import { type ArticleKind, knownKind } from './article.ts';
import type { ArticleAbout } from './article-record.ts';
import type { Person } from './person.ts';
import type { Role } from './vocabulary.ts';

/** Whose word counts for an article: people of these lines, or of no line: leads only. */
const linesOfKind: Readonly<Record<ArticleKind, readonly string[]>> = {
  system: ['3'],
  instruction: ['2'],
  alert: ['2', '3'],
  escalation: ['1'],
  peculiarity: ['1'],
  'typical-answer': ['1', '2'],
  'symptom-tree': ['3'],
  backup: ['3'],
  'faq-public': [],
};

const leading: readonly Role[] = ['lead', 'team-lead', 'head'];
/** A hire and those who check others propose, as everybody may; they do not accept. */
const accepting: readonly Role[] = ['engineer', 'mentor'];

/** The lines that own an article: the `owner` of its front matter, else those of its kind. */
export function ownerLines({
  owner,
  kind,
}: Pick<ArticleAbout, 'owner' | 'kind'>): readonly string[] {
  const line = /^line-(.+)$/.exec(owner.trim())?.[1];
  if (line !== undefined) return [line];
  if (owner.trim() === 'lead') return [];
  const known = knownKind(kind);
  return known === null ? [] : linesOfKind[known];
}

/** Whether this person may accept changes of an article: of its owner line, or a lead. */
export function ownsArticle(person: Person, about: Pick<ArticleAbout, 'owner' | 'kind'>): boolean {
  if (leading.includes(person.role)) return true;
  if (!accepting.includes(person.role)) return false;
  return person.login === about.owner.trim() || ownerLines(about).includes(person.line);
}

/**
 * Who may accept changes of an article. Where a desk has neither a lead nor anybody of the owner
 * line, every engineer stands in: a small desk must not be stuck.
 */
export function approversOf(
  about: Pick<ArticleAbout, 'owner' | 'kind'>,
  people: readonly Person[],
): readonly Person[] {
  const owners = people.filter((person) => ownsArticle(person, about));
  return owners.length > 0 ? owners : people.filter(({ role }) => accepting.includes(role));
}
