import { z } from 'zod';
import { fail, ok, type Result } from '../util/result.ts';

const text = z.string().default('');

const schema = z.object({
  articles: z.array(z.object({ id: text, title: text, body: text })).default([]),
  people: z.array(z.object({ name: text, login: text })).default([]),
  hosts: z.array(z.string()).default([]),
  customers: z.array(z.object({ name: text })).default([]),
});

/** Articles, people, machines and customers that one call of `smena lint` knows besides the desk's. */
export type LintContextFile = z.infer<typeof schema>;

/** Reads the JSON of `--context`; fails with what is wrong with it. */
export function readLintContext(json: string): Result<LintContextFile, string> {
  try {
    const parsed = schema.safeParse(JSON.parse(json.replace(/^\uFEFF/, '')));
    if (parsed.success) return ok(parsed.data);
    const [issue] = parsed.error.issues;
    return fail(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
