import type { FillProblem } from '../domain/fill-command.ts';
import type { Language } from '../domain/vocabulary.ts';
import { fill } from './fill.ts';
import { routingTexts } from './routing-texts.ts';

/** Why a command cannot be used, in one sentence. */
export function describeFill({ code, variable }: FillProblem, language: Language): string {
  return fill(routingTexts(language).fillProblems[code], { variable: variable ?? '' });
}
