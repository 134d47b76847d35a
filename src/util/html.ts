import { escapeForTerminal, showControls } from './to-safe.ts';

/** Markup that is ready: made by `html` only, so that text cannot become markup on the way. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Template of our own markup round values: texts are escaped, ready markup stays. Attributes stand in
 * double quotation marks.
 */
export function html(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  return { markup: String.raw({ raw: words }, ...values.map(markupOf)) };
}

/** Pieces of markup one after another. */
export function joinHtml(parts: readonly Html[], between = ''): Html {
  return { markup: parts.map(({ markup }) => markup).join(between) };
}

/** Data for a script of the page: no text in it can end the element. */
export function jsonHtml(value: unknown): Html {
  const json = escapeForTerminal(JSON.stringify(value));
  return { markup: json.replaceAll('<', '\\u003c') };
}

/** A script or style of our own, which holds no end of its element. */
export function ownCode(code: string): Html {
  return { markup: code };
}

function markupOf(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : joinHtml(value).markup;
}

/** Controls become visible marks here too: a page is read by more than browsers. */
function escapeText(text: string): string {
  return showControls(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
