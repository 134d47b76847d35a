import { z } from 'zod';
import { replyChannels } from '../domain/template.ts';
import { languages, promiseKinds, statuses } from '../domain/vocabulary.ts';
import { contentId, word } from './front-matter-fields.ts';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const duration = z
  .templateLiteral([z.int().min(1), z.enum(['s', 'm', 'h', 'd'])], 'a duration such as 2m or 1h')
  .transform((text) => Number.parseInt(text, 10) * (UNITS[unitOf(text)] ?? 0));

const actions = z.strictObject({
  promise: z
    .strictObject({
      kind: z.enum(promiseKinds),
      from: z.int().min(0).max(99),
      warn: duration.optional(),
    })
    .optional(),
  status: z.enum(statuses).exclude(['new', 'scheduled', 'merged']).optional(),
  reason: z.string().trim().min(1).max(200).optional(),
  confirm: z.strictObject({ by: z.literal('contact') }).optional(),
  tags: z
    .strictObject({ add: z.array(word).default([]), remove: z.array(word).default([]) })
    .optional(),
  time: duration.optional(),
  escalation: z.strictObject({ line: word }).optional(),
});

/** The front matter of a reply template. */
export const templateMeta = z.strictObject({
  id: contentId,
  lang: z.enum(languages).optional(),
  title: z.string().trim().min(1),
  situation: contentId,
  channel: z.array(z.enum(replyChannels)).min(1),
  when: z.string().trim().min(1),
  requires: z.array(word).default([]),
  actions: actions.default({}),
});
export type TemplateMeta = z.infer<typeof templateMeta>;

/** The front matter of a part: it belongs to no situation and does nothing by itself. */
export const partMeta = z.strictObject({
  id: contentId,
  lang: z.enum(languages).optional(),
  title: z.string().trim().min(1).optional(),
});

function unitOf(text: string): keyof typeof UNITS {
  return (['s', 'm', 'h', 'd'] as const).find((unit) => text.endsWith(unit)) ?? 'm';
}
