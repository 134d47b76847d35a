import { pickScenario } from '../app/practice/pick-scenario.ts';
import type { Scenario } from '../content/scenario/scenario.ts';
import { loadPracticeCheckTexts, practiceProblemText } from '../i18n/practice-check-texts.ts';
import { UserError } from '../util/user-error.ts';
import type { Session } from './session.ts';

/** The scenario of an id or a file, or the reason why there is none. */
export async function wantedScenario(session: Session, name: string): Promise<Scenario> {
  const { language: lang, io } = session;
  const picked = await pickScenario(session, { name, lang }, io.env);
  if (picked.ok) return picked.value;
  const { problem } = picked;
  if (problem.type === 'unknown') {
    const near = problem.near.join(', ');
    const code = near === '' ? 'no-such-scenario' : 'no-such-scenario-near';
    throw new UserError(code, { scenario: name, near });
  }
  const texts = await loadPracticeCheckTexts(lang);
  const details = problem.problems.map((one) => {
    return `${one.file}:${one.line}:${one.column} ${one.path} ${practiceProblemText(one, texts)}`;
  });
  throw new UserError('content-wrong', { details: details.join('\n') });
}
