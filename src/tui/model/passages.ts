import type { Span } from '../../content/article-inline.ts';
import type { Block } from '../../content/article-markdown.ts';

/** A piece of an article that can be put into a letter. */
export interface Passage {
  readonly kind: 'text' | 'code';
  readonly text: string;
  /** The heading it stands under. */
  readonly section: string;
}

/** The pieces of an article in reading order; a list is one piece. */
export function passagesOf(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  let section = '';
  let isInList = false;
  for (const block of blocks) {
    if (block.kind === 'heading') section = block.text;
    const piece = pieceOf(block);
    const last = passages.at(-1);
    if (isInList && block.kind === 'item' && last && piece) {
      passages[passages.length - 1] = { ...last, text: `${last.text}\n${piece.text}` };
    } else if (piece) passages.push({ ...piece, section });
    isInList = block.kind === 'item';
  }
  return passages;
}

function pieceOf(block: Block): Pick<Passage, 'kind' | 'text'> | null {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return { kind: 'text', text: plainText(block.spans) };
    case 'item': {
      const mark = `${'  '.repeat(block.depth)}${block.ordered ? block.marker : '-'} `;
      return { kind: 'text', text: mark + plainText(block.spans) };
    }
    case 'code':
      return { kind: 'code', text: block.text };
    default:
      return null;
  }
}

/** Text as a letter has it. Links inside the base are of no use to a customer; others are kept. */
function plainText(spans: readonly Span[]): string {
  const parts = spans.map((span) => {
    const target = span.link?.article === null ? span.link.target : null;
    return target === null || target === span.text ? span.text : `${span.text} (${target})`;
  });
  return parts.join('').trim();
}

/** The code blocks of an article. */
export function codeBlocksOf(blocks: readonly Block[]): Extract<Block, { kind: 'code' }>[] {
  return blocks.filter((block) => block.kind === 'code');
}

/** How an article is named in a text: its title and the id by which it is found. */
export function articleLink(article: { readonly id: string; readonly title: string }): string {
  return `${article.title} [${article.id}]`;
}

/** The articles that an article's text leads to, in reading order, each once. */
export function linkedArticles(blocks: readonly Block[]): string[] {
  const spans = blocks.flatMap((block) =>
    block.kind === 'table'
      ? [...block.header, ...block.rows.flat()].flat()
      : 'spans' in block
        ? block.spans
        : [],
  );
  return [...new Set(spans.flatMap(({ link }) => link?.article ?? []))];
}

/** The first line with anything on it: what a block is told by in a list. */
export function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '');
  return line?.trim() ?? '';
}
