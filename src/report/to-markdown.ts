import { showControls } from '../util/to-safe.ts';
import type { ReportBlock, ReportPart, ReportView } from './view.ts';

/** A report as Markdown; whatever people typed stays text. */
export function toMarkdown(view: ReportView, none: string): string {
  const parts = view.parts.map((part) => partOf(part, none));
  const header = view.header.map((line) => `- ${escapedLine(line)}`).join('\n');
  return showControls(`${[`# ${escaped(view.title)}`, header, ...parts].join('\n\n')}\n`);
}

function partOf({ title, blocks, shown }: ReportPart, none: string): string {
  const body = blocks.length === 0 ? [none] : blocks.map(blockOf);
  const note = shown === '' ? [] : [`_${escaped(shown)}_`];
  return [`## ${escaped(title)}`, ...body, ...note].join('\n\n');
}

function blockOf(block: ReportBlock): string {
  switch (block.type) {
    case 'lines':
      return block.lines.map((line) => `- ${escapedLine(line)}`).join('\n');
    case 'items':
      return block.items
        .map(({ head, notes }) => {
          return [
            `- ${escapedLine(head)}`,
            ...notes.map((note) => `  - ${escapedLine(note)}`),
          ].join('\n');
        })
        .join('\n');
    case 'drawing':
      return ['```', ...block.lines.map((line) => line.replaceAll('`', "'")), '```'].join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const [head, ...rows] = [block.columns, ...block.rows].map((row) => row.map(escapedCell));
      const rule = block.columns.map(() => '---');
      return [head ?? [], rule, ...rows].map(line).join('\n');
    }
    default:
      return block.text.split('\n').map(escapedLine).join('  \n');
  }
}

function escapedCell(text: string): string {
  return escaped(text).replaceAll('|', '\\|');
}

/** Signs that would become marks, links, tags or other lines. */
function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_~[\]<>]/g, (sign) => `\\${sign}`)
    .replaceAll('&', '&amp;');
}

/** Text of a line of its own: what begins like a heading or a list would become one. */
function escapedLine(text: string): string {
  return escaped(text).replace(
    /^(\s*)(#{1,6}|[-+=]+|\d+[.)])(?=\s|$)/,
    (_, space: string, mark: string) => {
      const last = mark.length - 1;
      return `${space}${/^\d/.test(mark) ? `${mark.slice(0, last)}\\${mark.slice(last)}` : `\\${mark}`}`;
    },
  );
}
