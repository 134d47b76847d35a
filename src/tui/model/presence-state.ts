import type { Stations } from '../../app/board/stations.ts';

/** What the server tells those who lead of their colleagues' workstations. */
export interface SeenStations extends Stations {
  /** What they have written so far where a customer waits for a promise. */
  readonly drafts: readonly SeenDraftSoFar[];
}

/** A text that a colleague has begun. */
export interface SeenDraftSoFar {
  readonly personId: string;
  readonly ticketId: string;
  readonly text: string;
  /** When it was said, epoch ms. */
  readonly at: number;
}

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

/** As long as the server keeps it. */
const DRAFT_MS = 30 * 60_000;

/** What one of the colleagues has written in a ticket so far; '' when nobody told. */
export function draftSoFar(
  stations: SeenStations | null,
  { ticketId, personId }: Pick<SeenDraftSoFar, 'ticketId' | 'personId'>,
  now: number,
): string {
  const found = stations?.drafts.find((one) => {
    return one.ticketId === ticketId && one.personId === personId;
  });
  return found && now - found.at < DRAFT_MS ? found.text : '';
}

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
