import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnswer } from '../../../src/app/practice/read-answers.ts';
import { expected } from '../../../src/practice/run/expected.ts';
import { Player, shipped } from '../../practice/run/player.ts';

const sso = shipped('sso-401');
const places = [
  new Player(sso),
  new Player(sso).says('Снимите HAR', { has: ['ask_har'] }),
  new Player(sso)
    .says('Вот', { has: ['ask_har'] })
    .picks('second')
    .says('Вот', {
      has: ['finding_signature', 'promise_update'],
    }),
];
const keys = fc.constantFrom('choice', 'reply', 'action', 'wait', 'form', 'attachment', 'article');
const values = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('open', 'note', 'hint', 'retry', 'escalate', '5m', 'har', 1, 2),
);

it('any line is an answer or a problem with a code, never a crash', () => {
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(fc.oneof(keys, fc.string()), values, { maxKeys: 4 })
      .map((all) => JSON.stringify(all)),
  );
  fc.assert(
    fc.property(line, fc.constantFrom(...places), (text, { state }) => {
      const read = readAnswer(text, { scenario: sso, state, takes: expected(sso, state) });
      expect(read.ok || read.problem.code.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});
