import type { Op } from '../../domain/op.ts';
import { type GoneTicket, tracesOf, withoutTraces } from '../../domain/shift/without-ticket.ts';
import { typedText } from '../../domain/typed-text.ts';
import type { Sql } from '../sql.ts';

interface Payload {
  readonly id: string;
  readonly payload: string;
}

/**
 * Takes what commands on shifts say of a ticket that the law wants gone out of what was sent, waits
 * to be sent or lies in the tray. Call it in a transaction.
 */
export function forgetInShifts(sql: Sql, gone: GoneTicket): void {
  // Written by `writeOp` and `putInTray` only.
  const clean = (payload: string) => {
    const command = JSON.parse(payload) as Op['payload'];
    return withoutTraces(command, tracesOf(command, gone));
  };
  const outgoing = `SELECT op_id AS id, payload FROM outbox WHERE entity_type = 'shift'`;
  for (const { id, payload } of sql.all<Payload>(outgoing)) {
    const sent = JSON.stringify(clean(payload));
    if (sent !== payload) sql.run('UPDATE outbox SET payload = ? WHERE op_id = ?', sent, id);
  }
  const lying = `SELECT id, mine AS payload FROM discrepancy
    WHERE entity_type = 'shift' AND mine IS NOT NULL`;
  for (const { id, payload } of sql.all<Payload>(lying)) {
    const mine = clean(payload);
    const text = 'UPDATE discrepancy SET mine = ?, text = ? WHERE id = ?';
    sql.run(text, JSON.stringify(mine), typedText(mine), id);
  }
}
