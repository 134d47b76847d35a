import type { Language } from '../../domain/vocabulary.ts';
import { type Html, html, ownCode } from '../../util/html.ts';
import { pageStyle } from './page-style.ts';

/** Nothing runs and nothing is fetched, whatever stands in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** What a page is made of. */
export interface Page {
  readonly title: string;
  readonly lang: Language;
  readonly body: Html;
}

/** One file that is complete by itself: to be opened from a disk, sent, or printed and hung. */
export function htmlPage({ title, lang, body }: Page): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${ownCode(pageStyle)}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
}
