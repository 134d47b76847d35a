/** A colleague who has a ticket open: a hint, forgotten when nothing more is heard. */
export interface SeenPresence {
  readonly personId: string;
  readonly name: string;
  readonly ticketId: string;
  readonly doing: 'reading' | 'writing';
  /** When it was said, epoch ms. */
  readonly at: number;
}

/** Said again at most this often, and forgotten when it was not said for three times as long. */
export const PRESENCE_MS = 10_000;
const FORGET_MS = 3 * PRESENCE_MS;

/** Who is in a ticket now, writers first. */
export function whoIsIn(
  presence: readonly SeenPresence[],
  ticketId: string,
  now: number,
): readonly SeenPresence[] {
  return presence
    .filter((one) => one.ticketId === ticketId && now - one.at < FORGET_MS)
    .toSorted((a, b) => Number(b.doing === 'writing') - Number(a.doing === 'writing'));
}
