import { Lines } from '../components/Lines.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { useKept } from '../hooks/use-kept.ts';
import { learnerScreenRows } from '../present/learner-lines.ts';
import { practiceScreenRows } from '../present/practice-lines.ts';
import { quizRows } from '../present/quiz-lines.ts';
import { runReviewRows } from '../present/run-review-lines.ts';

/** What there is to practise, how it went, and for mentors those who learn. */
export function PracticeScreen({ state, theme, time }: ScreenProps) {
  const { practice, columns, rows, language } = state;
  const height = rows - 2;
  const { lines } = useKept([practice, columns, rows, language, time], () => {
    if (practice.quiz) return quizRows(practice.quiz, { state, height });
    if (practice.review) return runReviewRows(practice.review, { state, time }, height);
    if (practice.learners) return learnerScreenRows(practice.learners, { state, time }, height);
    return practiceScreenRows(state, time, height);
  });
  return <Lines lines={lines} width={columns} height={height} theme={theme} />;
}
