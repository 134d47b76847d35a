import type { ListedScenario } from '../../../app/practice/list-scenarios.ts';
import type { PastRun } from '../../../app/practice/run-history.ts';
import type {
  OfferedScenario,
  PracticeTabView,
} from '../../../app/practice/world/read-practice-tab.ts';
import type { DueSkill } from '../../../practice/path/daily-plan.ts';
import type { DayProgress, ItemProgress } from '../../../practice/path/path-progress.ts';
import type { LearnersState } from './learners-state.ts';
import type { QuizScreen } from './quiz-state.ts';
import type { RunReview } from './run-review-state.ts';

/** The tab of practice. The selection follows the row's id, never its place. */
export interface PracticeTab {
  /** Null until it was read. */
  readonly view: PracticeTabView | null;
  readonly filter: string;
  readonly selectedId: string;
  /** Those who learn, while a mentor looks at them. */
  readonly learners: LearnersState | null;
  /** A run that is gone through; it stands over the lists. */
  readonly review: RunReview | null;
  /** A quiz that is taken or was; it stands over everything else. */
  readonly quiz: QuizScreen | null;
}

/** The tab before anything was read. */
export const noPractice: PracticeTab = {
  ...{ view: null, filter: '', selectedId: '', learners: null, review: null, quiz: null },
};

/** What a heading of the list is over. */
export type PracticeHeading = 'today' | 'path' | 'scenarios' | 'runs';

/** What stands in the list: something to choose, or the heading of what follows. */
export type PracticeRow =
  | { readonly type: 'heading'; readonly id: string; readonly name: PracticeHeading }
  | { readonly type: 'day'; readonly id: string; readonly day: DayProgress }
  | { readonly type: 'resume'; readonly id: string }
  | {
      readonly type: 'due';
      readonly id: string;
      readonly due: DueSkill;
      readonly card: ListedScenario | null;
    }
  | { readonly type: 'item'; readonly id: string; readonly progress: ItemProgress }
  | { readonly type: 'scenario'; readonly id: string; readonly offered: OfferedScenario }
  | { readonly type: 'run'; readonly id: string; readonly past: PastRun };

const MOST_RUNS = 30;

/** The rows of the tab, in their order; while it is filtered, only scenarios. */
export function practiceRows({ view, filter }: PracticeTab): readonly PracticeRow[] {
  if (view === null) return [];
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const scenarios = view.scenarios
    .filter((one) => isMeant(one, words))
    .map((offered): PracticeRow => {
      return { type: 'scenario', id: `scenario/${offered.card.id}`, offered };
    });
  if (words.length > 0) return under('scenarios', scenarios);
  return [
    ...under('today', todayRows(view)),
    ...under('scenarios', scenarios),
    ...under('path', pathRows(view)),
    ...under(
      'runs',
      view.runs.slice(0, MOST_RUNS).map((past) => ({ type: 'run', id: `run/${past.id}`, past })),
    ),
  ];
}

function under(name: PracticeHeading, rows: readonly PracticeRow[]): readonly PracticeRow[] {
  return rows.length === 0 ? [] : [{ type: 'heading', id: `#${name}`, name }, ...rows];
}

function todayRows({ plan }: PracticeTabView): readonly PracticeRow[] {
  const resume: PracticeRow[] = plan.resumable ? [{ type: 'resume', id: 'resume' }] : [];
  const due = plan.due.map((one): PracticeRow => {
    const card = plan.scenarios.find(({ id }) => id === one.scenarioId) ?? null;
    return { type: 'due', id: `due/${one.card.skill}`, due: one, card };
  });
  const { next } = plan.progress;
  const item: PracticeRow[] = next ? [{ type: 'item', id: 'next', progress: next.item }] : [];
  return [...resume, ...due, ...item];
}

function pathRows({ plan }: PracticeTabView): readonly PracticeRow[] {
  return plan.progress.days.flatMap((day): readonly PracticeRow[] => [
    { type: 'day', id: `#day/${day.day}`, day },
    ...day.items.map((progress): PracticeRow => {
      return { type: 'item', id: `item/${progress.item.id}`, progress };
    }),
  ]);
}

/** Every word of the filter stands in something that is told of a scenario. */
function isMeant({ card }: OfferedScenario, words: readonly string[]): boolean {
  const { id, title, kind, line, difficulty, skills, customer, subject } = card;
  const marks = [`line:${line}`, `d:${difficulty}`];
  const told = [id, title, kind, ...marks, ...skills, customer.org, subject];
  const text = told.join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Whether a row can be chosen. */
export function isChoosable({ type }: PracticeRow): boolean {
  return type !== 'heading' && type !== 'day';
}

/** The row at hand; the first that can be chosen when the selected one is gone. */
export function selectedPractice(tab: PracticeTab): PracticeRow | null {
  const rows = practiceRows(tab);
  return rows.find(({ id }) => id === tab.selectedId) ?? rows.find(isChoosable) ?? null;
}

/** The scenario that a row leads to; null where it leads elsewhere. */
export function scenarioOf(tab: PracticeTab, row: PracticeRow): OfferedScenario | null {
  const id = scenarioIdOf(tab, row);
  return tab.view?.scenarios.find(({ card }) => card.id === id) ?? null;
}

function scenarioIdOf({ view }: PracticeTab, row: PracticeRow): string | null {
  switch (row.type) {
    case 'scenario':
      return row.offered.card.id;
    case 'due':
      return row.due.scenarioId;
    case 'item':
      return row.progress.item.kind === 'scenario' ? row.progress.item.scenario : null;
    case 'run':
      return row.past.scenarioId;
    case 'resume':
      return view?.plan.resumable?.run.scenarioId ?? null;
    default:
      return null;
  }
}
