import type { TicketTokens } from './letter.ts';

// SM-1042, [SM-1042], sm-1042, the same in Russian letters, and the number of a ticket that was
// made without a server: SM-<device>-<n>.
const numberPattern =
  /(?<![\p{L}\p{N}-])(?:SM|СМ)-((?:(?=[a-z0-9]*[a-z])[a-z0-9]{1,16}-)?\d{1,9})(?![\p{L}\p{N}])/giu;
// The suffix after the number may be an HMAC: support+SM-1042.k3f9@…
const plusPattern =
  /\+SM-((?:(?=[a-z0-9]*[a-z])[a-z0-9]{1,16}-)?\d{1,9})(?:[.+-][\w.-]{1,128})?@/gi;

function numbers(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => `SM-${match[1] ?? ''}`);
}

/** Ticket numbers named in a text, as SM-1042, without repeats. */
export function ticketNumbers(text: string): string[] {
  return [...new Set(numbers(text.slice(0, 2000), numberPattern))];
}

/** Ticket numbers of a subject and of the addresses the letter was sent to. */
export function ticketTokens(subject: string, addresses: readonly string[]): TicketTokens {
  const plus = addresses.flatMap((address) => numbers(address.slice(0, 500), plusPattern));
  return { subject: ticketNumbers(subject), plusAddress: [...new Set(plus)] };
}
