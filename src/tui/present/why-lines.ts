import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, word } from './line.ts';

const MOST_REASONS = 5;

/** How the words were read that found the selected article: `учетка → учетная запись (…)`. */
export function whyLines(state: UiState): Line[] {
  const { hits, selected, isWhyShown, asked } = state.knowledge;
  const hit = hits[selected];
  if (!isWhyShown || !hit || asked.trim() === '') return [];
  const k = knowledgeTexts(state.language);
  const reasons = hit.reasons.map(({ typed, how, as }) => {
    const isSame = typed.toLowerCase() === as.toLowerCase();
    return `${isSame ? typed : `${typed} → ${as}`} (${k.readings[how]})`;
  });
  const shown = [...new Set(reasons)].slice(0, MOST_REASONS);
  return [
    rule(state.columns),
    [word(` ${k.whyTitle}`, 'title')],
    ...(shown.length === 0 ? [k.whyNothing] : shown).map((reason): Line => {
      return [word('   '), span(toSafe(reason))];
    }),
  ];
}
