import { type Html, html } from '../../util/html.ts';
import type { ReportBlock, ReportEntry, ReportPart, ReportView } from '../view.ts';
import { htmlTable } from './html-table.ts';

/** What a page adds to a view: markup that stands instead of the blocks of a part, or nothing. */
export type PartHtml = (part: ReportPart) => Html | null;

/** A document as the body of a page; a part without anything says so beside its title. */
export function htmlView(view: ReportView, none: string, instead: PartHtml = () => null): Html {
  const header = view.header.map((line) => html`<li>${line}</li>\n`);
  const parts = view.parts.map((part) => partHtml(part, none, instead(part)));
  return html`<header><h1>${view.title}</h1>
<ul>
${header}</ul></header>
<main>
${parts}</main>`;
}

function partHtml(part: ReportPart, none: string, instead: Html | null): Html {
  const { code, title, blocks, shown } = part;
  if (instead === null && blocks.length === 0) {
    return html`<section id="${code}" class="empty"><h2>${title}</h2><p>${none}</p></section>\n`;
  }
  const note = shown === '' ? [] : [html`<p class="note">${shown}</p>\n`];
  return html`<section id="${code}" class="${code}"><h2>${title}</h2>
${instead ?? blocks.map(blockHtml)}${note}</section>
`;
}

function blockHtml(block: ReportBlock): Html {
  switch (block.type) {
    case 'items':
      return html`<ul class="entries">\n${block.items.map(entryHtml)}</ul>\n`;
    case 'table':
      return htmlTable(block);
    case 'prose':
      return html`<p class="prose">${block.text}</p>\n`;
    case 'drawing':
      return html`<pre>${block.lines.join('\n')}</pre>\n`;
    default:
      return html`${block.lines.map((line) => html`<p>${line}</p>\n`)}`;
  }
}

function entryHtml({ head, notes }: ReportEntry): Html {
  if (notes.length === 0) return html`<li>${head}</li>\n`;
  const below = notes.map((note) => html`<li>${note}</li>`);
  return html`<li><p>${head}</p><ul>${below}</ul></li>\n`;
}
