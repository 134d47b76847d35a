import { domainToUnicode } from 'node:url';
import type { Desk } from '../desk/desk.ts';

/** An address somebody wrote in a ticket. */
export interface FoundLink {
  readonly href: string;
  /** As it stands in the text. */
  readonly written: string;
  /** The host it really leads to, in the ASCII form that cannot imitate another. */
  readonly host: string;
  /** Whether the text makes the host look like something else: other letters, a name before `@`. */
  readonly isDisguised: boolean;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"«»“”]+/giu;
const TAIL = /[.,;:!?'*_]+$/u;

/** The addresses of a ticket's texts, the latest first, each once. */
export function linksOf(desk: Desk, ticketId: string): FoundLink[] {
  const texts = desk.tickets.entries(ticketId).map((entry) => entry.text);
  const links = new Map<string, FoundLink>();
  for (const text of texts.toReversed()) {
    for (const link of linksIn(text)) if (!links.has(link.href)) links.set(link.href, link);
  }
  return [...links.values()];
}

/** The addresses of one text, in their order. Only web addresses are ever opened. */
export function linksIn(text: string): FoundLink[] {
  return [...text.matchAll(ADDRESS)].flatMap(([match]) => {
    const written = trimTail(match);
    const url = URL.parse(written);
    if (!url || url.hostname === '') return [];
    return [{ href: url.href, written, host: url.host, isDisguised: isDisguised(url, written) }];
  });
}

function isDisguised(url: URL, written: string): boolean {
  if (url.username !== '' || url.password !== '') return true;
  if (domainToUnicode(url.hostname) !== url.hostname) return true;
  // What is typed as the host must be the host: full-width letters and dots read as others.
  const shown = /^https?:\/\/([^/?#\\]*)/iu.exec(written)?.[1]?.toLowerCase() ?? '';
  return shown.replace(/:\d*$/, '') !== url.hostname;
}

/** Punctuation of the sentence and a bracket that was opened before the address are not part of it. */
function trimTail(match: string): string {
  let text = match.replace(TAIL, '');
  for (const [open, close] of ['()', '[]', '{}'].map((pair) => pair.split(''))) {
    if (open === undefined || close === undefined) continue;
    while (text.endsWith(close) && text.split(open).length < text.split(close).length) {
      text = text.slice(0, -1).replace(TAIL, '');
    }
  }
  return text;
}
