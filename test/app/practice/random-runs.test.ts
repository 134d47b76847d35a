import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceFile } from '../../../src/app/practice/practice-file.ts';
import type {
  PracticeAnswer,
  PracticeSession,
} from '../../../src/app/practice/practice-session.ts';
import { resumeRun, startRun } from '../../../src/app/practice/start-run.ts';
import { scriptOf, stateOf } from '../../../src/app/practice/stored-run.ts';
import { expectedNow } from '../../../src/app/practice/world/expected-now.ts';
import { scoreOf } from '../../../src/practice/score/score-of.ts';
import { must } from '../../../src/util/must.ts';
import { minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;

beforeAll(async () => {
  anya = await openTestDesk({ isContentRead: true });
});
afterAll(() => anya.close());

const texts = [
  'Добрый день! Меня зовут Аня, вторая линия. Пришлите точный текст ошибки и HAR. Напишу до 16:00.',
  'Разбираемся.',
  'Ответ приходит без подписи на всём сообщении. Передаю третьей линии, повторять не нужно. Напишу завтра до 12:00.',
];

type Move = { readonly what: string; readonly n: number };

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.constantFrom(
    'go-on',
    'go-on',
    'reply',
    'open',
    'wait',
    'hint',
    'retry',
    'tick',
    'leave',
  ),
  n: fc.nat(1_000),
});

/** Something that the run may take where it stands, or may not. */
function answerOf(session: PracticeSession, { what, n }: Move): PracticeAnswer {
  const takes = expectedNow(session);
  const text = texts[n % texts.length] ?? '';
  if (what === 'open')
    return { type: 'opened', attachment: session.state().attachments[0] ?? 'har' };
  if (what === 'wait') return { type: 'waited', ms: (n % 90) * minute };
  if (what === 'hint') return { type: 'hinted' };
  if (what === 'retry') return { type: 'retried' };
  const choice = takes.choices[n % Math.max(1, takes.choices.length)];
  if (what === 'go-on' && choice) return { type: 'chose', choiceId: choice.id };
  const [action] = takes.actions;
  if (!action) return { type: 'replied', text };
  const values = Object.fromEntries(action.fields.map(({ name }) => [name, `${text} SSO-4117`]));
  return { type: 'acted', name: action.name, values };
}

it('whatever is done in a run, it is on disk as it is seen, and folds to its score', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 9 }), async (moves) => {
      let session = await startRun(anya.desk, 'sso-401', { mode: 'practice', seed: 3 });
      for (const one of moves) {
        anya.clock.forward((one.n % 240) * 1_000);
        if (one.what === 'tick') session.tick(anya.clock.now());
        else if (one.what !== 'leave') await session.answer(answerOf(session, one));
        else {
          session.pause(anya.clock.now());
          const again = await resumeRun(anya.desk, session.runId);
          expect(again.now()).toBe(session.now());
          expect(again.state()).toEqual(session.state());
          session = again;
        }
      }
      const seen = session.state();
      const { score } = session.finish();
      const run = must(practiceFile(anya.desk).runs.byId(session.runId), 'run');
      const script = scriptOf(anya.desk, run);
      expect(stateOf(script)).toEqual(seen);
      expect(scoreOf(script.scenario, stateOf(script))).toEqual(score);
      expect([run.state, run.score]).toEqual(['finished', score.score]);
    }),
    { numRuns: 8 },
  );
}, 60_000);
