import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readTextForCheck } from '../../../src/content/scenario/read-for-check.ts';
import { parseScenario } from '../../../src/content/scenario/read-scenario.ts';
import { changed, kettle } from '../../support/scenario-text.ts';

/** What is wrong with a text by itself: `line path code`. */
function wrong(text: string): string[] {
  return readTextForCheck('kettle.scenario.yaml', text)
    .problems.toSorted((a, b) => a.line - b.line)
    .map(({ line, path, code }) => `${line} ${path} ${code}`);
}

function scenario(text: string) {
  const read = parseScenario('kettle.scenario.yaml', text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.scenario;
}

describe('a scenario', () => {
  it('is read with every character of what people say', () => {
    expect(wrong(kettle)).toEqual([]);
    const read = scenario(kettle);
    expect(read.attachments.get('log')?.text).toBe('C:\\temp\\kettle.log #500 -> нет');
    expect(read.steps.get('open')?.client).toBe('Не греет. См. https://demo.example/#500');
  });

  it('has lengths in milliseconds, instants, and the usual where nothing is said', () => {
    const { clock, speed, customer, steps, start } = scenario(
      changed(
        kettle,
        [
          'clock: {start: 2026-03-03T09:00:00Z',
          'clock: {perAnswer: 90s, start: 2026-03-03T12:00+03:00',
        ],
        ['start: open\n', ''],
      ),
    );
    expect(clock).toEqual({
      start: Date.UTC(2026, 2, 3, 9),
      zone: 'Europe/Moscow',
      perAnswer: 90_000,
    });
    expect(speed).toEqual({ practice: 8, exam: 1 });
    expect(customer).toMatchObject({ mood: 3, level: 'plain', zone: 'Asia/Yekaterinburg' });
    expect([start, steps.get('open')?.reply?.expect[0]?.isRequired]).toEqual(['open', true]);
  });

  it('is hashed by its text: another space is another scenario', () => {
    expect(scenario(kettle).hash).not.toBe(scenario(`${kettle}\n`).hash);
  });

  it('sends a choice that answers the customer or promises, and no other', () => {
    const choices = `choices:
      - {text: "Ответить", goto: pick, sends: true}
      - {id: hold, text: "Через 15 минут", goto: pick, promise: {kind: hold, in: 15m}}
      - {text: "Ничего", goto: pick, points: {facts: 1, record: 2}}
    reference: |
      Подскажите модель?
  pick:`;
    const text = changed(
      kettle,
      [
        `reference: |
      Подскажите модель?
  pick:`,
        choices,
      ],
      ['    client: |\n      Что вам нужно-то?', '    narrator: |\n      Тихо.'],
      [
        `    reply:
      expect:
        - {fact: ask_model, points: 4, section: facts}
      routes:
        - {else: pick}
`,
        '',
      ],
    );
    const { choices: read = [] } = scenario(text).steps.get('nudge') ?? {};
    expect(read.map(({ id, isSent }) => [id, isSent])).toEqual([
      ['choice-1', true],
      ['hold', true],
      ['choice-3', false],
    ]);
    expect(read[2]?.points).toEqual([
      { section: 'facts', points: 1 },
      { section: 'record', points: 2 },
    ]);
  });
});

describe('what is wrong with a scenario', () => {
  it('is told all at once, each at its place', () => {
    const text = changed(
      kettle,
      ['difficulty: 1', 'difficulty: hard'],
      ['kind: dialogue', 'kind: quarrel'],
      ['lang: ru', 'lang: ru\nlangs: ru'],
      ['  channel: chat', '  channel: chat\n  mood: 9'],
      [
        '{fact: ask_model, points: 4, section: facts, required: true}',
        '{fact: ask_model, wieght: 4}',
      ],
      ['        - {else: nudge}\n', ''],
      ['ready: {present: true}', 'ready: {present: "yes"}'],
    );
    expect(wrong(text)).toEqual([
      '4 langs needs-list',
      '6 kind value-unknown',
      '8 difficulty needs-number',
      '21 customer.mood number-too-big',
      '38 steps.open.reply.expect.0.wieght key-unknown',
      '42 steps.open.reply.routes routes-no-else',
      '66 steps.pick.action.form.ready.present needs-yes-no',
    ]);
  });

  it.each([
    [
      'a way without a condition',
      ['{else: pick}', '{goto: pick}'],
      '53 steps.nudge.reply.routes.0 route-no-condition',
    ],
    [
      'two ways in one',
      ['{else: pick}', '{else: pick, goto: pick}'],
      '53 steps.nudge.reply.routes.0 route-two-ways',
    ],
    [
      'a condition beside else',
      ['{else: pick}', '{else: pick, has: [blame]}'],
      '53 steps.nudge.reply.routes.0 route-else-condition',
    ],
    [
      'a way behind else',
      ['{else: pick}', '{else: pick}\n        - {has: [blame], goto: open}'],
      '54 steps.nudge.reply.routes.1 routes-after-else',
    ],
    [
      'a mood that is neither',
      ['"<=2"', 'angry'],
      '67 steps.pick.action.routes.0.mood no-mood-condition',
    ],
    [
      'points that count nowhere',
      ['{minWords: 2, points: 4, section: record}', '{minWords: 2, points: 4}'],
      '64 steps.pick.action.form.cause.points section-needed',
    ],
    [
      'an end that goes on',
      ['end: bad\n', 'end: bad\n    goto: open\n'],
      '79 steps.end_bad.end end-goes-on',
    ],
    [
      'an end without words',
      ['end: bad\n    text: |\n      Ушли к другим.\n', 'end: bad\n'],
      '79 steps.end_bad.end end-without-text',
    ],
    [
      'a step of nothing',
      ['  end_good:\n', '  empty:\n    client: |\n      Ау?\n  end_good:\n'],
      '71 steps.empty step-does-nothing',
    ],
    ['a name with a space', ['  end_bad:\n', '  "end bad":\n'], '78 steps.end bad no-name'],
    ['a zone that is none', ['tz: Asia/Yekaterinburg', 'tz: Ural'], '18 customer.tz zone-unknown'],
    [
      'a start without an offset',
      ['2026-03-03T09:00:00Z', '2026-03-03'],
      '11 clock.start no-moment',
    ],
    [
      'a length without a unit',
      ['tz: Europe/Moscow}', 'tz: Europe/Moscow, perAnswer: 5}'],
      '11 clock.perAnswer needs-text',
    ],
    [
      'nothing where a text belongs',
      ['client: |\n      Что вам нужно-то?', 'client:'],
      '47 steps.nudge.client needs-text',
    ],
    [
      'a number where a text belongs',
      ['title: Чайник не греет', 'title: 401'],
      '4 title needs-text',
    ],
  ] as const)('%s', (_, change, problem) => {
    expect(wrong(changed(kettle, change))).toEqual([problem]);
  });

  it('is what YAML made of a text', () => {
    const cut = changed(
      kettle,
      ['title: Чайник не греет', 'title: Ошибка #500'],
      ['client: |\n      Что вам нужно-то?', 'client: Ошибка #404 опять'],
    );
    expect(wrong(cut)).toEqual(['4 title text-cut', '47 steps.nudge.client text-cut']);
    const plain = changed(
      kettle,
      ['client: |\n      Что вам нужно-то?', 'client: Что нужно?'],
      ['"Что за чайник?"', '"C:\\temp"'],
    );
    expect(wrong(plain)).toEqual([
      '45 steps.open.hints.0 text-escaped',
      '47 steps.nudge.client text-plain',
    ]);
  });

  it('is told where parts are left out before it', () => {
    const text = changed(
      kettle,
      ['        - {has: [blame], goto: end_bad}\n', '        - {has: [blame], goto: 7}\n'],
      ['{has: [ask_model], goto: pick}', '{has: [ask_model], goto: nowhere}'],
    );
    const { read } = readTextForCheck('kettle.scenario.yaml', text);
    const place = read?.problem(
      ['steps', 'open', 'reply', 'routes', 0, 'goto'],
      'name-unknown',
      {},
    );
    expect([read?.isWhole, place?.line, place?.path]).toEqual([
      false,
      41,
      'steps.open.reply.routes.1.goto',
    ]);
  });

  it.each([
    [
      'another format',
      changed(kettle, ['smena-scenario/1', 'smena-scenario/2']),
      ['1 format format-unknown'],
    ],
    ['no format', changed(kettle, ['format: smena-scenario/1\n', '']), ['1 format format-unknown']],
    ['ten megabytes', `${kettle}#${'x'.repeat(10_000_000)}`, ['1  file-too-large']],
    ['a list', '- a\n- b\n', ['1  needs-map']],
    ['nothing', '', ['1  file-empty']],
    [
      'brackets without an end',
      `format: smena-scenario/1\nx: ${'['.repeat(20_000)}`,
      ['2  yaml-deep'],
    ],
    ['aliases that multiply', bomb(), ['1  yaml-aliases']],
    ['two documents', `${kettle}---\nid: x\n`, ['95  yaml-documents']],
  ])('%s', (_, text, problems) => {
    expect(wrong(text)).toEqual(problems);
  });

  it('never is an exception, whatever a file holds', () => {
    const lines = kettle.split('\n');
    const broken = fc
      .tuple(
        fc.nat(lines.length - 1),
        fc.oneof(
          fc.string(),
          fc.constantFrom('- x', '  x: &a [*a]', ': ', '\u0000', '{', '"', '  steps: 5'),
        ),
      )
      .map(([at, line]) => lines.toSpliced(at, 1, line).join('\n'));
    fc.assert(
      fc.property(broken, (text) => {
        const { problems, read } = readTextForCheck('x.scenario.yaml', text);
        expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
        expect(problems.length > 0 || read?.isWhole).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('values of any other kind', () => {
  it('are told, wherever they stand', () => {
    const paths = pathsIn(parse(kettle));
    const wild = fc.oneof(fc.json(), fc.constantFrom('null', '[null]', '{"a": null}', '-1', '""'));
    fc.assert(
      fc.property(fc.constantFrom(...paths), wild, (path, json) => {
        const value: unknown = parse(kettle);
        put(value, path, JSON.parse(json));
        const { problems, read } = readTextForCheck('x.scenario.yaml', JSON.stringify(value));
        expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
        expect(problems.length > 0 || read?.isWhole).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

type Keys = readonly (string | number)[];

function pathsIn(value: unknown, path: Keys = []): Keys[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, one]) => {
    return pathsIn(one, [...path, Array.isArray(value) ? Number(key) : key]);
  });
  return path.length === 0 ? below : [path, ...below];
}

function put(root: unknown, path: Keys, value: unknown): void {
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => Object(at)[key], root);
  Object(holder)[path.at(-1) ?? ''] = value;
}

describe('a step', () => {
  it('tells two choices of one id at the second, and times in the wrong order', () => {
    const twice =
      'choices:\n      - {id: yes, text: "Да", goto: pick}\n      - {id: yes, text: "Нет", goto: pick}';
    const late = 'time: {soft: 20m, hard: 5m}';
    const text = changed(kettle, [
      'reply:\n      expect:\n        - {fact: ask_model, points: 4, section: facts}\n      routes:\n        - {else: pick}',
      `${twice}\n    ${late}`,
    ]);
    expect(wrong(text).map((one) => one.replace(/^\d+ /, ''))).toEqual([
      'steps.nudge.choices.1.id choice-twice',
      'steps.nudge.time.hard time-order',
    ]);
  });
});

describe('the example of the format', () => {
  it('is played as it is written', () => {
    const file = join(import.meta.dirname, '../../../templates/scenarios/sso-401.scenario.yaml');
    const text = readFileSync(file, 'utf8');
    expect(wrong(text)).toEqual([]);
    const { steps, sections } = scenario(text);
    expect([steps.size, sections.reduce((sum, { max }) => sum + max, 0)]).toEqual([24, 100]);
    expect(steps.get('hold')?.choices[0]?.points).toEqual([
      { section: 'route', points: 4 },
      { section: 'deadlines', points: 4 },
    ]);
  });
});

function bomb(): string {
  const rows = ['format: smena-scenario/1', 'a: &a [x, x]'];
  for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => [...pair])) {
    rows.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${of}`).join(', ')}]`);
  }
  return rows.join('\n');
}
