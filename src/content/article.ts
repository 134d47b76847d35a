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
});
export type ArticleMeta = z.infer<typeof articleMeta>;
