import { z } from 'zod';
import { memberParts, shiftItemKinds } from '../../domain/shift/shift.ts';
import { filled, key, lineCode, span } from './demo-values.ts';

const said = z.string().trim().default('');

const item = z.strictObject({
  /** How long ago; never before the shift began. */
  ago: span,
  from: key,
  kind: z.enum(shiftItemKinds),
  text: filled,
  /** The ticket of this story. */
  story: key.nullable().default(null),
  /** Of a watch item: how long it is still looked at, by whom, and what goes with it. */
  until: span.nullable().default(null),
  owner: key.nullable().default(null),
  stopWhen: said,
  ifMoves: said,
});

const member = z.strictObject({
  /** The key of a person, `me` for whoever opens the demo desk. */
  person: filled,
  part: z.enum(memberParts).default('member'),
  lines: z.array(lineCode).default([]),
  /** How long after the beginning they came; null: they have not. */
  came: span.nullable().default(0),
  /** How long after the beginning the reserve was called. */
  called: span.nullable().default(null),
  note: said,
});

const note = z.strictObject({ story: key, next: filled, if: said, contact: said });

const before = z.strictObject({
  lead: key,
  how: filled,
  attention: filled,
  /** Why it was handed over although something stood in the way. */
  override: filled,
  readBack: filled,
  log: z.array(item),
});

/** The shape of the file of the shift that is on when the demo is opened. */
export const shiftSchema = z.strictObject({
  lead: key,
  /** The shift that was handed over to it. */
  before,
  members: z.array(member),
  log: z.array(item),
  notes: z.array(note),
});

/** The shift of the demo desk, and the one before it. */
export type DemoShift = Readonly<z.output<typeof shiftSchema>>;
export type DemoShiftItem = Readonly<z.output<typeof item>>;
export type DemoShiftMember = Readonly<z.output<typeof member>>;
