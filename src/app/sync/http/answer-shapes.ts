import * as s from '../../../protocol/shapes/shape.ts';
import { list, nullable, oneOf, optional, type Shape } from '../../../protocol/shapes/shape.ts';
import {
  logRowFields,
  pageFields,
  snapshotFields,
  spaceInfoFields,
} from '../../../protocol/shapes/wire-fields.ts';

type Field = Shape | ReturnType<typeof optional>;

/** A newer server may say more than we know: unlike requests, answers may hold other fields. */
function answer(fields: Readonly<Record<string, Field>>): Shape {
  return { ...s.object<Record<string, unknown>>(fields), additionalProperties: true };
}

const object: Shape = { type: 'object' };
const spaces = list(answer(spaceInfoFields), 10_000);
const scope = answer({ version: s.text, spaces });
const person = answer({ id: s.id, login: s.word, name: s.word, role: s.word, line: s.word });

const event = answer({ id: s.id, at: s.instant, device: s.text, fact: answer({ type: s.word }) });
const events = list(event, 100_000);
const aliases = list(answer({ alias: s.word, ticketId: s.id }), 100_000);
const record = answer({ type: oneOf(['person', 'customer', 'contact', 'asset']) });

function body(kind: string, fields: Readonly<Record<string, Field>> = {}): Shape {
  return answer({ kind: { type: 'string', const: kind }, ...fields });
}

const rowBody: Shape = {
  anyOf: [
    body('ticket', { events, aliases: optional(aliases), withheld: optional(s.word) }),
    body('record', { record }),
    body('article', { events }),
    body('desk', { event, files: s.dictionary(s.text) }),
    body('queue', { command: answer({ type: s.word }) }),
    body('shift', { events, isWhole: optional(s.flag) }),
    body('practice', { events }),
    body('arrived', { events, aliases }),
    body('left'),
    body('erased'),
    body('nothing'),
  ],
};

// A newer server may know other kinds of things.
const row = answer({ ...logRowFields, entityType: s.word, body: rowBody });
const page = answer({ ...pageFields, rows: list(row, 10_000) });

const result: Shape = {
  anyOf: [
    answer({
      cseq: s.count,
      opId: s.id,
      outcome: oneOf(['applied', 'duplicate']),
      space: s.word,
      seq: s.count,
      withheld: optional(s.word),
    }),
    answer({
      cseq: s.count,
      opId: s.id,
      outcome: oneOf(['rejected']),
      code: s.word,
      next: list(s.word, 100),
      params: s.dictionary({ anyOf: [s.text, s.decimal] }),
      current: optional(answer({ entityType: s.word, entityId: s.id, rev: s.count })),
    }),
  ],
};

/** What the answers of a server must look like before anything of them is used. */
export const answerShapes = {
  enrol: answer({
    token: { type: 'string', pattern: '^smena_pat_[A-Za-z0-9_-]{8,128}$' },
    deviceId: s.id,
    person: answer({ type: oneOf(['person']), person }),
    epoch: s.word,
    scope,
  }),
  push: answer({ epoch: s.word, time: s.instant, results: list(result, 1000) }),
  pull: answer({ epoch: s.word, time: s.instant, scope, pages: list(page, 10_000) }),
  snapshot: answer(snapshotFields),
  numbers: answer({ taken: list(s.word, 1_000_000) }),
  received: answer({ received: s.count, isWhole: s.flag }),
  heads: answer({ heads: list(answer({ space: s.word, head: s.count }), 10_000) }),
  done: object,
  problem: answer({
    error: answer({
      code: s.word,
      message: s.text,
      params: optional(nullable(s.dictionary({ anyOf: [s.text, s.decimal] }))),
    }),
  }),
  live: {
    anyOf: [
      answer({ type: oneOf(['head']), space: s.word, head: s.count }),
      answer({
        type: oneOf(['presence']),
        presence: answer({
          personId: s.id,
          ticketId: s.id,
          doing: oneOf(['reading', 'writing', 'left']),
        }),
      }),
      answer({
        type: oneOf(['stations']),
        stations: list(answer({ personId: s.id, silentMs: s.count }), 100_000),
      }),
      answer({
        type: oneOf(['draft']),
        draft: answer({ personId: s.id, ticketId: s.id, text: s.text }),
      }),
      answer({ type: oneOf(['bye']) }),
    ],
  },
} as const satisfies Record<string, Shape>;
