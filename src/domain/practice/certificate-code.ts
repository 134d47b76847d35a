import { sha256 } from '../../util/sha256.ts';
import type { RecordedRun } from './practice-record.ts';

const DIGITS = 10;

/** The code of a certificate: the first ten hex digits of SHA-256 over the event hashes of its runs, a line each. */
export function certificateCode(runs: readonly Pick<RecordedRun, 'eventsHash'>[]): string {
  return sha256(runs.map(({ eventsHash }) => eventsHash).join('\n')).slice(0, DIGITS);
}

/** Whether a word looks like the code of a certificate. */
export function isCertificateCode(word: string): boolean {
  return /^[0-9a-f]{10}$/.test(word);
}
