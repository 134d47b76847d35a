import { basename } from 'node:path';
import type { TemplateProblem } from '../../content/template-problem.ts';
import type { ReplyTemplate } from '../../domain/template.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyEngine } from '../../render/reply-engine.ts';

/** The loaded reply templates (see `openContent`). */
export interface TemplateLibrary {
  readonly templates: readonly ReplyTemplate[];
  /** What kept files out. */
  readonly problems: readonly TemplateProblem[];
  /** The reader's language when none is asked for. */
  readonly language: Language;
  readonly engine: (language: Language) => ReplyEngine;
}

/** The template in the wanted language, else its twin; null when nobody wrote one. */
export function findTemplate(
  library: TemplateLibrary,
  id: string,
  language: Language,
): ReplyTemplate | null {
  const twins = library.templates.filter((template) => template.id === id);
  return twins.find(({ lang }) => lang === language) ?? twins[0] ?? null;
}

/** Why the files of a template were kept out; null when there are none, or nothing is wrong. */
export function templateProblem(library: TemplateLibrary, id: string): TemplateProblem | null {
  return library.problems.find(({ file }) => basename(file).startsWith(`${id}.`)) ?? null;
}
