import { lockerTitle } from '../../../app/practice/item-title.ts';
import { abandonOpenRun, resumeRun, startRun } from '../../../app/practice/start-run.ts';
import { dropPracticeFolder } from '../../../app/practice/world/open-practice-desk.ts';
import { readPracticeTab } from '../../../app/practice/world/read-practice-tab.ts';
import type { PathItem } from '../../../content/learning/learning-path.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import type { RunMode } from '../../../practice/run/run-state.ts';
import type { Choice } from '../overlay-state.ts';
import { openPicker, openPrompt } from '../overlays.ts';
import { sayProblem } from '../say-problem.ts';
import { say, type Ui } from '../ui.ts';
import { openPathItem } from './path-item-model.ts';
import { PracticeStation } from './practice-station.ts';
import {
  isChoosable,
  type PracticeTab,
  practiceRows,
  scenarioOf,
  selectedPractice,
} from './practice-tab.ts';
import { openReview } from './run-review-model.ts';

function words(ui: Ui) {
  return practiceTuiTexts(ui.store.get().language);
}

function setTab(ui: Ui, patch: Partial<PracticeTab>): void {
  const { practice } = ui.store.get();
  ui.store.set({ practice: { ...practice, ...patch } });
}

/** Reads what the tab lists. */
export async function loadPractice(ui: Ui, runId: string | null = null): Promise<void> {
  const view = await readPracticeTab(ui.desk());
  if (ui.gate.isClosed) return;
  setTab(ui, { view });
  if (runId !== null) openReview(ui, runId);
}

/** Moves the finger by rows that can be chosen. */
export function movePractice(ui: Ui, delta: number): void {
  const { practice } = ui.store.get();
  const rows = practiceRows(practice).filter(isChoosable);
  const at = rows.findIndex(({ id }) => id === selectedPractice(practice)?.id);
  const row = rows[Math.max(0, Math.min(at + delta, rows.length - 1))];
  if (row) setTab(ui, { selectedId: row.id });
}

/** Enter: plays a scenario, goes on with a run, opens a lesson or the review of a run. */
export async function openSelected(ui: Ui): Promise<void> {
  const { practice } = ui.store.get();
  const row = selectedPractice(practice);
  if (!row) return;
  if (row.type === 'resume') return resumeHere(ui);
  if (row.type === 'run') return openReview(ui, row.past.id);
  if (row.type === 'item') {
    const { item, lockedBy } = row.progress;
    if (isLocked(ui, titlesOf(ui, lockedBy))) return;
    if (item.kind !== 'scenario') return openPathItem(ui, item);
  }
  const offered = scenarioOf(practice, row);
  if (!offered) return say(ui, words(ui).pickScenario, 'problem');
  if (isLocked(ui, offered.lockedBy)) return;
  const isExam = row.type === 'item' && isExamItem(row.progress.item);
  if (isExam) return askExam(ui);
  await playScenario(ui, offered.card.id, 'practice');
}

function isExamItem(item: PathItem): boolean {
  return item.kind === 'scenario' && item.mode === 'exam';
}

function isLocked(ui: Ui, lockedBy: readonly string[]): boolean {
  if (lockedBy.length === 0) return false;
  say(ui, words(ui).lockedBy(lockedBy.join(', ')), 'problem');
  return true;
}

/** What the items and scenarios of a path are called. */
function titlesOf(ui: Ui, ids: readonly string[]): readonly string[] {
  const { view } = ui.store.get().practice;
  return ids.map((id) => (view ? lockerTitle(id, view.plan) : id));
}

/** An exam is asked for first: it has one attempt. */
export function askExam(ui: Ui): void {
  const { practice } = ui.store.get();
  const row = selectedPractice(practice);
  const offered = row && scenarioOf(practice, row);
  const t = words(ui);
  if (!offered) return say(ui, t.pickScenario, 'problem');
  if (isLocked(ui, offered.lockedBy)) return;
  const { id: scenarioId, title } = offered.card;
  const choice = (id: string, label: string, detail = ''): Choice => {
    return { id, label, detail, disabled: null };
  };
  openPicker(ui, {
    purpose: 'practice-exam',
    title: t.examTitle(title),
    isSearchable: false,
    choices: [choice('no', t.examNo), choice('yes', t.examYes, t.examRules)],
    choose: ({ id }) => {
      if (id !== 'yes') return;
      const begun = playScenario(ui, scenarioId, 'exam');
      ui.gate.hold(begun.catch((error: unknown) => sayProblem(ui, error)));
    },
  });
}

/** Begins a run and gives it the terminal; one that waits is gone on with, or given up, first. */
export async function playScenario(ui: Ui, scenarioId: string, mode: RunMode): Promise<void> {
  const waiting = ui.store.get().practice.view?.plan.resumable;
  if (!waiting) return begin(ui, scenarioId, mode);
  const isSame = waiting.run.scenarioId === scenarioId && waiting.run.mode === mode;
  if (isSame) return resumeHere(ui);
  const t = words(ui).waiting;
  const choice = (id: string, label: string, detail = ''): Choice => {
    return { id, label, detail, disabled: null };
  };
  const isExam = waiting.run.mode === 'exam';
  openPicker(ui, {
    purpose: 'practice-waiting',
    title: t.title(waiting.title),
    isSearchable: false,
    choices: [
      choice('resume', t.resume),
      choice('new', t.giveUp, isExam ? t.examCounts : ''),
      choice('no', t.no),
    ],
    choose: ({ id }) => {
      if (id === 'no') return;
      const begun = id === 'resume' ? resumeHere(ui) : giveUpFor(ui, scenarioId, mode);
      ui.gate.hold(begun.catch((error: unknown) => sayProblem(ui, error)));
    },
  });
}

async function giveUpFor(ui: Ui, scenarioId: string, mode: RunMode): Promise<void> {
  const given = abandonOpenRun(ui.desk());
  if (given) dropPracticeFolder(ui.desk().paths, given.runId);
  await begin(ui, scenarioId, mode);
}

async function begin(ui: Ui, scenarioId: string, mode: RunMode): Promise<void> {
  const session = await startRun(ui.desk(), scenarioId, { mode });
  await PracticeStation.open(ui, session);
}

/** What was asked for on the command line: a run of this scenario that waits, or a new one. */
export async function practiseAtStart(
  ui: Ui,
  { scenarioId, mode }: { readonly scenarioId: string; readonly mode: RunMode },
): Promise<void> {
  ui.store.set({ tab: 'practice' });
  await loadPractice(ui);
  setTab(ui, { selectedId: `scenario/${scenarioId}` });
  if (mode === 'exam') return askExam(ui);
  await playScenario(ui, scenarioId, mode);
}

async function resumeHere(ui: Ui): Promise<void> {
  const run = ui.store.get().practice.view?.plan.resumable?.run;
  if (run) await PracticeStation.open(ui, await resumeRun(ui.desk(), run.id));
}

/** Asks which scenarios are to be seen. */
export function askFilter(ui: Ui): void {
  openPrompt(ui, {
    title: words(ui).filterTitle,
    text: ui.store.get().practice.filter,
    submit: (text) => {
      setTab(ui, { filter: text.trim() });
      return null;
    },
  });
}

/** Back: first those who learn and the filter go, then the tab. */
export function leavePractice(ui: Ui): void {
  const { learners, filter } = ui.store.get().practice;
  if (learners !== null) return setTab(ui, { learners: null });
  if (filter !== '') return setTab(ui, { filter: '' });
  ui.store.set({ tab: 'queue' });
}
