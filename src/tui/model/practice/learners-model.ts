import { practiceOverview } from '../../../app/practice/practice-overview.ts';
import { seesOthers } from '../../../app/practice/practice-people.ts';
import { factTitles } from '../../../app/practice/world/run-review.ts';
import type { RecordedRun } from '../../../domain/practice/practice-record.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import { say, type Ui } from '../ui.ts';
import { type LearnersState, learnerRows, selectedLearner } from './learners-state.ts';
import { openReview } from './run-review-model.ts';

function setLearners(ui: Ui, learners: LearnersState): void {
  const { practice } = ui.store.get();
  ui.store.set({ practice: { ...practice, learners } });
}

function words(ui: Ui) {
  return practiceTuiTexts(ui.store.get().language).learners;
}

/** Opens the list of those who learn, for those who may see it. */
export async function openLearners(ui: Ui): Promise<void> {
  if (!seesOthers(ui.desk())) return say(ui, words(ui).notForYou, 'problem');
  await loadLearners(ui);
}

/** Reads it (again). */
export async function loadLearners(ui: Ui): Promise<void> {
  const desk = ui.desk();
  const learners = await practiceOverview(desk);
  const runs = learners.map(({ person }): readonly [string, readonly RecordedRun[]] => {
    return [person.id, desk.practiceRecords.of(person.id).runs.toReversed()];
  });
  const played = runs.flatMap(([, of]) => of.map(({ scenarioId }) => scenarioId));
  const titles = await factTitles(desk, played);
  if (ui.gate.isClosed) return;
  const selectedId = ui.store.get().practice.learners?.selectedId ?? '';
  setLearners(ui, { learners, runs: new Map(runs), factTitles: titles, selectedId });
}

/** Moves the finger. */
export function moveLearner(ui: Ui, delta: number): void {
  const { learners } = ui.store.get().practice;
  if (!learners) return;
  const rows = learnerRows(learners);
  const at = rows.findIndex(({ id }) => id === selectedLearner(learners)?.id);
  const row = rows[Math.max(0, Math.min(at + delta, rows.length - 1))];
  if (row) setLearners(ui, { ...learners, selectedId: row.id });
}

/** Opens the transcript of the run at hand, or of the last one of a person. */
export function openLearnerRun(ui: Ui): void {
  const { learners } = ui.store.get().practice;
  const row = learners && selectedLearner(learners);
  if (!learners || !row) return;
  const [last] = learners.runs.get(row.learner.person.id) ?? [];
  const run = row.type === 'run' ? row.run : last;
  if (!run) return say(ui, words(ui).noRuns);
  if (!run.hasReplay) return say(ui, words(ui).noReplay, 'problem');
  openReview(ui, run.id);
}
