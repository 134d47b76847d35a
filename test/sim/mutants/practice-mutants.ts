import type { LogRow } from '../../../src/protocol/wire.ts';
import type { Mutant } from './mutant.ts';
import { withOtherRows } from './page-mutants.ts';

function withoutOverrides(row: LogRow): LogRow {
  if (row.body.kind !== 'practice') return row;
  const events = row.body.events.filter(({ fact }) => fact.type !== 'mark-overridden');
  return events.length === row.body.events.length ? row : { ...row, body: { ...row.body, events } };
}

/** Bugs in what becomes of practice records. */
export const practiceMutants: readonly Mutant[] = [
  {
    name: 'overrides-stay-behind',
    about: 'what a mentor said of a mark is told to nobody',
    plant: withOtherRows((rows) => {
      const others = rows.map(withoutOverrides);
      return others.some((row, n) => row !== rows[n]) ? others : rows;
    }),
  },
  {
    name: 'snapshot-without-practice',
    about: 'whoever takes a whole copy of the desk in has no practice records',
    plant: (kit) => ({
      ...kit,
      clientSql: (text) =>
        kit
          .clientSql(text)
          .replace(
            'FROM snap.log_row WHERE',
            `FROM snap.log_row WHERE row NOT LIKE '%"practice"%' AND`,
          ),
    }),
  },
];
