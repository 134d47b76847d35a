import { z } from 'zod';
import { fieldTypes } from '../../domain/kind-rule.ts';
import type { Status } from '../../domain/vocabulary.ts';
import {
  code,
  kind,
  lineCode,
  localName,
  map,
  oneOrMore,
  priority,
  status,
  text,
} from './words.ts';

/** `statuses.yaml`; where `next` is not given every other status may follow but the first one. */
export const statusesSchema = z
  .array(
    map({
      code: status,
      name: localName,
      isOpen: z.boolean(),
      pausesSla: z.boolean(),
      showsDeadline: z.boolean(),
      next: z.array(status).nullable().default(null),
    }),
  )
  .min(2);
/** A status as a pack writes it. */
export type StatusPart = z.output<typeof statusesSchema>[number];

/** Statuses that may follow one. */
export function followersOf(
  { code, next }: Pick<StatusPart, 'code' | 'next'>,
  all: readonly Pick<StatusPart, 'code'>[],
): Status[] {
  const others = all.map((one) => one.code).filter((one) => one !== 'new' && one !== code);
  return next ?? others;
}

const field = map({
  code,
  name: localName,
  hint: localName.nullable().default(null),
  type: z.enum(fieldTypes).default('text'),
  choices: z.array(map({ code, name: localName })).default([]),
  needed: z.enum(['never', 'register', 'transfer', 'done']).default('never'),
  when: map({ field: code, is: oneOrMore(text) })
    .nullable()
    .default(null),
});

/** `kinds.yaml`: what each kind of ticket asks for and when it is done. */
export const kindsSchema = z
  .array(
    map({
      code: kind,
      name: localName,
      about: localName.nullable().default(null),
      isOn: z.boolean().default(true),
      fields: z.array(field).default([]),
      done: z.array(localName).default([]),
      doneNeeds: z.array(z.enum(['comment', 'time', 'public-answer', 'after-check'])).default([]),
      defaultLine: lineCode.nullable().default(null),
      defaultPriority: priority.nullable().default(null),
      risk: code.nullable().default(null),
      departments: z.array(code).default([]),
      hasStages: z.boolean().default(false),
    }),
  )
  .min(1);

/** `risks.yaml`: classes of risk, and the lines that may finish tickets of them. */
export const risksSchema = z.array(map({ code, name: localName, lines: z.array(lineCode).min(1) }));

/** `priorities.yaml` */
export const prioritiesSchema = z.array(map({ code: priority, name: localName })).min(1);

const scale = z.array(map({ code, name: localName })).min(1);

/** `matrix.yaml`: the two questions that give a priority; nothing where nobody is asked. */
export const matrixSchema = map({
  impacts: scale,
  urgencies: scale,
  table: z.array(z.array(priority)),
}).nullable();
