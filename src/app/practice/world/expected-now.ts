import { type Expected, expected } from '../../../practice/run/expected.ts';
import type { PracticeSession } from '../practice-session.ts';

/** What a run takes where it stands. */
export function expectedNow(session: PracticeSession): Expected {
  return expected(session.scenario, session.state());
}
