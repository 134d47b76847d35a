import type { PracticeSession } from '../../../app/practice/practice-session.ts';
import { expectedNow } from '../../../app/practice/world/expected-now.ts';
import type { WorldOrder } from '../../../app/practice/world/tell-world.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import { actionText } from '../../present/action-text.ts';
import type { Ui } from '../ui.ts';
import { liveAlarm } from './live-alarm.ts';
import type { RunView } from './run-view.ts';

/** What the desk of a run is told, in the language of whoever plays it. */
export function worldOrder(session: PracticeSession, live: Ui): WorldOrder {
  const t = practiceTuiTexts(live.store.get().language);
  return {
    scenario: session.scenario,
    state: session.state(),
    words: {
      chosen: t.chosen,
      done: (line) => actionText(line, session.scenario, t),
      hint: t.hint,
    },
  };
}

/** A run as the screens show it. */
export function viewOf(session: PracticeSession, live: Ui, isJudging: boolean): RunView {
  const { scenario, attempt, speed } = session;
  const expected = expectedNow(session);
  return {
    ...{ scenario, state: session.state(), expected, attempt, speed },
    ...{ live: liveAlarm(live), isJudging },
  };
}
