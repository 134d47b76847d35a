import { describe, expect, it } from 'vitest';
import type { FactRule } from '../../../src/content/scenario/fact-rule.ts';
import { readTextForCheck } from '../../../src/content/scenario/read-for-check.ts';
import { usualScene } from '../../../src/practice/fact/detectors.ts';
import { stemsOnly } from '../../../src/practice/fact/word-forms.ts';
import { factsToLookFor } from '../../../src/practice/judge/facts-to-look-for.ts';
import { judgeReply, type ReplyScene } from '../../../src/practice/judge/judge-reply.ts';
import { must } from '../../../src/util/must.ts';
import { createWording } from '../../../src/wording/wording.ts';
import { kettle } from '../../support/scenario-text.ts';
import { shippedFacts } from '../fact/replies.ts';

const lexicon = shippedFacts('ru');

function scene(ids: readonly string[]): ReplyScene {
  const names = { people: [], hosts: [], customers: [] };
  const data = { rules: [], terms: [], hosts: [] };
  return {
    ...usualScene,
    // Tuesday, 09:00 in Moscow and 11:00 in Yekaterinburg.
    now: Date.parse('2026-03-03T06:00:00Z'),
    timeZone: 'Asia/Yekaterinburg',
    facts: ids.map((id): FactRule => must(lexicon.get(id), id)),
    words: stemsOnly(),
    wording: createWording({ data, names, sourcesFor: () => [] }),
    lang: 'ru',
    reader: 'ru',
    channel: 'chat',
    customer: 'Игорь Полуэктов',
    isTechnical: true,
    occasion: null,
    customerTexts: [],
  };
}

describe('a reply of a run', () => {
  it('is judged by the clock of the run in the zone of its customer', () => {
    const text = 'Спасибо! Напишу сегодня до 18:00.';
    const { promises, facts } = judgeReply(text, scene(['thanks', 'promise_update']));
    const dueAt = Date.parse('2026-03-03T13:00:00Z');
    expect(promises).toEqual([{ kind: 'next-update', dueAt, text: 'сегодня до 18:00' }]);
    expect(facts.map(({ id }) => id)).toEqual(['thanks', 'promise_update']);
  });

  it('promises no word in six minutes by saying that something takes them', () => {
    const said = (text: string) => judgeReply(text, scene([])).promises.map((one) => one.text);
    expect(said('Позвоню сегодня до 18:00, это займёт минут шесть.')).toEqual(['сегодня до 18:00']);
    expect(said('Проверка займёт 10 минут.')).toHaveLength(1);
  });

  it('is looked through only for what its step and later conditions ask about', () => {
    const { scenario } = must(readTextForCheck('kettle.scenario.yaml', kettle).read, 'a scenario');
    const step = must(scenario.steps.get(scenario.start), 'its first step');
    const asked = factsToLookFor(step, scenario, lexicon).map(({ id }) => id);
    expect(asked).toEqual(['ask_model', 'blame']);
  });
});
