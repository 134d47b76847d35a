import type { MessageParams } from '../util/user-error.ts';
import type { ArticleMeta } from './article.ts';
import { parseArticleMarkdown } from './article-markdown.ts';
import {
  type ArticleProblem,
  type ArticleProblemCode,
  articleProblem,
  type Place,
  placesIn,
} from './article-problem.ts';
import { lookSection, opensSection, requiredSections } from './article-sections.ts';
import type { FrontOfArticle } from './check-article-front.ts';
import { headingsOf, type MaskedMarkdown, type PlacedHeading } from './markdown-places.ts';
import { internalWordsOf } from './public-words.ts';

/** A body taken apart, and how to tell what is wrong with it. */
interface Body {
  readonly meta: ArticleMeta;
  readonly text: string;
  readonly masked: MaskedMarkdown;
  /** Headings of the second level. */
  readonly headings: readonly PlacedHeading[];
  /** What is not there has no place of its own: the kind is what asks for it. */
  readonly atKind: (code: ArticleProblemCode, params?: MessageParams) => ArticleProblem;
  readonly at: (place: Place, code: ArticleProblemCode, params?: MessageParams) => ArticleProblem;
}

const QUOTED = /[«“„"][^»”"\n]{3,}[»”"]/;

/** What the body of an article lacks, and what must not be in it. */
export function checkArticleBody(
  file: string,
  front: FrontOfArticle,
  masked: MaskedMarkdown,
): readonly ArticleProblem[] {
  const { meta, body: text, bodyLine, placeOfField } = front;
  const body: Body = {
    meta,
    text,
    masked,
    headings: headingsOf(masked).filter(({ level }) => level === 2),
    atKind: (code, params) => articleProblem(file, placeOfField('kind'), code, params),
    at: ({ line, column }, code, params) =>
      articleProblem(file, { line: line + bodyLine - 1, column }, code, params),
  };
  const { openComment } = masked;
  return [
    ...sectionProblems(body),
    ...kindProblems(body),
    ...(openComment === null ? [] : [body.at(openComment, 'comment-open')]),
    ...(meta.public ? [...wordProblems(body), ...fieldProblems(file, front)] : []),
  ];
}

function sectionProblems({ meta, headings, atKind, at }: Body): ArticleProblem[] {
  return requiredSections[meta.kind].flatMap((section) => {
    const found = headings.filter(({ text }) => opensSection(text, section));
    const [first] = found;
    if (first === undefined) return [atKind('section-missing', { ...section.name })];
    if (found.some(({ content }) => content.trim() !== '')) return [];
    return [at(first.place, 'section-empty', { section: first.text })];
  });
}

function kindProblems(body: Body): ArticleProblem[] {
  const { meta, headings, atKind } = body;
  switch (meta.kind) {
    case 'instruction':
      return hasMessage(body) ? [] : [atKind('no-message')];
    case 'symptom-tree':
      return hasTable(body) ? [] : [atKind('no-table')];
    case 'peculiarity':
      return headings.some(({ text }) => !isRequired(meta, text)) ? [] : [atKind('no-topic')];
    default:
      return [];
  }
}

/** A command, or the words of the screen: without one of them nobody finds it or knows it again. */
function hasMessage({ masked, headings }: Body): boolean {
  if (masked.prose !== masked.shown) return true;
  return headings.some(
    ({ text, content }) => opensSection(text, lookSection) && QUOTED.test(content),
  );
}

function hasTable({ text }: Body): boolean {
  return parseArticleMarkdown(text).some(
    (block) => block.kind === 'table' && block.rows.length > 0,
  );
}

function isRequired({ kind }: ArticleMeta, heading: string): boolean {
  return requiredSections[kind].some((section) => opensSection(heading, section));
}

function wordProblems({ masked, at }: Body): ArticleProblem[] {
  const placeAt = placesIn(masked.shown);
  return internalWordsOf(masked.shown).map(({ word, offset }) =>
    at(placeAt(offset), 'internal-word', { word }),
  );
}

/** Titles and tags are on the public pages too. */
function fieldProblems(file: string, { meta, placeOfField }: FrontOfArticle): ArticleProblem[] {
  const fields = [
    { text: meta.title, place: placeOfField('title') },
    ...meta.tags.map((text, index) => ({ text, place: placeOfField('tags', index) })),
  ];
  return fields.flatMap(({ text, place }) =>
    internalWordsOf(text).map(({ word }) => articleProblem(file, place, 'internal-word', { word })),
  );
}
