import { expect, it } from 'vitest';
import { chosenReference } from '../../../src/practice/run/chosen-reference.ts';
import { shipped } from './player.ts';

const { steps } = shipped('sso-401');

function referenceOf(id: string) {
  const step = steps.get(id);
  if (step === undefined) throw new Error(id);
  return chosenReference(step);
}

it('is what a good colleague does: words, the best way, or what the form expects', () => {
  expect(referenceOf('ask_when')).toMatchObject({ type: 'reply' });
  expect(referenceOf('hold')).toMatchObject({ type: 'choice', id: 'hold15' });
  expect(referenceOf('nudge_choices')).toMatchObject({ type: 'choice', id: 'har' });
  expect(referenceOf('two_days')).toMatchObject({ type: 'choice', id: 'write_now' });
  expect(referenceOf('record')).toEqual({
    type: 'form',
    action: 'resolve',
    fields: [
      { name: 'fix', value: 'MessageAndAssertion' },
      { name: 'article', value: 'sso-401-after-adfs-setup' },
    ],
  });
  expect(referenceOf('end_good')).toBeNull();
});
