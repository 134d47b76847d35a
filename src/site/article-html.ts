import type { Span } from '../content/article-inline.ts';
import { type Block, parseArticleMarkdown } from '../content/article-markdown.ts';
import type { Article } from '../domain/article.ts';
import { type Html, html, joinHtml } from '../util/html.ts';
import { type PublicReferences, pageOf } from './public-references.ts';

/** What the parts of one article are drawn with. */
interface Drawing {
  readonly article: Article;
  readonly references: PublicReferences;
}

interface Item {
  readonly text: Html;
  readonly below: Html[];
}

type ItemBlock = Extract<Block, { kind: 'item' }>;

/** Lists inside lists deeper than this are drawn at this depth. */
const DEEPEST = 6;

/** The body of an article as markup. Nothing that is written in it becomes markup of its own. */
export function articleHtml(article: Article, references: PublicReferences): Html {
  const drawing: Drawing = { article, references };
  const blocks = parseArticleMarkdown(article.body);
  const parts: Html[] = [];
  for (let at = 0; at < blocks.length; ) {
    const items = itemsFrom(blocks, at);
    const block = blocks[at];
    if (items.length > 0) parts.push(...listHtml(drawing, items));
    else if (block !== undefined) parts.push(blockHtml(drawing, block));
    at += Math.max(items.length, 1);
  }
  return joinHtml(parts, '\n');
}

/** The words of an article for its search. */
export function articleWords(article: Article, { withhold }: PublicReferences): string {
  const words = parseArticleMarkdown(article.body).map((block) => {
    if (block.kind === 'rule') return '';
    if (block.kind === 'code') return block.text;
    if (block.kind !== 'table') return shownText(block.spans);
    return [block.header, ...block.rows].flat().map(shownText).join(' ');
  });
  return withhold(words.join(' '));
}

function shownText(spans: readonly Span[]): string {
  // A bare reference is a name of ours, no word of the article.
  return spans
    .map(({ text, link }) => (link !== null && link.article === text ? '' : text))
    .join('');
}

function itemsFrom(blocks: readonly Block[], start: number): ItemBlock[] {
  const items: ItemBlock[] = [];
  for (let at = start; ; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'item') return items;
    items.push({ ...block, depth: Math.min(block.depth, DEEPEST) });
  }
}

/** Neighbouring items as lists: one for each run of one sort, the deeper ones inside their item. */
function listHtml(drawing: Drawing, blocks: readonly ItemBlock[]): Html[] {
  const lists: Html[] = [];
  for (let at = 0; at < blocks.length; ) {
    const first = blocks[at];
    if (first === undefined) break;
    const items: Item[] = [];
    for (let block = blocks[at]; block !== undefined && isOf(first, block); block = blocks[at]) {
      const below = deeperFrom(blocks, at + 1, first.depth);
      items.push({ text: spansHtml(drawing, block.spans), below: listHtml(drawing, below) });
      at += 1 + below.length;
    }
    const rows = items.map(({ text, below }) => html`<li>${text}${below}</li>\n`);
    const start = Number.parseInt(first.marker, 10);
    lists.push(first.ordered ? orderedHtml(start, rows) : html`<ul>\n${rows}</ul>`);
  }
  return lists;
}

function orderedHtml(start: number, rows: readonly Html[]): Html {
  return start === 1 ? html`<ol>\n${rows}</ol>` : html`<ol start="${start}">\n${rows}</ol>`;
}

function isOf(first: ItemBlock, block: ItemBlock): boolean {
  return block.depth <= first.depth && block.ordered === first.ordered;
}

function deeperFrom(blocks: readonly ItemBlock[], start: number, depth: number): ItemBlock[] {
  const end = blocks.findIndex((block, at) => at >= start && block.depth <= depth);
  return blocks.slice(start, end < 0 ? undefined : end);
}

function blockHtml(drawing: Drawing, block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block.level, spansHtml(drawing, block.spans));
    case 'code':
      return html`<pre tabindex="0"><code>${drawing.references.withhold(block.text)}</code></pre>`;
    case 'table':
      return tableHtml(drawing, block);
    case 'quote':
      return html`<blockquote><p>${spansHtml(drawing, block.spans)}</p></blockquote>`;
    case 'rule':
      return html`<hr>`;
    default:
      return html`<p>${spansHtml(drawing, block.spans)}</p>`;
  }
}

/** The title of the page is its only heading of the first level. */
function headingHtml(level: number, text: Html): Html {
  if (level <= 2) return html`<h2>${text}</h2>`;
  return level === 3 ? html`<h3>${text}</h3>` : html`<h4>${text}</h4>`;
}

function tableHtml(drawing: Drawing, { header, rows }: Extract<Block, { kind: 'table' }>): Html {
  const heads = header.map((cell) => html`<th scope="col">${spansHtml(drawing, cell)}</th>`);
  const head = header.some((cell) => cell.length > 0)
    ? [html`<thead><tr>${heads}</tr></thead>\n`]
    : [];
  const body = rows.map((row) => {
    const cells = row.map((cell) => html`<td>${spansHtml(drawing, cell)}</td>`);
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<div class="table" tabindex="0"><table>\n${head}<tbody>\n${body}</tbody></table></div>`;
}

function spansHtml(drawing: Drawing, spans: readonly Span[]): Html {
  return joinHtml(spans.map((span) => spanHtml(drawing, span)));
}

function spanHtml(drawing: Drawing, span: Span): Html {
  const { link } = span;
  if (link === null) return styledHtml(drawing, span);
  if (link.article !== null) return referenceHtml(drawing, span, link.article);
  const text = styledHtml(drawing, span);
  return isOutside(link.target)
    ? html`<a href="${link.target}" rel="noopener noreferrer">${text}</a>`
    : text;
}

/** A link to a public article by its title; of any other nothing stays but the author's words. */
function referenceHtml(drawing: Drawing, span: Span, id: string): Html {
  const { article, references } = drawing;
  const found = references.find(id, article.lang);
  const isBare = span.text === id;
  if (found !== null) {
    const text = isBare ? { ...span, text: found.title } : span;
    return html`<a href="${pageOf(found)}">${styledHtml(drawing, text)}</a>`;
  }
  references.leaveOut(id);
  return isBare ? joinHtml([]) : styledHtml(drawing, span);
}

function styledHtml({ references }: Drawing, { text, code, bold, italic }: Span): Html {
  const lines = references.withhold(text).split('\n');
  let styled = joinHtml(
    lines.map((line) => html`${line}`),
    '<br>',
  );
  if (code) styled = html`<code>${styled}</code>`;
  if (italic) styled = html`<em>${styled}</em>`;
  return bold ? html`<strong>${styled}</strong>` : styled;
}

function isOutside(target: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(target) && URL.canParse(target);
}
