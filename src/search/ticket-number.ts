import { typedOnUsLayout } from '../util/keyboard-layout.ts';

/** `SM`, the same keys on the Russian layout, and the letters that sound the same. */
const NUMBER = /^(?:[#№]|(?:sm|ыь|см)[-‐‑–—_]?)?(\d{1,9})$/iu;
/** The alias of a ticket that was registered offline: SM-<device>-<n>. */
const ALIAS = /^(?:sm|ыь|см)[-‐‑–—]([\p{L}\d]{1,12})[-‐‑–—](\d{1,9})$/iu;

/**
 * The ticket number meant by one typed word, in its public spelling, or null:
 * `1042`, `sm1042`, `ЫЬ-1042` (wrong layout) and `СМ-1042` are all `SM-1042`.
 */
export function parseTicketNumber(word: string): string | null {
  const plain = NUMBER.exec(word)?.[1];
  if (plain !== undefined) return `SM-${Number(plain)}`;
  const [, device, number] = ALIAS.exec(word) ?? [];
  if (device === undefined || number === undefined) return null;
  return `SM-${typedOnUsLayout(device)}-${Number(number)}`;
}
