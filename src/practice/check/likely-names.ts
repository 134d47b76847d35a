import { nearestNames } from '../../util/nearest-names.ts';

/** More would hide the one that was meant. */
const MOST = 8;

/** What there is instead of a name that is not there, as a list: the likeliest first. */
export function likelyNames(name: string, known: Iterable<string>): string {
  const names = nearestNames(name, [...known]).map((one) => one.name);
  return [...names.slice(0, MOST), ...(names.length > MOST ? ['…'] : [])].join(', ') || '—';
}
