import { describe, expect, it } from 'vitest';
import { expected } from '../../../src/practice/run/expected.ts';
import { Player, scenarioOf, withSteps } from './player.ts';

const talk = withSteps(
  `
open:
  client: |
    Не работает.
  attach: [log]
  open: [{attachment: log, points: 2, section: talk}]
  allow: [open, wait, note]
  reply:
    expect: [{fact: ask, points: 2, section: talk, why: "Без текста ошибки не найти."}]
    forbid: [{fact: blame, critical: talk, mood: -2}]
    routes:
      - {has: [ask], goto: pick}
      - {else: open, mood: -1}
  choices:
    - {id: log, text: "Пришлите лог", goto: pick}
    - {id: leave, text: "Это не к нам", goto: bad, critical: talk, why: "Клиента не бросают."}
  reference: |
    Пришлите, что написано в окне.
  hints: ["Чего не хватает?", "Текста ошибки.", "Пришлите текст."]
pick:
  client: |
    Прислал.
  choices:
    - {id: hold, text: "Мне нужно 10 минут", promise: {kind: hold, in: 10m}, points: {time: 3, talk: 1}, goto: act}
    - {id: later, text: "Минутку", points: 1, section: time, goto: act, why: "Минуты не названы."}
act:
  narrator: |
    Заполните карточку.
  action:
    name: resolve
    form:
      cause: {minWords: 2, points: 1, section: talk, required: true}
      code: {equals: E-17, points: 1, section: time, required: true}
      confirmedBy: {present: true, zeroIfMissing: time}
    routes:
      - {complete: [cause, code], goto: good}
      - {else: again}
again:
  narrator: |
    Вернули: не хватает кода.
  flags: [returned]
  goto: act
good: {end: good, text: "Спасибо"}
bad: {end: bad, text: "Ушёл"}`,
  `attachments:
  log: {name: app.log, text: "12:00 E-17"}
facts:
  ask: {any: [[["пришлите"]]], examples: {pass: ["Пришлите"], fail: ["Нет"]}}
  blame: {any: [[["виноваты"]]], examples: {pass: ["Вы виноваты"], fail: ["Нет"]}}`,
);

describe('a reply', () => {
  it('that leads nowhere gets a question of the customer, and after the second one help', () => {
    const player = new Player(talk).says('Здравствуйте');
    expect(player.state.step).toBe('open');
    expect(player.state.mood).toBe(2);
    expect(player.state.transcript.at(-1)).toMatchObject({ what: 'mood', text: '3 → 2' });
    expect(expected(talk, player.state).choices).toEqual([]);
    player.says('Смотрим');
    expect(expected(talk, player.state).choices.map(({ id }) => id)).toEqual(['log', 'leave']);
    const asked = player.lines('message').filter(({ from }) => from === 'customer');
    expect(asked).toHaveLength(3);
    expect(asked.some(({ text }) => /не понял/i.test(text))).toBe(false);
    expect(player.picks('log').state.step).toBe('pick');
  });

  it('finds no help in an exam, however often it leads nowhere', () => {
    const player = new Player(talk, { mode: 'exam' }).says('А').says('Б').says('В');
    expect(expected(talk, player.state)).toMatchObject({ reply: true, choices: [], hint: false });
  });

  it('gives the points of a fact once, with the words that prove it', () => {
    const player = new Player(talk).says('Нет').says('Пришлите текст', { has: ['ask'] });
    const marks = player.state.marks.filter(({ fact }) => fact === 'ask');
    expect(
      marks.map(({ id, outcome, points, max, evidence }) => [id, outcome, points, max, evidence]),
    ).toEqual([
      ['open/ask', 'not-found', 0, 2, null],
      ['open/ask#2', 'found', 2, 2, 'Пришлите текст'],
    ]);
    expect(marks[0]?.why).toBe('Без текста ошибки не найти.');
  });

  it('empties a section for good by one forbidden thing', () => {
    const player = new Player(talk).says('Вы виноваты, пришлите', { has: ['ask', 'blame'] });
    expect(player.state.zeroed).toEqual({ talk: 'open/blame' });
    expect(player.state.mood).toBe(1);
    player.picks('hold').acts('resolve', { cause: 'два слова', code: 'E-17', confirmedBy: 'Пётр' });
    expect(player.score()).toMatchObject({ passed: false, score: 4 });
  });
});

describe('a choice', () => {
  it('keeps what was promised before and makes its own promise', () => {
    const later = {
      kind: 'next-update',
      text: 'через час',
      dueAt: talk.clock.start + 4_000_000,
    } as const;
    const player = new Player(talk).says('Пришлите', { has: ['ask'], promises: [later] });
    player.picks('hold');
    expect(player.promises()).toEqual(['kept', 'open']);
    expect(player.state.promises[1]).toMatchObject({
      kind: 'hold',
      text: '10 минут',
      dueAt: player.state.now + 600_000,
    });
  });

  it('is marked in every section that the best one gives points in', () => {
    const player = new Player(talk).says('Пришлите', { has: ['ask'] }).picks('later');
    const marks = player.state.marks.filter(({ step }) => step === 'pick');
    expect(marks.map(({ section, points, max, why }) => [section, points, max, why])).toEqual([
      ['time', 1, 3, 'Минуты не названы.'],
      ['talk', 0, 1, 'Минуты не названы.'],
    ]);
  });
});

describe('a form', () => {
  const filled = () => new Player(talk).says('Пришлите', { has: ['ask'] }).picks('hold');

  it('goes on by the fields that are right, in any letter case', () => {
    const player = filled().acts('resolve', {
      cause: 'Сбой питания',
      code: ' e-17 ',
      confirmedBy: 'Пётр',
    });
    expect(player.state.ending).toBe('good');
    // Opened it never was: the log would have given two more.
    expect(player.section('talk')).toBe(4);
    expect(player.section('time')).toBe(4);
  });

  it('comes back when it is not complete, and gives each field its points once', () => {
    const player = filled().acts('resolve', { cause: 'Сбой питания', confirmedBy: 'Пётр' });
    expect(player.state.step).toBe('act');
    expect(player.state.flags).toEqual(['returned']);
    player.acts('resolve', { cause: 'Сбой питания', code: 'E-17', confirmedBy: 'Пётр' });
    expect(player.section('talk')).toBe(4);
  });

  it('empties the section of a field that must not be missing', () => {
    const player = filled().acts('resolve', {
      cause: 'Сбой питания',
      code: 'E-17',
      confirmedBy: ' ',
    });
    expect(player.state.ending).toBe('good');
    expect(player.score()).toMatchObject({ passed: false });
    expect(player.section('time')).toBe(0);
  });
});

describe('what is asked of the program', () => {
  it('gives hints level by level, each for a point, and takes none of them back', () => {
    const player = new Player(talk).does({ type: 'hinted' }).does({ type: 'hinted' });
    player.opens({ attachment: 'log' }).says('Пришлите', { has: ['ask'] });
    expect(player.lines('hint').map(({ text }) => text)).toEqual([
      'Чего не хватает?',
      'Текста ошибки.',
    ]);
    expect(player.section('talk')).toBe(4 - 2);
    player.does({ type: 'retried' });
    expect(player.state.step).toBe('open');
    expect(player.section('talk')).toBe(2 - 2);
  });

  it('takes the last answer back with everything it brought, and counts that', () => {
    const player = new Player(talk).says('Вы виноваты', { has: ['blame'] });
    expect(player.state.zeroed).toHaveProperty('talk');
    player.does({ type: 'retried' });
    expect(player.state).toMatchObject({
      step: 'open',
      mood: 3,
      zeroed: {},
      retries: 1,
      marks: [],
    });
    expect(player.state.transcript.at(-1)).toMatchObject({ what: 'retry', text: 'Вы виноваты' });
    expect(player.tries({ type: 'retried' })).toBe('nothing-to-retry');
  });

  it('gives neither in an exam', () => {
    const player = new Player(talk, { mode: 'exam' }).says('Нет');
    expect(player.tries({ type: 'hinted' })).toBe('no-hint-in-exam');
    expect(player.tries({ type: 'retried' })).toBe('no-retry-in-exam');
  });

  it('says why an event does not fit and leaves the run as it was', () => {
    const player = new Player(talk);
    const before = player.state;
    expect(player.tries({ type: 'chose', choiceId: 'log' })).toBe('no-choice-here');
    expect(player.tries({ type: 'acted', name: 'resolve', values: {}, facts: {} })).toBe(
      'action-unknown',
    );
    expect(player.tries({ type: 'opened', attachment: 'har', article: null })).toBe(
      'attachment-unknown',
    );
    expect(player.state).toBe(before);
    player.says('Пришлите', { has: ['ask'] });
    expect(player.tries({ type: 'chose', choiceId: 'nothing' })).toBe('choice-unknown');
    player.picks('hold').acts('resolve', { cause: 'два слова', code: 'E-17', confirmedBy: 'я' });
    expect(player.tries({ type: 'waited' })).toBe('run-over');
  });
});

describe('a scenario that is broken', () => {
  it('ends in a standstill where steps go round by themselves', () => {
    const round = withSteps(`
open: {narrator: "Раз", goto: two}
two: {narrator: "Два", goto: open}
done: {end: good, text: "Конец"}`);
    const player = new Player(round);
    expect(player.state).toMatchObject({ isStuck: true, ending: null });
    expect(player.tries({ type: 'waited' })).toBe('run-stuck');
    expect(player.score()).toMatchObject({ passed: false });
  });

  it('cannot leave the calendar', () => {
    const endless = withSteps(`
open:
  narrator: "Ждём"
  after: 999999d
  goto: open
done: {end: good, text: "Конец"}`);
    const { now } = new Player(endless).state;
    expect(Number.isFinite(now)).toBe(true);
    expect(new Date(now).getUTCFullYear()).toBeLessThan(2040);
  });

  it('takes no more than a few thousand answers', () => {
    const player = new Player(talk);
    for (let i = 0; i < 2_000; i += 1) player.does({ type: 'waited' });
    expect(player.tries({ type: 'waited' })).toBe('run-too-long');
  });
});

describe('a quiz', () => {
  const letters = Array.from({ length: 6 }, (_, n) => {
    return `  - {id: l${n}, text: "Письмо ${n}", answers: {line: "${n % 2}"}}`;
  });
  const quiz = scenarioOf(`format: smena-scenario/1
id: quiz
lang: ru
title: Письма
kind: quiz
line: 2
difficulty: 1
minutes: 5
skills: [classify]
pass: 2
modes: {practice: {speed: 8}, exam: {speed: 1}}
clock: {start: 2026-03-03T09:00:00Z, tz: Europe/Moscow, perAnswer: 1m}
sections: {record: 3}
customer: {org: Демо, name: Пётр Демин, callName: Пётр, role: инженер, tz: Europe/Moscow, channel: mail, mood: 3, level: plain}
ticket: {subject: Письма, priority: P3, line: 2}
draw: 3
fields:
  line: {label: Линия, options: ["0", "1"], points: 1, section: record}
next: done
items:
${letters.join('\n')}
start: items
steps:
  done: {end: good, text: "Всё"}
`);

  /** The letters in the order that they come, all answered right. */
  function asked(seed: number): readonly string[] {
    const player = new Player(quiz, { seed });
    const ids: string[] = [];
    while (player.state.ending === null) {
      ids.push(player.state.step);
      player.acts('classify', { line: String(Number(player.state.step.slice(1)) % 2) });
    }
    expect(player.score()).toMatchObject({ score: 3, passed: true });
    return ids;
  }

  it('draws by the seed, each letter once, and always the same for one seed', () => {
    const drawn = Array.from({ length: 12 }, (_, seed) => asked(seed));
    expect(drawn.every((ids) => new Set(ids).size === 3)).toBe(true);
    expect(new Set(drawn.map(String)).size).toBeGreaterThan(3);
    expect(asked(5)).toEqual(asked(5));
  });
});
