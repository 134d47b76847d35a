import { join } from 'node:path';
import type { Language } from '../domain/vocabulary.ts';
import { type ArticleProblem, articleProblem, fileStart, placesIn } from './article-problem.ts';
import { hostileSigns } from './article-text.ts';
import { checkArticleBody } from './check-article-body.ts';
import { type ArticleName, articleNameOf, checkArticleFront } from './check-article-front.ts';
import { checkArticleLinks, type LinkingArticle, type LinkTargets } from './check-article-links.ts';
import { maskMarkdown } from './markdown-places.ts';
import { nearTitles } from './near-titles.ts';
import { type ArticleFolder, type ArticleText, readArticleFolder } from './read-article-folder.ts';

export interface CheckArticlesOptions {
  /** Folders of articles, the weakest first: one further down stands in for one before. */
  readonly folders: readonly string[];
  /** The day to compare with, `2026-11-21`. */
  readonly today: string;
}

export interface CheckedArticles {
  /** How many files were looked at as articles. */
  readonly count: number;
  /** By file, line and column. */
  readonly problems: readonly ArticleProblem[];
}

/** An article whose front matter could be read. */
interface Known extends LinkingArticle, ArticleName {}

/** One file by itself. */
interface Checked {
  readonly article: Known | null;
  readonly problems: readonly ArticleProblem[];
}

const UNFILLED = /‹[^‹›\n]*›/g;
const DAY_MS = 86_400_000;

/** Looks at everything in the folders of a knowledge base and tells all that is wrong with it. */
export function checkArticles({ folders: paths, today }: CheckArticlesOptions): CheckedArticles {
  const folders = paths.map((path) => readArticleFolder(path));
  const checked = folders.flatMap(({ texts }) => texts.map(checkOne));
  const known = checked.flatMap(({ article }) => article ?? []);
  const effective = [...new Map(known.map((one) => [`${one.id} ${one.lang}`, one])).values()];
  const problems = [
    ...folders.flatMap((folder) => [...folder.problems, ...duplicateIds(folder)]),
    ...checked.flatMap((one) => one.problems),
    ...linkProblems(folders, known),
    ...titleProblems(effective),
    ...effective.flatMap((article) => timeProblems(article, today)),
  ];
  return { count: checked.length, problems: problems.sort(byPlace) };
}

function checkOne(text: ArticleText): Checked {
  const { file, name } = text;
  const problems = [...hostileSigns(file, text.text), ...unfilledPlaces(text)];
  const parts = articleNameOf(name);
  if (parts === null) {
    return { article: null, problems: [...problems, articleProblem(file, fileStart, 'file-name')] };
  }
  const front = checkArticleFront(text, parts);
  if (!('meta' in front)) return { article: null, problems: [...problems, ...front] };
  const masked = maskMarkdown(front.body);
  const article = { ...front, ...parts, file, name, masked };
  const inBody = checkArticleBody(file, front, masked);
  return { article, problems: [...problems, ...front.problems, ...inBody] };
}

function unfilledPlaces({ file, text }: ArticleText): ArticleProblem[] {
  const placeAt = placesIn(text);
  return [...text.matchAll(UNFILLED)].map((match) =>
    articleProblem(file, placeAt(match.index), 'unfilled', { text: match[0] }),
  );
}

/** One id under two kinds: which of them a link means would be chance. */
function duplicateIds({ texts }: ArticleFolder): ArticleProblem[] {
  const firsts = new Map<string, { readonly file: string; readonly group: string }>();
  return texts.flatMap(({ file, name }) => {
    const parts = articleNameOf(name);
    if (parts === null) return [];
    const { id, group } = parts;
    const first = firsts.get(id) ?? { file, group };
    firsts.set(id, first);
    if (first.group === group) return [];
    return [articleProblem(file, fileStart, 'duplicate-id', { id, other: first.file })];
  });
}

function linkProblems(
  folders: readonly ArticleFolder[],
  known: readonly Known[],
): ArticleProblem[] {
  const names = folders.flatMap(({ texts }) => texts.map(({ name }) => articleNameOf(name)));
  const targets: LinkTargets = {
    // A file that cannot be read is told once, not at every link to it.
    ids: new Set(names.flatMap((name) => name?.id ?? [])),
    internalIds: idsOf(known, false).difference(idsOf(known, true)),
    files: new Set(folders.flatMap(({ others }) => others)),
  };
  const links = known.map((article) => checkArticleLinks(article, targets));
  const used = new Set(links.flatMap(({ usedFiles }) => usedFiles));
  const orphans = folders.flatMap(({ folder, others }) =>
    others
      .filter((name) => !used.has(name))
      .map((name) => articleProblem(join(folder, name), fileStart, 'orphan-file')),
  );
  return [...links.flatMap(({ problems }) => problems), ...orphans];
}

function idsOf(known: readonly Known[], isPublic: boolean): Set<string> {
  return new Set(known.filter(({ meta }) => meta.public === isPublic).map(({ id }) => id));
}

function titleProblems(articles: readonly Known[]): ArticleProblem[] {
  const titled = articles.map((one) => ({ id: one.id, title: one.meta.title, one }));
  const byLanguage = Map.groupBy(titled, ({ one }): Language => one.lang);
  return [...byLanguage.values()].flatMap((twins) =>
    nearTitles(twins).map(({ item, like }) => {
      const { file, placeOfField } = item.one;
      return articleProblem(file, placeOfField('title'), 'same-title', { other: like.id });
    }),
  );
}

function timeProblems({ file, meta, placeOfField }: Known, today: string): ArticleProblem[] {
  const { reviewBy: day, backup } = meta;
  const problems: ArticleProblem[] = [];
  if (day !== undefined && day < today) {
    problems.push(articleProblem(file, placeOfField('reviewBy'), 'overdue', { day }));
  }
  if (backup?.verified !== undefined) {
    const { verified, every } = backup;
    if (Date.parse(verified) + every * DAY_MS >= Date.parse(today)) return problems;
    const place = placeOfField('backup', 'verified');
    problems.push(articleProblem(file, place, 'backup-stale', { day: verified, every }));
  } else if (backup !== undefined) {
    problems.push(articleProblem(file, placeOfField('backup'), 'backup-unproven'));
  }
  return problems;
}

function byPlace(a: ArticleProblem, b: ArticleProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
