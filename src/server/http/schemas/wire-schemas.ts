import type { Op } from '../../../domain/op.ts';
import { type Conversation, withholdReasons } from '../../../domain/withhold.ts';
import {
  type DraftSoFar,
  type HeardStation,
  LONGEST_DRAFT,
  type ToldPresence,
} from '../../../protocol/live.ts';
import * as s from '../../../protocol/shapes/shape.ts';
import {
  list,
  nullable,
  object,
  oneOf,
  optional,
  type Shape,
} from '../../../protocol/shapes/shape.ts';
import {
  logRowFields,
  pageFields,
  snapshotFields,
  spaceInfoFields,
} from '../../../protocol/shapes/wire-fields.ts';
import type {
  EnrolRequest,
  LogRow,
  Page,
  PullResponse,
  PushRequest,
  PushResponse,
  Scope,
  SnapshotInfo,
  SpaceCursor,
  SpaceInfo,
  WireOp,
} from '../../../protocol/wire.ts';
import { MOST_NAMES } from '../../../protocol/wire.ts';
import type { WireProblem } from '../../../protocol/wire-problem.ts';
import { problemCodes } from '../../../protocol/wire-problem.ts';

/** A description that stands under its name in the document. */
export function ref(name: string): Shape {
  return { $ref: `${name}#` };
}

/** Anything that is an object: what is in it is looked at elsewhere. */
export const anyObject: Shape = { type: 'object', additionalProperties: true };

const entityTypes: readonly Op['entityType'][] = [
  'ticket',
  'person',
  'customer',
  'contact',
  'asset',
  'article',
  'desk',
  'queue',
  'shift',
  'practice',
];
/** The kind of thing that an operation changes. */
export const entityType = oneOf(entityTypes);

const params: Shape = {
  type: 'object',
  additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }] },
};

const result: Shape = {
  type: 'object',
  properties: {
    cseq: s.count,
    opId: s.id,
    outcome: oneOf(['applied', 'duplicate', 'rejected']),
    space: s.word,
    seq: s.count,
    withheld: oneOf(withholdReasons),
    code: s.word,
    next: list(s.word),
    params,
    current: anyObject,
  },
  required: ['cseq', 'opId', 'outcome'],
  additionalProperties: false,
};

/** What goes over the wire, by the names that the document has. */
export const wireSchemas: Readonly<Record<string, Shape>> = {
  WireProblem: object<{ error: WireProblem }>({
    error: object<WireProblem>({
      code: oneOf(problemCodes),
      message: s.text,
      params: optional(params),
    }),
  }),
  WireOp: object<WireOp>({
    opId: s.id,
    v: s.count,
    space: s.id,
    entityType,
    entityId: s.id,
    baseRev: s.count,
    // Looked at one by one: a payload that is not what it says is refused by itself.
    payload: anyObject,
    occurredAt: s.instant,
    byId: s.id,
    cseq: { ...s.count, minimum: 1 },
    isNoop: optional(s.truth),
    number: optional(s.id),
    names: optional(list(s.id, MOST_NAMES)),
    isHistory: optional(s.truth),
    seen: optional(
      object<Conversation>({
        lastPublicEntryId: nullable(s.id),
        assigneeId: nullable(s.id),
        isClosed: s.flag,
      }),
    ),
  }),
  PushRequest: object<PushRequest>({
    clientId: s.id,
    epoch: nullable(s.id),
    schema: s.count,
    sentAt: s.instant,
    ops: list(ref('WireOp'), 500),
  }),
  OpResult: result,
  PushResponse: object<PushResponse>({
    epoch: s.id,
    time: s.instant,
    results: list(ref('OpResult')),
  }),
  SpaceCursor: object<SpaceCursor>({
    space: s.id,
    seq: s.count,
    chain: { type: 'string', pattern: '^[0-9a-f]{0,64}$' },
  }),
  PullQuery: object({
    cursors: list(ref('SpaceCursor'), 10_000),
    limit: { type: 'integer', minimum: 1, maximum: 5000 },
  }),
  SpaceInfo: object<SpaceInfo>(spaceInfoFields),
  Scope: object<Scope>({ version: s.text, spaces: list(ref('SpaceInfo')) }),
  LogRow: object<LogRow>({ ...logRowFields, entityType, body: anyObject }),
  Page: object<Page>({ ...pageFields, rows: list(ref('LogRow')) }),
  PullResponse: object<PullResponse>({
    epoch: s.id,
    time: s.instant,
    scope: ref('Scope'),
    pages: list(ref('Page')),
  }),
  SnapshotInfo: object<SnapshotInfo>(snapshotFields),
  EnrolRequest: object<EnrolRequest>({
    code: { type: 'string', maxLength: 40 },
    device: s.id,
  }),
  Presence: object<ToldPresence>({
    ticketId: s.id,
    doing: oneOf(['reading', 'writing', 'left']),
    draft: optional({ type: 'string', maxLength: LONGEST_DRAFT }),
  }),
  HeardStation: object<HeardStation>({ personId: s.id, silentMs: s.count }),
  DraftSoFar: object<DraftSoFar>({ personId: s.id, ticketId: s.id, text: s.text }),
};
