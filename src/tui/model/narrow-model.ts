import {
  countNarrowings,
  type Narrowing,
  type NarrowingCounts,
  wholeBase,
} from '../../app/knowledge/narrow-articles.ts';
import { type KnowledgeTexts, knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { kindName, lineName } from '../present/article-detail.ts';
import { narrowTo, settleSearch } from './knowledge-search.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import type { Ui } from './ui.ts';
import type { UiState } from './ui-state.ts';

/** A choice with the narrowing that it makes. */
interface Value extends Choice {
  readonly narrowing: Narrowing;
}

/** Offers the kinds, lines, states and tags of the base, each with how many articles it leaves. */
export function openNarrowing(ui: Ui): void {
  settleSearch(ui);
  const state = ui.store.get();
  const { base, narrowing } = state.knowledge;
  if (!base) return;
  const values = valuesOf(countNarrowings(base, narrowing, state.language), state);
  openPicker(ui, {
    purpose: 'narrow',
    title: knowledgeTexts(state.language).pickNarrow,
    isSearchable: true,
    choices: values,
    choose: ({ id }) => {
      const value = values.find((one) => one.id === id);
      if (value) narrowTo(ui, value.narrowing);
    },
  });
}

function valuesOf(counts: NarrowingCounts, state: UiState): readonly Value[] {
  const k = knowledgeTexts(state.language);
  const { narrowing } = state.knowledge;
  const toggle = (part: Partial<Narrowing>, label: string, count: number): Value => {
    const [[key = '', value = ''] = []] = Object.entries(part);
    const isChosen = narrowing[key as keyof Narrowing] === value;
    return {
      id: `${key}:${value}`,
      label: isChosen ? `✓ ${label}` : label,
      detail: String(count),
      disabled: null,
      narrowing: { ...narrowing, ...(isChosen ? { [key]: null } : part) },
    };
  };
  const isNarrowed = Object.values(narrowing).some((value) => value !== null);
  return [
    ...(isNarrowed ? [wholeValue(k)] : []),
    ...counts.kinds.map(({ value, count }) =>
      toggle({ kind: value }, k.narrowKind(kindName(value, state)), count),
    ),
    ...counts.lines.map(({ value, count }) =>
      toggle({ line: value }, k.narrowLine(lineName(value, state)), count),
    ),
    ...counts.states.map(({ value, count }) =>
      toggle({ state: value }, k.narrowState(k.states[value]), count),
    ),
    ...counts.tags.map(({ value, count }) => toggle({ tag: value }, k.narrowTag(value), count)),
  ];
}

function wholeValue(k: KnowledgeTexts): Value {
  return { id: 'all', label: k.narrowAll, detail: '', disabled: null, narrowing: wholeBase };
}
