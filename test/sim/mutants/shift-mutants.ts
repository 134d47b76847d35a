import type { Shift } from '../../../src/domain/shift/shift.ts';
import type { LogRow, WireOp } from '../../../src/protocol/wire.ts';
import type { ServerStore } from '../../../src/server/db/server-store.ts';
import type { Mutant } from './mutant.ts';
import { over } from './over-store.ts';
import { withOtherRows } from './page-mutants.ts';

/** The same operation as if it had been begun over what stands there now. */
async function begunNow(op: WireOp, store: ServerStore): Promise<WireOp> {
  const { payload } = op;
  if (payload.type !== 'write-section') return op;
  const [entity] = await store.entities([{ type: 'shift', id: op.entityId }]);
  const shift = JSON.parse(entity?.state ?? 'null') as Shift | null;
  const { text = '', rev = 0 } = shift?.sections[payload.section] ?? {};
  return { ...op, payload: { ...payload, base: text, baseRev: rev } };
}

function withoutMoves(row: LogRow): LogRow {
  const isMove = row.entityType === 'shift' && row.body.kind === 'ticket';
  return isMove ? { ...row, body: { kind: 'nothing' } } : row;
}

/** Bugs in what becomes of shifts. */
export const shiftMutants: readonly Mutant[] = [
  {
    name: 'section-overwrites',
    about: 'who writes a part of the report last overwrites what others wrote in it',
    plant: (kit) => ({
      ...kit,
      server: (server, store) => {
        const whole = kit.server(server, store);
        return over(whole, {
          async push(caller, request) {
            const ops = await Promise.all(request.ops.map((op) => begunNow(op, store)));
            return whole.push(caller, { ...request, ops });
          },
        });
      },
    }),
  },
  {
    name: 'moves-stay-behind',
    about: 'an acceptance is told, the tickets that change hands with it are not',
    plant: withOtherRows((rows) => {
      const others = rows.map(withoutMoves);
      return others.some((row, n) => row !== rows[n]) ? others : rows;
    }),
  },
  {
    name: 'snapshot-without-shifts',
    about: 'whoever takes a whole copy of a space in has no shifts of it',
    plant: (kit) => ({
      ...kit,
      clientSql: (text) =>
        kit
          .clientSql(text)
          .replace(
            'FROM snap.log_row WHERE',
            `FROM snap.log_row WHERE row NOT LIKE '%"shift"%' AND`,
          ),
    }),
  },
];
