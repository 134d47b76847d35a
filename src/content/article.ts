import { z } from 'zod';
import { articleKinds } from '../domain/article.ts';
import { languages } from '../domain/vocabulary.ts';
import { contentId, word } from './front-matter-fields.ts';

/** The front matter of an article. */
export const articleMeta = z.strictObject({
  id: contentId,
  lang: z.enum(languages).optional(),
  title: z.string().trim().min(1),
  kind: z.enum(articleKinds),
  line: word,
  tags: z.array(word).default([]),
  owner: z.string().trim().min(1),
  reviewBy: z.iso.date('a day such as 2027-05-21').optional(),
  minutes: z.int().min(1).optional(),
  related: z.array(contentId).default([]),
  public: z.boolean().default(false),
  backup: z
    .strictObject({
      resource: z.string().trim().min(1),
      where: z.string().trim().min(1),
      restoreMinutes: z.int().min(1),
      verified: z.iso.date('a day such as 2026-11-14').optional(),
      every: z.int().min(1).default(90),
    })
    .optional(),
});
export type ArticleMeta = z.infer<typeof articleMeta>;
