import { practiceQuizTexts } from '../../i18n/practice-quiz-texts.ts';
import type { ItemProgress } from '../../practice/path/path-progress.ts';
import type { UiState } from '../model/ui-state.ts';

/** What a lesson or a quiz of the path is about, and how it went so far. */
export function pathItemTold({ item, best, state }: ItemProgress, ui: UiState): readonly string[] {
  const t = practiceQuizTexts(ui.language).preview;
  if (item.kind === 'scenario') return [];
  if (item.kind === 'lesson') return [t.lesson, ...(state === 'done' ? [t.done] : [])];
  const standing = ui.practice.view?.quizzes.get(item.id);
  const begun = standing?.begun ?? null;
  return [
    t.quiz(item.count, item.pass),
    item.isAttestation ? t.attestation : t.practice,
    ...(best === null ? [] : [t.best(best.score, best.max)]),
    ...(begun === null ? [] : [t.begun(begun.given, begun.count)]),
    ...(standing?.isTaken ? [t.taken] : []),
  ];
}
