/** Why a command on a practice record is refused. Each has a sentence in both languages. */
export const practiceRefusalCodes = [
  'learner-unknown',
  'practice-not-yours',
  'own-practice',
  'run-unsound',
  'score-wrong',
  'no-such-run',
  'no-such-mark',
  'verdict-not-needed',
  'no-exam-yet',
  'override-needs-lead',
  'sign-off-exams-missing',
  'not-signed-off',
  'attest-exams-missing',
  'attest-quiz-missing',
  'attested-already',
  'months-wrong',
] as const;
