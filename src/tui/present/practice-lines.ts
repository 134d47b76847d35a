import { itemTitle } from '../../app/practice/item-title.ts';
import { practiceQuizTexts } from '../../i18n/practice-quiz-texts.ts';
import { type PracticeTuiTexts, practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { ItemProgress } from '../../practice/path/path-progress.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  type PracticeRow,
  practiceRows,
  selectedPractice,
} from '../model/practice/practice-tab.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { clip, type Line, type Span, span, spread, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';
import { previewRows } from './practice-preview.ts';
import type { TimeText } from './time-text.ts';

/** From this width on what is selected stands beside the list, else below it. */
const BESIDE_FROM = 120;

/** The tab of practice: what to do today, all scenarios, the path, what was played. */
export function practiceScreenRows(state: UiState, time: TimeText, height: number): OverlayRows {
  const { practice, columns } = state;
  const t = practiceTuiTexts(state.language);
  if (practice.view === null) return { lines: [[], [word(`   ${t.reading}`, 'muted')]] };
  const rows = practiceRows(practice);
  if (!rows.some(({ type }) => type !== 'heading')) {
    return { lines: [[], [word(`   ${t.nothingFound}`, 'muted')]] };
  }
  const isBeside = columns >= BESIDE_FROM;
  const width = isBeside ? Math.floor(columns * 0.56) : columns;
  const preview = previewRows(state, time, isBeside ? columns - width - 2 : columns - 1);
  const below = isBeside ? 0 : Math.min(preview.length, Math.floor(height * 0.4));
  const room = height - 1 - (below > 0 ? below + 1 : 0);
  const at = rows.findIndex(({ id }) => id === selectedPractice(practice)?.id);
  const top = Math.max(0, Math.min(at - Math.floor(room / 2), rows.length - room));
  const list = rows
    .slice(top, top + room)
    .map((row, i) => rowLine(row, { state, time, width, isAtHand: top + i === at, t }));
  const head = headLine(state, t);
  if (!isBeside) {
    const filled = [...list, ...blank(room - list.length)];
    return { lines: [head, ...filled, rule(columns), ...preview.slice(0, below)] };
  }
  const beside = blank(room).map((_, i) => {
    const left = clip(list[i] ?? [], width);
    return [...left, word('│ ', 'muted'), ...(preview[i] ?? [])];
  });
  return { lines: [head, ...beside] };
}

function blank(rows: number): Line[] {
  return Array.from({ length: Math.max(0, rows) }, () => []);
}

function headLine({ practice, columns }: UiState, t: PracticeTuiTexts): Line {
  const { view, filter } = practice;
  if (view === null) return [];
  const { done, total, percent } = view.plan.progress;
  const left: Line = [
    word(` ${t.tab}`, 'title'),
    word(`  ${t.pathDone(done, total, percent)}`, 'muted'),
  ];
  const typed: Line =
    filter === '' ? [] : [word(`${t.filter}: `, 'muted'), span(toSafe(`${filter} `), 'match')];
  return spread(left, typed, columns);
}

interface RowScene {
  readonly state: UiState;
  readonly time: TimeText;
  readonly width: number;
  readonly isAtHand: boolean;
  readonly t: PracticeTuiTexts;
}

function rowLine(row: PracticeRow, scene: RowScene): Line {
  const { width, isAtHand, t } = scene;
  if (row.type === 'heading') return [word(` ${t.headings[row.name]}`, 'title')];
  if (row.type === 'day') {
    return [span(toSafe(`   ${t.day(row.day.day)} · ${row.day.title}`), 'muted')];
  }
  const { left, right } = cellsOf(row, scene);
  const mark = word(isAtHand ? ' ▌ ' : '   ', 'key');
  const named = isAtHand ? left.map((part): Span => ({ ...part, role: 'strong' })) : left;
  return spread([mark, ...named], [...right, word(' ')], width);
}

interface Cells {
  readonly left: Line;
  readonly right: Line;
}

type ChoosableRow = Exclude<PracticeRow, { type: 'heading' | 'day' }>;

function cellsOf(row: ChoosableRow, scene: RowScene): Cells {
  const { state, time, t } = scene;
  switch (row.type) {
    case 'resume': {
      const title = state.practice.view?.plan.resumable?.title ?? '';
      return { left: [span(toSafe(t.resume(title)), 'plain')], right: [word(t.paused, 'warning')] };
    }
    case 'due': {
      const title = row.card?.title ?? t.nothingUnlocked;
      return {
        left: [span(toSafe(title), 'plain')],
        right: [span(toSafe(t.dueSkill(row.due.card.skill)), 'muted')],
      };
    }
    case 'item':
      return itemCells(row.progress, scene);
    case 'scenario':
      return scenarioCells(row, scene);
    case 'run': {
      const { title, attempt, mode, score, max, passed, startedAt } = row.past;
      const result = score === null ? t.givenUp : `${score}/${max ?? 0}`;
      return {
        left: [span(toSafe(title)), word(`  ${t.banner.attempt(attempt)}`, 'muted')],
        right: [
          word(mode === 'exam' ? `${t.exam} ` : '', 'strong'),
          word(`${passed ? '✓' : '·'} ${result}  `, passed ? 'good' : 'plain'),
          span(toSafe(time.at(startedAt, state.now)), 'muted'),
        ],
      };
    }
  }
}

function scenarioCells(
  { offered }: Extract<PracticeRow, { type: 'scenario' }>,
  { t, width }: RowScene,
): Cells {
  const { card, best, isPassed, lockedBy } = offered;
  const isLocked = lockedBy.length > 0;
  const state = isLocked ? '×' : isPassed ? '✓' : best === null ? ' ' : '·';
  const result = best === null ? '   —' : `${String(best).padStart(3)}%`;
  const kind = width >= 76 ? t.kindName(card.kind).padEnd(13) : '';
  return {
    left: [
      word(`${state} `, isLocked ? 'muted' : 'good'),
      span(toSafe(card.title), isLocked ? 'muted' : 'plain'),
    ],
    right: [
      word(` ${kind} ${t.lineShort(card.line)} `, 'muted'),
      word(`${'●'.repeat(card.difficulty)}${'○'.repeat(5 - card.difficulty)} `, 'muted'),
      word(`${t.minutes(card.minutes).padStart(7)} `, 'muted'),
      word(result, best === null ? 'muted' : 'plain'),
    ],
  };
}

const stateMarks: Readonly<Record<ItemProgress['state'], string>> = {
  done: '✓',
  open: ' ',
  locked: '×',
  waiting: '◷',
  missing: '–',
};

function itemCells({ item, state, best }: ItemProgress, { state: ui, t }: RowScene): Cells {
  const role = state === 'open' || state === 'waiting' ? 'plain' : 'muted';
  const share =
    best === null || best.max === 0 ? '' : `${Math.floor((best.score * 100) / best.max)}%`;
  const begun = ui.practice.view?.quizzes.get(item.id)?.begun ?? null;
  const putOff = begun && practiceQuizTexts(ui.language).begunAt(begun.given, begun.count);
  return {
    left: [
      word(`${stateMarks[state]} `, state === 'done' ? 'good' : 'muted'),
      span(toSafe(itemTitle(item, ui.practice.view?.plan.scenarios ?? [])), role),
    ],
    right: [
      word(putOff === null ? '' : `${putOff}  `, 'warning'),
      word(`${t.itemKind(item.kind, item.kind === 'scenario' ? item.mode : '')}  `, 'muted'),
      word(share.padStart(4)),
    ],
  };
}
