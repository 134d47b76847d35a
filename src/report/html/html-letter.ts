import type { Language } from '../../domain/vocabulary.ts';
import { type Html, html } from '../../util/html.ts';
import type { ReportBlock, ReportEntry, ReportPart, ReportView } from '../view.ts';

/** Mail programs drop styles of a page, so each element brings its own; colours stay the reader's. */
const style = {
  body: 'font-family:Arial,sans-serif;font-size:14px;line-height:1.45;max-width:640px',
  h1: 'font-size:20px;margin:0 0 8px',
  h2: 'font-size:16px;margin:20px 0 6px',
  p: 'margin:4px 0',
  list: 'margin:4px 0;padding-left:20px',
  table: 'border-collapse:collapse;font-size:13px',
  cell: 'text-align:left;vertical-align:top;padding:3px 10px 3px 0;border-bottom:1px solid #ccc',
  prose: 'margin:4px 0;white-space:pre-wrap',
} as const;

/** A document as the HTML part of a letter: words, lists and tables, without pictures. */
export function htmlLetter(view: ReportView, none: string, lang: Language): string {
  const header = view.header.map((line) => html`<p style="${style.p}">${line}</p>\n`);
  const parts = view.parts.map((part) => partHtml(part, none));
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${view.title}</title></head>
<body><div style="${style.body}">
<h1 style="${style.h1}">${view.title}</h1>
${header}${parts}</div></body></html>
`.markup;
}

function partHtml({ title, blocks, shown }: ReportPart, none: string): Html {
  const said = blocks.length === 0 ? [paragraph(none)] : blocks.map(blockHtml);
  const note = shown === '' ? [] : [paragraph(shown)];
  return html`<h2 style="${style.h2}">${title}</h2>\n${said}${note}`;
}

function blockHtml(block: ReportBlock): Html {
  switch (block.type) {
    case 'items':
      return html`<ul style="${style.list}">${block.items.map(entryHtml)}</ul>\n`;
    case 'table':
      return tableHtml(block);
    case 'prose':
      return html`<p style="${style.prose}">${block.text}</p>\n`;
    case 'drawing':
      return html`<pre>${block.lines.join('\n')}</pre>\n`;
    default:
      return html`${block.lines.map(paragraph)}`;
  }
}

function paragraph(text: string): Html {
  return html`<p style="${style.p}">${text}</p>\n`;
}

function entryHtml({ head, notes }: ReportEntry): Html {
  return html`<li>${[head, ...notes].map((line) => html`<div>${line}</div>`)}</li>`;
}

function tableHtml({ columns, rows }: Extract<ReportBlock, { type: 'table' }>): Html {
  const cell = (text: string) => html`<td style="${style.cell}">${text}</td>`;
  const head = columns.map((name) => html`<th scope="col" style="${style.cell}">${name}</th>`);
  const body = rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`);
  return html`<table style="${style.table}"><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table>\n`;
}
