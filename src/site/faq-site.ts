import { createHash } from 'node:crypto';
import { maskMarkdown } from '../content/markdown-places.ts';
import type { Article } from '../domain/article.ts';
import { type Language, languages } from '../domain/vocabulary.ts';
import { faqSite as english } from '../i18n/en/faq-site.ts';
import { fill } from '../i18n/fill.ts';
import { faqSite as russian } from '../i18n/ru/faq-site.ts';
import { type Html, html, joinHtml, jsonHtml, ownCode } from '../util/html.ts';
import { showControls } from '../util/to-safe.ts';
import { articleHtml, articleWords } from './article-html.ts';
import { faqSections } from './faq-sections.ts';
import { type PublicReferences, pageOf, publicReferences } from './public-references.ts';

export interface FaqSiteOptions {
  /** The public ones only: nothing here looks at that again. */
  readonly articles: readonly Article[];
  /** Ids that must not be named. */
  readonly internalIds: ReadonlySet<string>;
  /** Of the page that opens first. */
  readonly language: Language;
  readonly style: string;
  /** Finds articles on the list of them; its words stand in the page. */
  readonly script: string;
}

export interface FaqSite {
  /** Texts of the files by their names. */
  readonly files: ReadonlyMap<string, string>;
  /** Ids of internal articles that were left out of a text, with the article. */
  readonly withheld: readonly { readonly article: string; readonly id: string }[];
  /** Articles that were left out: a remark in them has no end. */
  readonly notClosed: readonly string[];
}

/** The file with the list that opens first. */
export const firstPage = 'index.html';
/** The one style of all pages. */
const styleFile = 'style.css';

/** What every page is made of. */
interface Site {
  readonly options: FaqSiteOptions;
  readonly articles: readonly Article[];
  /** Languages that have articles, that of the first page before the others. */
  readonly langs: readonly Language[];
  readonly references: () => PublicReferences;
}

interface Page {
  readonly lang: Language;
  readonly title: string;
  /** Pages with the same in other languages. */
  readonly twins: readonly { readonly lang: Language; readonly page: string }[];
  readonly main: Html;
  /** What the script needs; only lists have one. */
  readonly search: Html | null;
}

const texts = { ru: russian, en: english } as const;

/** The files of a site of public articles. The same articles make the same bytes. */
export function buildFaqSite(options: FaqSiteOptions): FaqSite {
  // Not the order in which they happened to be stored: the same articles make the same bytes.
  const sorted = options.articles.toSorted((a, b) => (pageOf(a) < pageOf(b) ? -1 : 1));
  const [closed, open] = splitByRemark(sorted);
  const { withhold } = publicReferences([], options.internalIds)();
  const articles = closed.map((one) => {
    return { ...one, title: withhold(showControls(one.title)), tags: one.tags.map(withhold) };
  });
  const references = publicReferences(articles, options.internalIds);
  const langs = languagesOf(articles, options.language);
  const site: Site = { options, articles, langs, references };
  const files = new Map([[styleFile, options.style]]);
  const withheld: { readonly article: string; readonly id: string }[] = [];
  for (const article of articles) {
    const named = references();
    files.set(pageOf(article), pageText(site, articlePage(site, article, named)));
    withheld.push(...[...named.withheld].map((id) => ({ article: article.id, id })));
  }
  for (const lang of langs) files.set(listOf(site, lang), pageText(site, listPage(site, lang)));
  return { files, withheld, notClosed: open.map(({ id }) => id) };
}

/** Articles that can be shown, and those in which a remark to other authors has no end. */
function splitByRemark(articles: readonly Article[]): readonly [Article[], Article[]] {
  const isClosed = ({ body }: Article) => maskMarkdown(body).openComment === null;
  const { closed = [], open = [] } = Object.groupBy(articles, (article) =>
    isClosed(article) ? 'closed' : 'open',
  );
  return [closed, open];
}

function languagesOf(articles: readonly Article[], first: Language): readonly Language[] {
  const used = languages.filter((lang) => articles.some((article) => article.lang === lang));
  if (used.length === 0) return [first];
  return used.toSorted((a, b) => Number(b === first) - Number(a === first));
}

/** The list of a language. No page of an article has a name with one dot. */
function listOf({ langs }: Site, lang: Language): string {
  return lang === langs[0] ? firstPage : `${lang}.html`;
}

function listPage(site: Site, lang: Language): Page {
  const t = texts[lang];
  const articles = site.articles.filter((article) => article.lang === lang);
  const sections = faqSections(articles, lang);
  const parts = sections.map(({ name, articles: members }) => {
    const isOnly = name === null && sections.length === 1;
    const heading = isOnly ? [] : [html`<h2>${capitalised(name ?? t.other)}</h2>\n`];
    return html`<section>\n${heading}${linksHtml(members)}</section>\n`;
  });
  const list = articles.length === 0 ? [html`<p>${t.empty}</p>\n`] : parts;
  const main = html`<h1>${t.title}</h1>
<p id="count" role="status" data-found="${t.found}" data-nothing="${t.nothing}"></p>
<ol id="found" hidden></ol>
<div id="all">
${list}${tagsHtml(articles, lang)}</div>`;
  const others = site.langs.filter((other) => other !== lang);
  const twins = others.map((other) => ({ lang: other, page: listOf(site, other) }));
  return { lang, title: t.title, twins, main, search: searchHtml(site, articles) };
}

function articlePage(site: Site, article: Article, references: PublicReferences): Page {
  const { id, lang, title, attribution } = article;
  const t = texts[lang];
  const related = article.related.flatMap((other) => references.find(other, lang) ?? []);
  const more = [
    ...(related.length === 0 ? [] : [html`<h2>${t.related}</h2>\n${linksHtml(related)}`]),
    ...(attribution === null
      ? []
      : [html`<p class="source">${fill(t.source, { ...attribution })}</p>\n`]),
  ];
  const main = html`<article>
<h1>${title}</h1>
${articleHtml(article, references)}
</article>
${more}<p><a href="${listOf(site, lang)}">${t.all}</a></p>`;
  const others = site.articles.filter((twin) => twin.id === id && twin.lang !== lang);
  const twins = others.map((twin) => ({ lang: twin.lang, page: pageOf(twin) }));
  return { lang, title, twins, main, search: null };
}

function linksHtml(articles: readonly Article[]): Html {
  const rows = articles.map((one) => html`<li><a href="${pageOf(one)}">${one.title}</a></li>\n`);
  return html`<ul class="titles">\n${rows}</ul>\n`;
}

/** Every word that articles are found by, as the index of a book. */
function tagsHtml(articles: readonly Article[], lang: Language): readonly Html[] {
  const byTag = Map.groupBy(
    articles.flatMap((article) => article.tags.map((tag) => ({ tag: tag.toLowerCase(), article }))),
    ({ tag }) => tag,
  );
  if (byTag.size === 0) return [];
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const rows = [...byTag]
    .sort(([a], [b]) => compare(a, b))
    .map(([tag, found]) => {
      const links = found.map(
        ({ article }) => html`<a href="${pageOf(article)}">${article.title}</a>`,
      );
      return html`<dt>${tag}</dt><dd>${joinHtml(links, '<br>')}</dd>\n`;
    });
  return [html`<details><summary>${texts[lang].byTag}</summary>\n<dl>\n${rows}</dl></details>\n`];
}

function searchHtml({ options, references }: Site, articles: readonly Article[]): Html {
  const named = references();
  const data = articles.map((article) => ({
    page: pageOf(article),
    title: article.title,
    tags: article.tags.join(' '),
    text: articleWords(article, named),
  }));
  return html`<script type="application/json" id="articles">${jsonHtml(data)}</script>
<script>${ownCode(options.script)}</script>
`;
}

function pageText(site: Site, { lang, title, twins, main, search }: Page): string {
  const t = texts[lang];
  const twinLinks = twins.map(
    (twin) =>
      html`<a href="${twin.page}" hreflang="${twin.lang}" lang="${twin.lang}">${texts[twin.lang].language}</a>`,
  );
  const nav =
    twins.length === 0 ? [] : [html`<nav aria-label="${t.languages}">${twinLinks}</nav>\n`];
  const fullTitle = title === t.title ? title : `${title} · ${t.title}`;
  const list = listOf(site, lang);
  return `${
    html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(site, search !== null)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${fullTitle}</title>
<link rel="stylesheet" href="${styleFile}">
</head>
<body>
<a class="skip" href="#main">${t.skip}</a>
<header>
<a class="home" href="${list}">${t.title}</a>
${nav}<form role="search" action="${list}">
<label for="q">${t.search}</label>
<input id="q" name="q" type="search" autocomplete="off" spellcheck="false">
<button>${t.find}</button>
</form>
</header>
<main id="main" tabindex="-1">
${main}
</main>
${search ?? joinHtml([])}</body>
</html>`.markup
  }\n`;
}

/** Nothing from anywhere, no script but ours. */
function policy({ options }: Site, hasScript: boolean): string {
  const hash = createHash('sha256').update(options.script).digest('base64');
  const script = hasScript ? `; script-src 'sha256-${hash}'` : '';
  return `default-src 'none'; style-src 'self'${script}; base-uri 'none'`;
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
