import type { Block } from '../../content/article-markdown.ts';
import { wrap } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, type Span, span, word } from './line.ts';
import { inlineSpans, wrapSpans } from './styled-text.ts';
import { tableLines } from './table-lines.ts';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** A heading of an article and the row it stands in. */
export interface OutlineItem {
  readonly text: string;
  /** 0 for the outermost headings of this article. */
  readonly depth: number;
  readonly row: number;
}

/** An article as rows of at most `width` cells, and where its headings stand among them. */
export interface ArticleRows {
  readonly lines: readonly Line[];
  readonly outline: readonly OutlineItem[];
}

/** The blocks of an article as rows of at most `width` cells. */
export function articleLines(blocks: readonly Block[], width: number): ArticleRows {
  const lines: Line[] = [];
  const outline: OutlineItem[] = [];
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const outermost = Math.min(...levels);
  for (const [i, block] of blocks.entries()) {
    const previous = blocks[i - 1];
    if (previous && isApart(previous, block)) lines.push([]);
    if (block.kind === 'heading') {
      outline.push({ text: block.text, depth: block.level - outermost, row: lines.length });
    }
    lines.push(...blockLines(block, width));
  }
  return { lines, outline };
}

/** A heading stands close to its text, points of a list and code close to what leads to them. */
function isApart(previous: Block, next: Block): boolean {
  if (next.kind === 'heading') return true;
  if (previous.kind === 'heading' || next.kind === 'code') return false;
  return !(previous.kind === 'item' && next.kind === 'item');
}

function blockLines(block: Block, width: number): Line[] {
  switch (block.kind) {
    case 'heading':
      return wrapSpans(inlineSpans(block.spans, block.level > 2 ? 'strong' : 'title'), width);
    case 'paragraph':
      return wrapSpans(inlineSpans(block.spans), width);
    case 'item':
      return itemLines(block, width);
    case 'quote':
      return behind(word('> ', 'muted'), wrapSpans(inlineSpans(block.spans, 'muted'), width - 2));
    case 'code':
      return codeLines(block, width);
    case 'table':
      return tableLines(block, width);
    case 'rule':
      return [[word('─'.repeat(width), 'muted')]];
  }
}

function itemLines({ marker, ordered, depth, spans }: BlockOf<'item'>, width: number): Line[] {
  const mark = `${'  '.repeat(depth)}${ordered ? marker : '·'} `;
  const cells = textWidth(mark);
  const rows = wrapSpans(inlineSpans(spans), Math.max(10, width - cells));
  return rows.map((row, i) => [
    i === 0 ? span(toSafe(mark), 'muted') : word(' '.repeat(cells)),
    ...row,
  ]);
}

/** Code keeps its rows. One that is too long goes on behind a dotted bar: nothing is hidden. */
function codeLines({ text }: BlockOf<'code'>, width: number): Line[] {
  return text.split('\n').flatMap((line) =>
    wrap(toSafe(line.replaceAll('\t', '    ')), Math.max(10, width - 2)).map((row, i): Line => {
      return [word(i === 0 ? '│ ' : '┊ ', 'muted'), span(row, 'code')];
    }),
  );
}

function behind(mark: Span, rows: readonly Line[]): Line[] {
  return rows.map((row) => [mark, ...row]);
}
