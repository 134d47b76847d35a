import { parseInline, type Span, spansText } from './article-inline.ts';
import { stripComments } from './markdown-comments.ts';

/** A block of an article, in reading order, flat: a terminal reader draws one after another. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly text: string;
      readonly spans: readonly Span[];
    }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'item';
      readonly ordered: boolean;
      /** As written: `-`, `1.`, `2)`. */
      readonly marker: string;
      /** 0 for the outermost list. */
      readonly depth: number;
      readonly spans: readonly Span[];
    }
  | {
      readonly kind: 'code';
      readonly lang: string;
      readonly text: string;
      /** Its number among the code blocks of the article, from 0: what is copied. */
      readonly index: number;
    }
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly Span[])[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    }
  | { readonly kind: 'quote'; readonly spans: readonly Span[] }
  | { readonly kind: 'rule' };

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^(\s*)(`{3,}|~{3,})\s*([^`]*)$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?(.*)$/;
const ITEM = /^(\s*)([-*+•]|\d{1,9}[.)])[ \t]+(\S.*)$/;
const INDENTED = /^(?: {4}|\t)(.*)$/;
const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const TAB = '    ';

/** What is being collected while the lines go by. */
interface Reader {
  readonly lines: readonly string[];
  readonly blocks: Block[];
  /** Indents of the open lists, outermost first. */
  readonly lists: number[];
  open: OpenText | null;
  codeBlocks: number;
  at: number;
}

interface OpenText {
  readonly kind: 'paragraph' | 'quote' | 'item';
  readonly lines: string[];
  readonly item: ItemHead | null;
}

interface ItemHead {
  readonly marker: string;
  readonly depth: number;
}

/** The blocks of an article's Markdown. Takes any text: what is no mark is a paragraph. */
export function parseArticleMarkdown(body: string): Block[] {
  const lines = stripComments(body.split(/\r\n?|\n/));
  const reader: Reader = { lines, blocks: [], lists: [], open: null, codeBlocks: 0, at: 0 };
  while (reader.at < lines.length) {
    const line = lines[reader.at] ?? '';
    const taken = readCode(reader, line) || readTable(reader, line) || readLine(reader, line);
    if (!taken) addText(reader, 'paragraph', line);
    reader.at += 1;
  }
  closeText(reader);
  return reader.blocks;
}

function readLine(reader: Reader, line: string): boolean {
  if (line.trim() === '') {
    closeText(reader);
    return true;
  }
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const spans = parseInline(heading[2] ?? '');
    const level = heading[1]?.length ?? 1;
    pushBlock(reader, { kind: 'heading', level, text: spansText(spans), spans });
    reader.lists.length = 0;
    return true;
  }
  if (RULE.test(line)) {
    pushBlock(reader, { kind: 'rule' });
    return true;
  }
  const quote = QUOTE.exec(line);
  if (quote !== null) {
    if ((quote[1] ?? '').trim() === '') closeText(reader);
    else addText(reader, 'quote', quote[1] ?? '');
    return true;
  }
  return readItem(reader, line);
}

function readItem(reader: Reader, line: string): boolean {
  const [, indentText = '', marker, text = ''] = ITEM.exec(line) ?? [];
  if (marker === undefined) return false;
  const indent = indentText.replaceAll('\t', TAB).length;
  while ((reader.lists.at(-1) ?? -1) >= indent) reader.lists.pop();
  const depth = reader.lists.length;
  reader.lists.push(indent);
  closeText(reader);
  reader.open = { kind: 'item', lines: [text], item: { marker, depth } };
  return true;
}

function readCode(reader: Reader, line: string): boolean {
  const [, indent = '', fence, lang = ''] = FENCE.exec(line) ?? [];
  if (fence === undefined) return readIndentedCode(reader, line);
  const close = new RegExp(`^\\s*${fence.charAt(0)}{${fence.length},}\\s*$`);
  const text: string[] = [];
  let at = reader.at + 1;
  for (; at < reader.lines.length && !close.test(reader.lines[at] ?? ''); at += 1) {
    text.push(unindent(reader.lines[at] ?? '', indent.length));
  }
  reader.at = at;
  pushCode(reader, lang.trim(), text);
  return true;
}

/** Four spaces make code only where no paragraph or list is open: there they are a continuation. */
function readIndentedCode(reader: Reader, line: string): boolean {
  if (reader.open !== null || reader.lists.length > 0 || !isIndented(line)) return false;
  const text: string[] = [];
  let at = reader.at;
  for (; at < reader.lines.length; at += 1) {
    const current = reader.lines[at] ?? '';
    if (!isIndented(current) && current.trim() !== '') break;
    text.push(INDENTED.exec(current)?.[1] ?? '');
  }
  while (text.at(-1)?.trim() === '') text.pop();
  reader.at = at - 1;
  pushCode(reader, '', text);
  return true;
}

function isIndented(line: string): boolean {
  return INDENTED.test(line) && line.trim() !== '';
}

function unindent(line: string, width: number): string {
  const spaces = /^\s*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(width, spaces));
}

function readTable(reader: Reader, line: string): boolean {
  const next = reader.lines[reader.at + 1] ?? '';
  if (!line.includes('|') || !next.includes('-') || !DELIMITERS.test(next)) return false;
  if (!next.includes('|')) return false;
  const rows: Span[][][] = [];
  let at = reader.at + 2;
  for (; (reader.lines[at] ?? '').includes('|'); at += 1) {
    rows.push(splitRow(reader.lines[at] ?? ''));
  }
  reader.at = at - 1;
  pushBlock(reader, { kind: 'table', header: splitRow(line), rows });
  return true;
}

/** Cells of a row; a bar in `code` or after a backslash belongs to the cell. */
function splitRow(row: string): Span[][] {
  const bare = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells: string[] = [''];
  for (const piece of bare.match(/`+[^`]*`+|\\.|[|]|[^`|\\]+|[\s\S]/g) ?? []) {
    if (piece === '|') cells.push('');
    else cells[cells.length - 1] = (cells.at(-1) ?? '') + piece;
  }
  return cells.map((cell) => parseInline(cell.trim()));
}

function addText(reader: Reader, kind: 'paragraph' | 'quote', line: string): void {
  const { open } = reader;
  // A plain line goes on with whatever is open; a quoted one only with a quote.
  if (open !== null && (kind === 'paragraph' || open.kind === 'quote')) {
    open.lines.push(line);
    return;
  }
  closeText(reader);
  // Text back at the margin ends the lists.
  if (!/^\s/.test(line)) reader.lists.length = 0;
  reader.open = { kind, lines: [line], item: null };
}

function closeText(reader: Reader): void {
  const { open } = reader;
  reader.open = null;
  if (open === null) return;
  const spans = parseInline(joinLines(open.lines));
  if (open.kind === 'item' && open.item !== null) {
    const ordered = /\d/.test(open.item.marker);
    reader.blocks.push({ kind: 'item', ordered, ...open.item, spans });
  } else if (open.kind !== 'item') {
    reader.blocks.push({ kind: open.kind, spans });
  }
}

/** Lines of one paragraph: a break only where the author asked for one. */
function joinLines(lines: readonly string[]): string {
  const joined = lines.map((line) => {
    const text = line.trim();
    if (text.endsWith('\\')) return `${text.slice(0, -1)}\n`;
    return line.endsWith('  ') ? `${text}\n` : `${text} `;
  });
  return joined.join('').trim();
}

function pushBlock(reader: Reader, block: Block): void {
  closeText(reader);
  reader.blocks.push(block);
}

function pushCode(reader: Reader, lang: string, lines: readonly string[]): void {
  pushBlock(reader, { kind: 'code', lang, text: lines.join('\n'), index: reader.codeBlocks });
  reader.codeBlocks += 1;
}
