import type { ShownEntry } from '../app/show-ticket.ts';
import type { CliTexts } from './cli-texts.ts';

type EntryDelivery = NonNullable<ShownEntry['delivery']>;

/** Where a letter is, and why; never «sent» for one that has not left. */
export function deliverySentence(
  delivery: Pick<EntryDelivery, 'state' | 'reason'>,
  texts: CliTexts,
): string {
  const state = texts.deliveryStates[delivery.state];
  if (delivery.reason === null) return state;
  const known: Readonly<Record<string, string>> = texts.deliveryReasons;
  return `${state}: ${known[delivery.reason] ?? delivery.reason}`;
}
