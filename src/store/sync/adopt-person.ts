import type { Person } from '../../domain/person.ts';
import type { Sql } from '../sql.ts';

/**
 * Makes the person of this store the one whom the server knows: the old id is replaced wherever it
 * stands, operations on their way included. Ids are random, so that no text has one by chance.
 * Whoever has the same login here was the same person. Call it inside the joining transaction.
 */
export function adoptPerson(sql: Sql, localId: string, person: Person): void {
  const namesakes = sql
    .all<{ id: string }>('SELECT id FROM person WHERE login = ? AND id <> ?', person.login, localId)
    .map(({ id }) => id);
  // What the server says of a person is not to be overruled by what this store made up.
  for (const id of [localId, ...namesakes]) forgetOwnRecord(sql, id);
  for (const id of namesakes) sql.run('DELETE FROM person WHERE id = ?', id);
  for (const id of [localId, ...namesakes]) if (id !== person.id) replaceId(sql, id, person.id);
  sql.run(
    'UPDATE person SET login = ?, name = ?, role = ?, line = ?, gender = ? WHERE id = ?',
    person.login,
    person.name,
    person.role,
    person.line,
    person.gender,
    person.id,
  );
}

function forgetOwnRecord(sql: Sql, id: string): void {
  sql.run(
    `DELETE FROM outbox WHERE entity_type = 'person' AND entity_id = ? AND acked_seq IS NULL`,
    id,
  );
}

function replaceId(sql: Sql, from: string, to: string): void {
  for (const { name, column } of textColumns(sql)) {
    sql.run(
      `UPDATE OR REPLACE "${name}" SET "${column}" = replace("${column}", ?, ?)
       WHERE instr("${column}", ?) > 0`,
      from,
      to,
      from,
    );
  }
}

/** Counts of queues follow the tickets by themselves: replaced as well, they would count twice. */
function textColumns(sql: Sql): readonly { readonly name: string; readonly column: string }[] {
  return sql.all(
    `SELECT t.name, c.name AS "column" FROM pragma_table_list AS t
     JOIN pragma_table_info(t.name) AS c
     WHERE t.schema = 'main' AND t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'sqlite_%'
       AND t.name NOT IN ('meta', 'queue_facet')`,
  );
}
