import { describe, expect, it } from 'vitest';
import { readTextForCheck } from '../../../src/content/scenario/read-for-check.ts';
import { bestScore } from '../../../src/practice/check/best-score.ts';
import { checkScenario } from '../../../src/practice/check/check-scenario.ts';
import { must } from '../../../src/util/must.ts';
import { changed, kettle } from '../../support/scenario-text.ts';

const head = kettle
  .slice(0, kettle.indexOf('people:'))
  .replace('kind: dialogue', 'kind: sprint')
  .replace('facts: 6, record: 4', 'facts: 6');
const ends = `steps:
  done:
    narrator: |
      Всё.
    routes:
      - {mood: ">=3", goto: end_good}
      - {else: end_bad}
  end_good:
    end: good
    text: |
      Хорошо.
  end_bad:
    end: bad
    text: |
      Попробуйте ещё.
`;
const facts = kettle.slice(kettle.indexOf('facts:\n'));
const phrase = (text: string) => `  - text: |
      ${text}
    expect: [{fact: ask_model, points: 2, section: facts, required: true}]
    forbid: [{fact: blame}]
    reference: |
      Подскажите модель?
`;
const sprint = `${head}ticket: {subject: "Спринт"}
next: done
items:
${phrase('Какая модель?!')}${phrase('Модель скажите.')}${phrase('Ну и что у вас там?')}${ends}${facts}`;

function read(text: string) {
  return must(readTextForCheck('x.scenario.yaml', text).read, 'a scenario');
}

function wrong(text: string): string[] {
  return readTextForCheck('x.scenario.yaml', text).problems.map(
    ({ path, code }) => `${path} ${code}`,
  );
}

function found(text: string): string[] {
  const { scenario, isWhole, declared, problem } = read(text);
  const known = { facts: new Set<string>(), hasArticle: () => false, isWhole, declared };
  return checkScenario(scenario, known)
    .map((one) => `${problem(one.path, one.code, one.params).path} ${one.code}`)
    .filter((one) => !one.startsWith('steps '));
}

describe('a sprint', () => {
  it('asks its phrases one after another, each in a step of its own', () => {
    expect([wrong(sprint), found(sprint)]).toEqual([[], []]);
    const { start, steps, items } = read(sprint).scenario;
    expect([start, items]).toEqual(['items', { steps: ['item-1', 'item-2', 'item-3'], count: 3 }]);
    expect(steps.get('items')?.routes[0]?.goto).toBe('item-1');
    expect(steps.get('item-1')).toMatchObject({
      narrator: 'Какая модель?!',
      reference: 'Подскажите модель?',
    });
    expect(steps.get('item-3')?.reply?.routes).toMatchObject([
      { when: { has: ['ask_model'], lacks: ['blame'] }, goto: 'done', mood: 0 },
      { goto: 'done', mood: -1 },
    ]);
  });

  it('of which some are drawn deals them by the seed, none twice', () => {
    const drawn = changed(
      sprint,
      ['next: done', 'next: done\ndraw: 2'],
      ['facts: 6', 'facts: 4'],
      ['pass: 6', 'pass: 4'],
    );
    expect([wrong(drawn), found(drawn)]).toEqual([[], []]);
    const { scenario } = read(drawn);
    expect(bestScore(scenario)).toMatchObject({ best: 4, max: 4 });
    const [first, second] = ['items', 'items-2'].map((id) => scenario.steps.get(id)?.routes ?? []);
    expect(first?.length).toBe(scenario.vars.get('_deck')?.length);
    const hands = first?.map(({ goto }, deck) => [goto, second?.[deck]?.goto] as const) ?? [];
    expect(hands.every(([one, two]) => one !== two)).toBe(true);
    expect(new Set(hands.map(String)).size).toBeGreaterThan(3);
    expect(read(drawn).scenario).toEqual(scenario);
  });

  it('is told where its items make no sense', () => {
    expect(wrong(changed(sprint, ['next: done\n', '']))).toEqual(['items items-next']);
    expect(wrong(changed(sprint, ['next: done', 'next: doen\ndraw: 5']))).toEqual([
      'draw draw-too-many',
      'next name-unknown',
    ]);
    expect(wrong(changed(sprint, ['  - text: |', '  - id: done\n    text: |']))).toEqual([
      'items.0.id items-step',
    ]);
    expect(found(changed(sprint, ['fact: blame', 'fact: balme']))).toEqual([
      'items.0.forbid.0.fact name-unknown',
    ]);
  });
});

describe('a classification', () => {
  const quiz = `${changed(head, ['kind: sprint', 'kind: quiz'])}ticket: {subject: "Разбор"}
next: done
fields:
  kind: {label: "Вид", options: [incident, request], points: 2, section: facts}
  line: {label: "Линия", options: [1, 2], points: 1, section: facts}
items:
  - subject: "Не печатает"
    text: |
      Принтер молчит.
    answers: {kind: incident, line: [1, 2]}
    why: |
      Сломалось то, что работало.
  - subject: "Нужен доступ"
    text: |
      Дайте доступ к отчётам.
    answers: {kind: request, line: 1}
${ends}${facts.slice(0, facts.indexOf('  blame:'))}`;

  it('asks its questions of every letter by a form', () => {
    expect([wrong(quiz), found(quiz)]).toEqual([[], ['facts.ask_model unused']]);
    const step = read(quiz).scenario.steps.get('item-1');
    const form = step?.actions[0]?.form;
    expect(step?.narrator).toBe('Не печатает\n\nПринтер молчит.');
    expect(form?.get('line')).toMatchObject({
      label: 'Линия',
      options: [
        { value: '1', label: '1' },
        { value: '2', label: '2' },
      ],
      oneOf: ['1', '2'],
      points: { section: 'facts', points: 1 },
      why: 'Сломалось то, что работало.',
    });
  });

  it('is told where an answer is not offered, or not asked for', () => {
    const text = changed(
      quiz,
      ['kind: request', 'kind: wish'],
      ['line: [1, 2]', 'line: [1, 2], priority: P1'],
    );
    expect(wrong(text)).toEqual([
      'items.0.answers.priority name-unknown',
      'items.1.answers.kind field-not-offered',
    ]);
    expect(wrong(changed(quiz, ['    answers: {kind: request, line: 1}\n', '']))).toEqual([
      'items.1 item-empty',
    ]);
  });
});
