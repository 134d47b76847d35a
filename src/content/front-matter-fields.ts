import { z } from 'zod';

/** The name of an article or a template, which is also the name of its file. */
export const contentId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'small Latin letters, digits and hyphens');

/** A word that YAML may read as a number: `502`, line `2`. */
export const word = z.union([z.string().trim().min(1), z.number()], 'a word').transform(String);
