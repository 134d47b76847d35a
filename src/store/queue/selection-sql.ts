import type { TicketSelection } from '../../domain/selection.ts';
import { allOf, conditionSql, matching, queueSql, type SqlPart } from './condition-sql.ts';

/** Which tickets a selection holds: a WHERE clause (without the word) over `ticket_list t`. */
export function selectionSql(selection: TicketSelection): SqlPart {
  const { queue, conditions, match, number } = selection;
  const where = allOf([
    ...(queue ? [queueSql(queue, selection)] : []),
    ...conditions.map((condition) => conditionSql(condition, selection)),
    ...(match === null ? [] : [matching(match)]),
  ]);
  if (number === null) return where;
  return {
    text: `(${where.text}) OR t.seq = (SELECT seq FROM ticket WHERE number = ?)`,
    values: [...where.values, number],
  };
}
