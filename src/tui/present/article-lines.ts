import type { Block } from '../../content/article-markdown.ts';
import { wrap } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, type Span, span, word } from './line.ts';
import { inlineSpans, wrapSpans } from './styled-text.ts';
import { tableLines } from './table-lines.ts';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** The blocks of an article as rows of at most `width` cells. */
export function articleLines(blocks: readonly Block[], width: number): Line[] {
  return blocks.flatMap((block, i) => {
    const previous = blocks[i - 1];
    const gap: Line[] = previous && isApart(previous, block) ? [[]] : [];
    return [...gap, ...blockLines(block, width)];
  });
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
