import type { Transport } from '../../protocol/transport.ts';
import type { Desk } from '../desk/desk.ts';
import { serverError } from './server-error.ts';

/** What joining means for what was done here alone. */
export interface JoinPreview {
  readonly tickets: number;
  /** Operations that go up. */
  readonly operations: number;
  /** Tickets whose number is free at the server. */
  readonly kept: number;
  /** Tickets that get another number; the old one goes on finding them on this device. */
  readonly mapped: readonly string[];
}

const NUMBERS_AT_ONCE = 5000;

/** Asks the server which numbers it has given already. Changes nothing on either side. */
export async function previewJoin(
  desk: Desk,
  transport: Transport,
  address: string,
): Promise<JoinPreview> {
  const numbers = desk.store.sql
    .all<{ number: string }>('SELECT number FROM ticket WHERE is_demo = 0 ORDER BY seq')
    .map(({ number }) => number);
  const mapped: string[] = [];
  for (let from = 0; from < numbers.length; from += NUMBERS_AT_ONCE) {
    const asked = numbers.slice(from, from + NUMBERS_AT_ONCE);
    const reply = await transport.numbers(asked);
    if (!reply.ok) throw serverError(reply.problem, address);
    const taken = new Set(reply.value.taken);
    mapped.push(...asked.filter((number) => taken.has(number)));
  }
  const operations = operationsOf(desk);
  return { tickets: numbers.length, operations, kept: numbers.length - mapped.length, mapped };
}

/** Everything that waits, but for what this store noted of its own person: that is the server's to say. */
function operationsOf({ store, me, outbox }: Desk): number {
  const text = `SELECT count(*) AS n FROM outbox WHERE entity_type = 'person' AND entity_id = ?
    AND state IN ('pending', 'held')`;
  return outbox.waiting() - (store.sql.get<{ n: number }>(text, me.id)?.n ?? 0);
}
