import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTextForCheck } from '../../../src/content/scenario/read-for-check.ts';
import { bestScore } from '../../../src/practice/check/best-score.ts';
import { checkExamples } from '../../../src/practice/check/check-examples.ts';
import { checkLanguage, shapeOf } from '../../../src/practice/check/check-language.ts';
import { checkPlayable } from '../../../src/practice/check/check-playable.ts';
import { checkScenario } from '../../../src/practice/check/check-scenario.ts';
import { checkAmong, originalOf } from '../../../src/practice/check/check-set.ts';
import { groupsOf, reachedFrom } from '../../../src/practice/check/circles.ts';
import { stemsOnly } from '../../../src/practice/fact/word-forms.ts';
import { must } from '../../../src/util/must.ts';
import { changed, kettle } from '../../support/scenario-text.ts';

function read(text: string) {
  return must(readTextForCheck('kettle.scenario.yaml', text).read, 'a scenario');
}

const outside = { facts: new Set(['greeting']), hasArticle: (id: string) => id === 'kettles' };

/** What does not hold together: `path code`. */
function found(text: string): string[] {
  const { scenario, isWhole, declared, problem } = read(text);
  return checkScenario(scenario, { ...outside, isWhole, declared }).map(
    ({ path, code, params }) => {
      return `${problem(path, code, params).path} ${code}`;
    },
  );
}

describe('a scenario that holds together', () => {
  it('is found fault with by nobody', () => {
    expect(found(kettle)).toEqual([]);
  });

  it('gives at best what its sections say', () => {
    expect(bestScore(read(kettle).scenario)).toEqual({
      sections: [
        { id: 'facts', max: 6, best: 6 },
        { id: 'record', max: 4, best: 4 },
      ],
      best: 10,
      max: 10,
    });
  });
});

describe('names that are not there', () => {
  it.each([
    [
      'a step',
      ['{has: [ask_model], goto: pick}', '{has: [ask_model], goto: pikc}'],
      ['steps.open.reply.routes.1.goto name-unknown'],
    ],
    [
      'a step of else',
      ['{else: nudge}', '{else: nugde}'],
      ['steps.open.reply.routes.2.else name-unknown', 'steps.nudge step-unreachable'],
    ],
    ['the first step', ['start: open', 'start: opne'], ['start name-unknown']],
    ['a fact', ['fact: blame', 'fact: balme'], ['steps.open.reply.forbid.0.fact name-unknown']],
    [
      'a fact of a route',
      ['has: [blame]', 'has: [balme]'],
      ['steps.open.reply.routes.0.has.0 name-unknown'],
    ],
    [
      'an attachment',
      ['attach: [log]', 'attach: [lgo]'],
      ['steps.open.attach.0 name-unknown', 'attachments.log unused'],
    ],
    [
      'a section',
      ['points: 2, section: facts', 'points: 2, section: fatcs'],
      ['steps.pick.open.0.section name-unknown', 'sections.facts section-not-fillable'],
    ],
    [
      'a section to be emptied',
      ['critical: facts', 'critical: all'],
      ['steps.open.reply.forbid.0.critical name-unknown'],
    ],
    [
      'a field',
      ['complete: [cause]', 'complete: [reason]'],
      ['steps.pick.action.routes.1.complete.0 name-unknown'],
    ],
    [
      'a person',
      [
        '    attach: [log]\n',
        '    attach: [log]\n    inject:\n      - {from: boss, text: "Ну?"}\n',
      ],
      ['steps.open.inject.0.from name-unknown'],
    ],
    [
      'an article',
      ['start: open', 'articles: [kettles, pots]\nstart: open'],
      ['articles.1 article-unknown'],
    ],
    [
      'a hidden value',
      ['{mood: "<=2", goto: end_late}', '{var: {heat: 1}, goto: end_late}'],
      ['steps.pick.action.routes.0.var.heat name-unknown'],
    ],
  ] as const)('%s', (_, change, told) => {
    expect(found(changed(kettle, change))).toEqual(told);
  });

  it('are compared with what was meant, also where that could not be read', () => {
    const { scenario, isWhole, declared } = read(
      changed(kettle, ['  nudge:\n', '  nudge:\n    hints: none\n    reply: none\n  lost:\n']),
    );
    const names = checkScenario(scenario, { ...outside, isWhole, declared });
    expect(names.filter(({ code }) => code === 'name-unknown')).toEqual([]);
    const [one] = checkScenario(
      read(changed(kettle, ['goto: end_bad', 'goto: end_bda'])).scenario,
      { ...outside, isWhole: true, declared: () => [] },
    );
    expect(String(one?.params['known']).split(', ')[0]).toBe('end_bad');
  });
});

describe('a form', () => {
  it('offers what it takes for right', () => {
    const field = (options: string) => {
      return changed(kettle, [
        'ready: {present: true}',
        `ready: {options: [${options}], equals: da}`,
      ]);
    };
    expect(found(field('da, net'))).toEqual([]);
    expect(found(field('yes, no'))).toEqual(['steps.pick.action.form.ready field-not-offered']);
  });
});

describe('ways', () => {
  it('lead to every step, from every step to an end, and never round for ever', () => {
    const lonely = changed(kettle, ['  end_good:\n', '  lonely:\n    goto: pick\n  end_good:\n']);
    expect(found(lonely)).toEqual(['steps.lonely step-unreachable']);
    const round = changed(
      kettle,
      ['{else: pick}', '{else: wait}'],
      ['  pick:\n', '  wait:\n    after: 1h\n    goto: again\n  again:\n    goto: wait\n  pick:\n'],
    );
    expect(found(round)).toEqual([
      'steps.nudge step-without-end',
      'steps.wait step-without-end',
      'steps.again step-without-end',
      'steps.wait step-circle',
    ]);
    expect(checkPlayable(read(round).scenario).map(({ code }) => code)).toContain('step-circle');
    expect(checkPlayable(read(lonely).scenario)).toEqual([]);
  });

  it('may come back to a step that takes an answer', () => {
    const text = changed(
      kettle,
      [
        '{complete: [cause], goto: end_good}',
        '{complete: [cause], goto: end_good}\n        - {flag: asked, goto: pick}',
      ],
      ['  nudge:\n', '  nudge:\n    flags: [asked]\n'],
    );
    expect(found(text)).toEqual([]);
  });

  it('end somewhere', () => {
    const text = changed(
      kettle,
      ['    end: good\n    text: |\n      Греет.', '    goto: open'],
      ['    end: mediocre\n    text: |\n      Греет, но ждали долго.', '    goto: open'],
      ['    end: bad\n    text: |\n      Ушли к другим.', '    goto: open'],
    );
    expect(found(text)[0]).toBe('steps no-ending');
  });

  it.each([
    ['a flag that nobody raises', '{flag: silent, goto: end_late}'],
    ['what was taken before', '{mood: "<=1", goto: end_late}'],
    ['a mood that there is not', '{mood: "<1", goto: end_late}'],
    ['a fact that is there and is not', '{has: [blame], lacks: [blame], goto: end_late}'],
  ])('are not for %s', (_, route) => {
    const text = changed(kettle, [
      '        - {complete: [cause]',
      `        - ${route}\n        - {complete: [cause]`,
    ]);
    expect(found(text)).toEqual(['steps.pick.action.routes.1 route-dead']);
  });
});

describe('the score', () => {
  it('is told where a section cannot be filled, or nobody can pass', () => {
    expect(
      found(
        changed(kettle, ['facts: 6, record: 4', 'facts: 16, record: 4'], ['pass: 6', 'pass: 11']),
      ),
    ).toEqual(['sections.facts section-not-fillable', 'pass pass-too-high']);
  });

  it('counts what stands on different ways once', () => {
    const text = changed(
      kettle,
      [
        '{has: [blame], goto: end_bad}',
        '{has: [blame], goto: end_bad}\n        - {has: [greeting], goto: nudge}',
      ],
      [
        '        - {fact: ask_model, points: 4, section: facts}\n      routes:\n        - {else: pick}',
        '        - {fact: ask_model, points: 1, section: facts}\n      routes:\n        - {else: end_late}',
      ],
      ['facts: 6', 'facts: 7'],
    );
    // 4 + 1 by the detour, which ends before the log; 4 + 2 by the short way.
    expect(found(text)).toEqual(['sections.facts section-not-fillable']);
    expect(bestScore(read(text).scenario).sections[0]?.best).toBe(6);
  });

  it('does not count what a way leaves out: whoever is asked again had not asked', () => {
    const { scenario } = read(changed(kettle, ['facts: 6', 'facts: 10']));
    expect(bestScore(scenario).sections[0]?.best).toBe(6);
  });

  it('is worked out of a thousand steps that all lead to each other', () => {
    const steps = Array.from(
      { length: 1_000 },
      (_, at) => `  s${at}:
    client: |
      Ну?
    reply:
      expect: [{fact: greeting, points: 1, section: facts}]
      routes: [{has: [greeting], goto: s${(at * 7 + 1) % 1_000}}, {else: s${(at + 1) % 1_000}}]
`,
    );
    const text = changed(
      kettle,
      ['  end_good:\n', `${steps.join('')}  end_good:\n`],
      ['{else: pick}', '{else: s0}'],
    );
    expect(found(text)).toContain('steps.s0 step-without-end');
  });
});

describe('what makes a scenario poorer', () => {
  it('is told as a warning', () => {
    const text = changed(
      kettle,
      [
        '    reference: |\n      Подскажите модель?\n    hints: ["Что за чайник?", "Спросите модель.", "«Подскажите модель?»"]\n',
        '',
      ],
      ['start: open', '  more:\n    name: more.txt\n    text: |\n      Ещё.\nstart: open'],
    );
    expect(found(text)).toEqual([
      'steps.open no-reference',
      'steps no-hints',
      'attachments.more unused',
    ]);
  });

  it('is a test with one answer to pick', () => {
    const choices = (goto: string) =>
      `    choices:\n      - {text: "Да", goto: ${goto}}\n      - {text: "Нет", goto: end_bad}\n`;
    const at = kettle.indexOf('start: open');
    const text = `${kettle.slice(0, at)}steps:\n  a:\n    client: |\n      А?\n${choices('b')}  b:\n    client: |\n      Б?\n${choices('end_bad')}  end_bad:\n    end: bad\n    text: |\n      Всё.\n`;
    expect(found(text).filter((one) => one.startsWith('steps '))).toEqual([
      'steps many-choices',
      'steps few-replies',
      'steps few-endings',
    ]);
  });
});

describe('facts', () => {
  it('are tried by their own examples', () => {
    const { scenario } = read(
      changed(
        kettle,
        ['pass: ["Подскажите модель?"]', 'pass: ["Подскажите модель?", "Что у вас?"]'],
        ['fail: ["Бывает."]', 'fail: ["Вы сами виноваты!"]'],
      ),
    );
    expect(
      checkExamples(scenario.facts, stemsOnly()).map(({ path, code, params }) => [
        path.join('.'),
        code,
        params['evidence'],
      ]),
    ).toEqual([
      ['facts.ask_model.examples.pass.1', 'example-not-found', undefined],
      ['facts.blame.examples.fail.0', 'example-found', 'сами виноваты'],
    ]);
  });

  it('without examples cannot be trusted', () => {
    const { scenario } = read(changed(kettle, ['fail: ["Бывает."]', 'fail: []']));
    expect(checkExamples(scenario.facts, stemsOnly())).toMatchObject([
      { code: 'examples-missing' },
    ]);
  });
});

describe('scenarios among each other', () => {
  const place = (text: string, file: string) => ({ ...read(text).scenario, file });
  const english = changed(
    kettle,
    ['lang: ru', 'lang: en\nlangs: [ru, en]'],
    ['Не греет. См.', 'It does not heat. See'],
  );
  const russian = changed(kettle, ['lang: ru', 'lang: ru\nlangs: [ru, en]']);

  it('exist in the languages they say, built alike', () => {
    const all = [place(russian, 'ru.yaml'), place(english, 'en.yaml')];
    for (const one of all) expect(checkAmong(one, { all, others: [] })).toEqual([]);
    expect(new Set([russian, english].map((text) => shapeOf(read(text).scenario))).size).toBe(1);
    expect(originalOf(must(all[1], 'the English one'), all)?.file).toBe('ru.yaml');
    expect(originalOf(must(all[0], 'the Russian one'), all)).toBeNull();
    expect(
      checkAmong(place(russian, 'ru.yaml'), { all: all.slice(0, 1), others: [] }),
    ).toMatchObject([{ code: 'lang-missing', path: ['langs', 1] }]);
  });

  it('are told where one language is built otherwise', () => {
    const text = changed(
      english,
      ['points: 2, section: facts', 'points: 3, section: facts'],
      ['{else: pick}', '{else: end_late}'],
    );
    const [first, other] = [read(russian).scenario, read(text).scenario];
    expect(shapeOf(first)).not.toBe(shapeOf(other));
    const found = checkLanguage(other, { scenario: first, file: 'ru.yaml' });
    expect(found.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['steps.nudge.reply.routes.0.goto', 'lang-differs'],
      ['steps.pick.open.0.points', 'lang-differs'],
    ]);
  });

  it('are there once, and require what there is, not each other', () => {
    const a = place(kettle, 'a.yaml');
    const b = place(kettle, 'b.yaml');
    expect(checkAmong(b, { all: [a, b], others: [] })).toMatchObject([
      { code: 'scenario-twice', params: { other: 'a.yaml' } },
    ]);
    const needs = (id: string, other: string) => {
      const text = changed(kettle, ['id: kettle', `id: ${id}\nrequires: [${other}]`]);
      return place(text, `${id}.yaml`);
    };
    const [one, two] = [needs('one', 'two'), needs('two', 'one')];
    expect(checkAmong(one, { all: [one, two], others: [] })).toMatchObject([
      { code: 'requires-circle' },
    ]);
    const lost = needs('one', 'nothing');
    expect(checkAmong(lost, { all: [lost], others: [] })).toMatchObject([
      { code: 'requires-unknown', path: ['requires', 0] },
    ]);
    expect(checkAmong(lost, { all: [lost], others: [{ id: 'nothing', lang: 'ru' }] })).toEqual([]);
  });
});

describe('groups of steps', () => {
  const graph = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 1, maxLength: 12 });

  it('are those that lead to each other and back, each behind what it leads to', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const steps = edges.map((_, at) => String(at));
        const nextOf = (step: string) =>
          (edges[Number(step)] ?? []).map(String).filter((to) => steps.includes(to));
        const groups = groupsOf(steps, nextOf);
        expect(groups.flat().toSorted()).toEqual(steps.toSorted());
        const groupAt = (step: string) => groups.findIndex((group) => group.includes(step));
        for (const a of steps) {
          const from = reachedFrom([a], nextOf);
          for (const b of steps) {
            const isBoth = from.has(b) && reachedFrom([b], nextOf).has(a);
            expect(groupAt(a) === groupAt(b)).toBe(isBoth);
            if (from.has(b)) expect(groupAt(b)).toBeLessThanOrEqual(groupAt(a));
          }
        }
      }),
    );
  });
});
