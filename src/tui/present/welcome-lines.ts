import { tuiTexts } from '../../i18n/tui-texts.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { fit } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import type { WelcomeProgress } from '../model/welcome.ts';
import {
  type WelcomeField,
  type WelcomeState,
  welcomeFields,
  welcomeRoles,
  welcomeStarts,
} from '../model/welcome-model.ts';
import { type Line, type Span, span, word } from './line.ts';
import { caretLine } from './overlay-lines.ts';

const LABEL_WIDTH = 14;

/** The rows of the first screen: a title, the fields, what the chosen start means, the keys. */
export function welcomeRows(
  state: WelcomeState,
  progress: WelcomeProgress | null,
  width: number,
): Line[] {
  const t = tuiTexts(state.language);
  const w = workTexts(state.language);
  const head: Line[] = [
    [],
    [word(`  ${t.welcomeTitle}`, 'title')],
    [word(`  ${w.welcomeIntro}`, 'muted')],
    [],
  ];
  const fields = welcomeFields(state).flatMap((field) => fieldRows(state, field, width));
  const foot = progress
    ? workingRows(state, progress, width)
    : [[word(`  ${t.welcomeHint}`, 'muted')] as Line];
  const problem: Line[] = state.problem ? [[span(toSafe(`  ! ${state.problem}`), 'warning')]] : [];
  return [...head, ...fields, ...problem, [], ...foot];
}

function fieldRows(state: WelcomeState, field: WelcomeField, width: number): Line[] {
  const isFocused = state.focus === field;
  const name = fit(labelOf(state, field), LABEL_WIDTH);
  const mark = word(isFocused ? ' › ' : '   ', 'key');
  const label = word(`${name} `, isFocused ? 'strong' : 'muted');
  const row: Line = [mark, label, ...valueSpans(state, field, width)];
  if (field !== 'start') return [row];
  // What a start means is said for the chosen one only: three hints at once are a wall of text.
  const hint = startHint(state);
  return [[], row, [word(`   ${' '.repeat(LABEL_WIDTH + 1)}${hint}`, 'muted')]];
}

function labelOf(state: WelcomeState, field: WelcomeField): string {
  const t = tuiTexts(state.language);
  const labels = {
    name: t.welcomeName,
    role: t.welcomeRole,
    line: t.welcomeLine,
    language: t.welcomeLanguage,
    start: t.welcomeStart,
    path: t.welcomePath,
  };
  return labels[field];
}

function valueSpans(state: WelcomeState, field: WelcomeField, width: number): Line {
  const t = tuiTexts(state.language);
  const w = workTexts(state.language);
  const isFocused = state.focus === field;
  switch (field) {
    case 'name':
      return [
        ...typed(state.name, isFocused, width),
        ...need(state, 'name', w.welcomeNeedsName),
        span(toSafe(`  ${w.welcomeLogin(state.login)}`), 'muted'),
      ];
    case 'path':
      return [...typed(state.path, isFocused, width), ...need(state, 'path', w.welcomeNeedsPath)];
    case 'role': {
      const names = { engineer: t.roleEngineer, lead: t.roleLead, hire: t.roleHire };
      return options(welcomeRoles.map((role) => [names[role], role === state.role]));
    }
    case 'line':
      return options(
        state.lines.map(({ code, name }) => [name[state.language], code === state.line]),
      );
    case 'language':
      return options([
        ['русский', state.language === 'ru'],
        ['English', state.language === 'en'],
      ]);
    case 'start': {
      const names = { demo: t.welcomeDemo, empty: t.welcomeEmpty, import: t.welcomeImport };
      return options(welcomeStarts.map((start) => [names[start], start === state.start]));
    }
  }
}

function typed(buffer: TextBuffer, isFocused: boolean, width: number): Line {
  const room = Math.max(20, width - LABEL_WIDTH - 30);
  return isFocused ? caretLine(buffer, room) : [span(toSafe(buffer.text))];
}

function need(state: WelcomeState, field: 'name' | 'path', text: string): Line {
  return state.missing === field ? [word(`  ! ${text}`, 'warning')] : [];
}

/** The chosen value stands between bars and is inverse: told apart without colour too. */
function options(values: readonly (readonly [name: string, isChosen: boolean])[]): Span[] {
  return values.flatMap(([name, isChosen]): Span[] => {
    const text = isChosen ? `▌${name}▐` : ` ${name} `;
    return [span(toSafe(text), isChosen ? 'selected' : 'plain'), word(' ')];
  });
}

function startHint(state: WelcomeState): string {
  const t = tuiTexts(state.language);
  const hints = { demo: t.welcomeDemoHint, empty: t.welcomeEmptyHint, import: t.welcomeImportHint };
  return hints[state.start];
}

function workingRows(state: WelcomeState, { done, all }: WelcomeProgress, width: number): Line[] {
  const t = tuiTexts(state.language);
  const w = workTexts(state.language);
  if (all === 0) return [[word(`  ${t.welcomeWorking}`, 'strong')]];
  const room = Math.min(40, width - 30);
  const filled = Math.round((room * Math.min(done, all)) / all);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(room - filled)}`;
  return [
    [word(`  ${t.welcomeWorking}`, 'strong')],
    [word(`  ${bar} `, 'good'), word(w.welcomeProgress(done, all), 'muted')],
  ];
}
