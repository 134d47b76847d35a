import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { MOST_HITS } from '../model/knowledge-search.ts';
import type { UiState } from '../model/ui-state.ts';
import { kindName, lineName } from './article-detail.ts';
import { isListing } from './knowledge-lines.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import { searchField } from './search-field.ts';

const WIDEST_FIELD = 48;
const NARROW_FIELD = 26;

/** The search row: what is typed, what it is narrowed to, how it was read, how much there is. */
export function searchLine(state: UiState): Line {
  const t = tuiTexts(state.language);
  const { query, isTyping, readAs } = state.knowledge;
  const chips = chipSpans(state);
  const isTight = chips.length > 0 && state.columns < 120;
  const room = isTight ? NARROW_FIELD : Math.min(WIDEST_FIELD, Math.floor(state.columns * 0.45));
  const left = [...searchField(query.present, isTyping, room), ...chips];
  if (readAs !== null) left.push(span(toSafe(`  ${t.readAs(readAs)}`), 'warning'));
  return spread(left, [word(` ${amount(state)} `, 'muted')], state.columns);
}

/** What the base is narrowed to, each in brackets. */
function chipSpans(state: UiState): Span[] {
  const { kind, line, tag, state: where } = state.knowledge.narrowing;
  const names = [
    ...(kind === null ? [] : [kindName(kind, state)]),
    ...(line === null ? [] : [lineName(line, state)]),
    ...(tag === null ? [] : [`#${tag}`]),
    ...(where === null ? [] : [knowledgeTexts(state.language).states[where]]),
  ];
  return names.map((name) => span(toSafe(` [${name}]`), 'key'));
}

/** How much was found, or how far the index is. */
function amount(state: UiState): string {
  const t = tuiTexts(state.language);
  const k = knowledgeTexts(state.language);
  const { base, hits, total, progress } = state.knowledge;
  if (progress !== null) {
    const [done, all] = [progress.done, progress.total].map((n) => grouped(n, state));
    return k.indexing(done ?? '', all ?? '');
  }
  if (base === null) return '';
  if (isListing(state)) return t.articlesCount(total);
  return hits.length < MOST_HITS ? t.hitsCount(hits.length) : k.hitsMost(MOST_HITS);
}

function grouped(n: number, { language }: UiState): string {
  return n.toLocaleString(language).replace(/\s/gu, ' ');
}
