const OWN = /^SM-(\d{1,12})$/;
/** A counter that starts in the millions would be nobody's wish. */
const MOST_DIGITS = 7;

/** The count in a number of the desk's own form; null for any other number. */
export function ownCount(number: string): number | null {
  const digits = OWN.exec(number)?.[1];
  return digits === undefined || digits.length > MOST_DIGITS ? null : Number(digits);
}

/** A number that is not free here, as a name that still tells where it comes from. */
export function aliasOf(number: string, device: string): string {
  const digits = OWN.exec(number)?.[1];
  return digits === undefined ? number : `SM-${device}-${digits}`;
}
