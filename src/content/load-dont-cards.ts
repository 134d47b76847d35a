import { z } from 'zod';
import { type Language, languages } from '../domain/vocabulary.ts';
import { checkFrontMatter } from './check-front-matter.ts';
import { type ContentFile, readContentFiles } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { contentId } from './front-matter-fields.ts';

/** A way of talking that we do not use, and what to say instead. Its translation has the same `id`. */
export interface DontCard {
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  /** Reply templates that do honestly what the trick is meant for; the first fits best. */
  readonly instead: readonly string[];
  /** Markdown: how it sounds, why not, what instead. */
  readonly body: string;
  readonly file: string;
}

export interface LoadedDontCards {
  /** In a fixed order: by id, then by language. */
  readonly cards: readonly DontCard[];
  readonly problems: readonly ContentProblem[];
}

const cardMeta = z.strictObject({
  id: contentId,
  lang: z.enum(languages),
  title: z.string().trim().min(1),
  instead: z.array(contentId).min(1),
});

/** Reads the `<id>.<lang>.md` of a folder. A broken file keeps out only itself. */
export function loadDontCards(folder: string): LoadedDontCards {
  const { files, problems: unread } = readContentFiles(folder, 'shipped', 'flat');
  const cards: DontCard[] = [];
  const problems = [...unread];
  for (const file of files) {
    const card = readCard(file);
    if (Array.isArray(card)) problems.push(...card);
    else cards.push(card);
  }
  return { cards, problems };
}

function readCard(file: ContentFile): DontCard | ContentProblem[] {
  const checked = checkFrontMatter(file, cardMeta);
  if (!checked.ok) return [...checked.problem];
  const { meta, problemIn } = checked.value;
  const body = checked.value.body.trim();
  if (body === '') return [problemIn(1, 1, 'the card has no text')];
  return { ...meta, body, file: file.file };
}
