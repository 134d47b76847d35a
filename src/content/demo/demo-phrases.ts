import { z } from 'zod';
import { channels, kinds } from '../../domain/vocabulary.ts';

/** One variant a line; empty lines are for the eye. */
const lines = z
  .string()
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trimEnd())
      .filter(Boolean),
  )
  .pipe(z.array(z.string()).min(1));

const voiceNames = ['brief', 'caps', 'forward', 'log', 'burst', 'guess', 'polite'] as const;

const voice = z.strictObject({
  channels: z.partialRecord(z.enum(channels), z.number().positive()),
  /** Begins with a small letter and does not end with a full stop. */
  lower: z.boolean(),
  join: z.string().default(' '),
  /** Only contacts with one of these roles; everybody when absent. */
  roles: lines.optional(),
  subject: lines,
  before: lines,
  extra: lines,
  after: lines,
  thanks: lines,
  nudge: lines,
});

const deskActs = [
  'ack',
  'progress',
  'question',
  'check',
  'remind',
  'escalate',
  'vendorNote',
  'vendorMsg',
  'planMsg',
  'callFix',
  'callConfirm',
  'sorryLate',
] as const;

const topic = z.strictObject({
  id: z.string(),
  kind: z.enum(kinds),
  tags: z.array(z.string()).min(1),
  line: z.string().default('2'),
  /** Stops work for many: may be P1. */
  heavy: z.boolean().default(false),
  /** Told only by contacts who look after systems themselves. */
  technical: z.boolean().default(false),
  /** The trouble of one person: nobody next door has the same. */
  personal: z.boolean().default(false),
  /** Words of `about`, one of which a customer must have. */
  fits: lines.optional(),
  /** Whom to ask outside, in the case that «передали …» needs. */
  vendor: z.string().optional(),
  /** What a planned fix is, as an infinitive. */
  plan: z.string(),
  vars: z.record(z.string(), lines).default({}),
  look: lines,
  subject: lines,
  says: z.record(z.enum(voiceNames), lines),
  ask: lines,
  answer: lines,
  note: lines,
  fix: lines,
  ok: lines,
  again: lines.optional(),
  refix: lines.optional(),
});

/** Shapes of `generator/common.yaml` and `generator/topics-*.yaml`. */
export const commonSchema = z.strictObject({
  vars: z.record(z.string(), lines),
  voices: z.record(z.enum(voiceNames), voice),
  desk: z.record(z.enum(deskActs), lines),
});
export const topicsSchema = z.array(topic);

export type VoiceName = (typeof voiceNames)[number];
export type Voice = Readonly<z.output<typeof voice>>;
export type Topic = Readonly<z.output<typeof topic>>;
export type CommonPhrases = Readonly<z.output<typeof commonSchema>>;

/** Everything the generator of demo tickets says, as its content files have it. */
export interface DemoPhrases extends CommonPhrases {
  readonly topics: readonly Topic[];
}
