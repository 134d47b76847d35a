import { z } from 'zod';
import { escalationKinds } from '../../domain/handover/handover.ts';
import { demoTime, filled, key, lineCode, span } from './demo-values.ts';

const form = z.strictObject({
  seen: filled,
  done: filled,
  need: filled,
  reproduced: filled.optional(),
  ruledOut: filled.optional(),
  hypotheses: filled.optional(),
  promised: filled.optional(),
  logs: filled.optional(),
});

const vendor = z.strictObject({ vendor: filled, ref: z.string(), due: demoTime });

const escalate = z.strictObject({
  do: z.literal('escalate'),
  to: z.enum(escalationKinds),
  line: lineCode.optional(),
  reason: z.string().default(''),
  form,
  vendor: vendor.optional(),
});

const deed = z.discriminatedUnion('do', [
  escalate,
  z.strictObject({ do: z.literal('send-back'), missing: filled }),
  z.strictObject({ do: z.literal('diagnose'), text: filled }),
  z.strictObject({ do: z.literal('ask'), question: filled, why: filled, due: demoTime }),
  z.strictObject({ do: z.literal('answer'), text: filled }),
  z.strictObject({ do: z.literal('brief'), text: filled }),
  // What the kind asks for, by the code of the field; a value like `+1d 16:00` is told as a time.
  z.strictObject({ do: z.literal('fill'), values: z.record(z.string(), filled) }),
  z.strictObject({ do: z.literal('add-box'), text: filled }),
  z.strictObject({ do: z.literal('tick'), box: z.int().min(1) }),
  z.strictObject({ do: z.literal('time'), length: span, note: filled }),
  z.strictObject({ do: z.literal('link-card'), ref: filled }),
  z.strictObject({ do: z.literal('close-card'), note: filled }),
  z.strictObject({ do: z.literal('watch'), what: filled, until: demoTime }),
  z.strictObject({ do: z.literal('ask-review'), text: filled }),
  z.strictObject({ do: z.literal('ask-help'), text: filled, draft: z.string().default('') }),
  z.strictObject({ do: z.literal('put-off'), until: demoTime, reason: filled }),
]);

/** What somebody does to a ticket beside writing in it. */
export const deedSchema = deed;
export type DemoDeed = Readonly<z.output<typeof deed>>;

const kinAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('gather'), stories: z.array(key).min(1), reason: filled }),
  z.strictObject({ do: z.literal('detach'), reason: filled }),
  z.strictObject({ do: z.literal('merge'), into: key, reason: filled }),
  z.strictObject({ do: z.literal('news'), text: filled, due: demoTime }),
]);

/** What somebody does to several stories at once, when all of them have been told. */
export const kinStepSchema = z.strictObject({ at: demoTime, from: filled, act: kinAct });
export type DemoKinStep = Readonly<z.output<typeof kinStepSchema>>;
