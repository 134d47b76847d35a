import type { z } from 'zod';
import { deskSchema, linesSchema, queuesSchema } from './desk-schema.ts';
import {
  dutiesSchema,
  laddersSchema,
  peopleSchema,
  permissionsSchema,
  routingSchema,
  worksSchema,
} from './people-schema.ts';
import {
  kindsSchema,
  matrixSchema,
  prioritiesSchema,
  risksSchema,
  statusesSchema,
} from './ticket-schema.ts';
import { calendarsSchema, policiesSchema, productionSchema } from './time-schema.ts';

/** The parts of a desk pack; each is a file of that name. */
export const packParts = {
  desk: deskSchema,
  lines: linesSchema,
  statuses: statusesSchema,
  kinds: kindsSchema,
  risks: risksSchema,
  priorities: prioritiesSchema,
  matrix: matrixSchema,
  calendars: calendarsSchema,
  production: productionSchema,
  policies: policiesSchema,
  queues: queuesSchema,
  people: peopleSchema,
  duties: dutiesSchema,
  ladders: laddersSchema,
  routing: routingSchema,
  works: worksSchema,
  permissions: permissionsSchema,
} as const;

export type PartName = keyof typeof packParts;
export type PartValue<Part extends PartName> = z.output<(typeof packParts)[Part]>;

/** Every part of a pack, as its files say it. */
export type PackValues = { readonly [Part in PartName]: PartValue<Part> };
