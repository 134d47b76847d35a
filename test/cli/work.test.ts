import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Gap {
  readonly type: string;
  readonly code: string;
  readonly name: string | null;
}

interface WorkJson extends TicketJson {
  readonly details: Readonly<Record<string, string>>;
  readonly missing: { readonly transfer: readonly Gap[]; readonly done: readonly Gap[] };
  readonly checklist: readonly { readonly text: string; readonly done: boolean }[];
}

describe('a task', () => {
  beforeEach(async () => {
    await desk.run(['new', '--kind', 'task', '--subject', 'Перенести базу']);
  });

  it('tells what it asks for, takes it, and is done only with all of it', async () => {
    const shown = await desk.json<WorkJson>(['show', '1']);
    expect(shown.missing.transfer.map(({ code }) => code)).toContain('planned');
    const refused = await desk.refused(['resolve', '1']);
    expect(refused).toMatchObject({ exit: 3, code: 'kind-incomplete' });
    expect(refused.message).toContain('Сколько займёт');
    expect(refused.nextSteps[0]).toContain('smena details SM-1 --set');
    const values = ['requester=Жанна', 'executor=Анна', 'planned=2ч', 'department=учёт'];
    const set = [...values, 'deadline=пт 18:00'].flatMap((value) => ['--set', value]);
    const filled = await desk.json<WorkJson>(['details', '1', ...set]);
    expect(filled.details).toMatchObject({ planned: '2h', deadline: '2026-11-20T15:00:00.000Z' });
    expect(filled.missing.transfer).toEqual([]);
    await desk.json(['box', '1', 'add', 'Проверить', 'копию']);
    await desk.json(['box', '1', 'tick', '1']);
    await desk.json(['box', '1', 'tick', '2']);
    const ticked = await desk.json<WorkJson>(['box', '1', 'tick', 'проверить копию']);
    expect(ticked.checklist.map(({ done }) => done)).toEqual([true, true, true]);
    expect(ticked.missing.done.map(({ type }) => type)).toEqual(['comment', 'time']);
    expect((await desk.run(['show', '1'])).out).toContain('Чек-лист: 3 из 3');
    await desk.json(['time', '1', '1ч', '30м', '--note', 'перенос']);
    expect(await desk.json(['resolve', '1', '--text', 'Перенесли'])).toMatchObject({
      ...{ status: 'resolved', taskStage: 'result-handed', resultTo: 'Жанна' },
    });
  });

  it('says what is wrong with a value, by the name of the field', async () => {
    const wrong = await desk.refused(['details', '1', '--set', 'planned=долго']);
    expect(wrong).toMatchObject({ exit: 3, code: 'field-not-duration' });
    expect(wrong.message).toContain('«Сколько займёт»');
    expect(await desk.refused(['details', '1', '--set', 'цвет=красный'])).toMatchObject({
      ...{ exit: 3, code: 'unknown-field' },
    });
    expect((await desk.run(['details', '1', '--set', 'planned'])).code).toBe(2);
    expect(await desk.refused(['box', '1', 'tick', '9'])).toMatchObject({ code: 'no-such-box' });
    const { out } = await desk.run(['details', '1']);
    expect(out).toContain('○ Сколько займёт (planned): —');
  });

  it('gives everything back that was done last', async () => {
    const before = await desk.json<WorkJson>(['show', '1', '--events']);
    for (const line of [
      ['details', '1', '--set', 'planned=2ч'],
      ['box', '1', 'add', 'x'],
      ['box', '1', 'tick', '1'],
      ['time', '1', '25м'],
      ['rate', '1', '--impact', 'many', '--urgency', 'stopped'],
      ['watch', '1', '--what', 'журнал'],
      ['card', '1', 'link', 'DEV-1'],
    ]) {
      expect(await desk.run(line)).toMatchObject({ code: 0 });
      expect(await desk.run(['undo', '1'])).toMatchObject({ code: 0 });
      expect(await desk.json(['show', '1', '--events'])).toEqual(before);
    }
    expect(await desk.json(['time', 'list'])).toMatchObject({ seconds: 0, items: [] });
  });
});

describe('registered and over at once', () => {
  it('the first line is the subject, the solution resolves it', async () => {
    const line = ['new', '--text', 'Касса не печатает\nС утра', '--solved', 'Сменили бумагу'];
    expect(await desk.json(line)).toMatchObject({ number: 'SM-1', status: 'resolved' });
    expect(await desk.json(['show', '1'])).toMatchObject({
      ...{ subject: 'Касса не печатает', assignee: 'Анна', kind: 'incident' },
    });
    expect(await desk.json(['queue', 'mine'])).toEqual([]);
    expect((await desk.run(['new'])).code).toBe(2);
  });

  it('what its kind still lacks is said in steps that need no number, and nothing typed is lost', async () => {
    const task = ['new', '--text', 'Выгрузить отчёт', '--kind', 'task', '--solved', 'выгрузили'];
    expect(await desk.refused(task)).toMatchObject({
      ...{ exit: 3, code: 'kind-incomplete', text: 'Выгрузить отчёт\n\nвыгрузили' },
      nextSteps: [
        'сразу заполнить поля: smena new … --field ИМЯ=ЗНАЧЕНИЕ',
        'сначала завести, решённым отметить потом: smena new --text …',
      ],
    });
  });

  it('what is not served here is closed with its reason', async () => {
    const line = ['new', '--text', 'Где мой перевод?', '--off-topic', 'это к банку'];
    expect(await desk.json(line)).toMatchObject({ status: 'closed' });
    expect(await desk.json(['show', '1'])).toMatchObject({ offTopic: true });
    await desk.run(['new', '--subject', 'Пицца']);
    expect(await desk.json(['off-topic', '2', '--reason', 'не к нам'])).toMatchObject({
      ...{ status: 'closed', offTopic: true },
    });
    expect(await desk.refused(['off-topic', '2'])).toMatchObject({ exit: 3 });
  });

  it('two answers give the priority', async () => {
    const rating = ['--impact', 'many', '--urgency', 'money'];
    expect(await desk.json(['new', '--subject', 'Авария', ...rating])).toMatchObject({
      priority: 'P1',
    });
    await desk.run(['new', '--subject', 'Мышь']);
    const rate = ['rate', '2', '--impact', 'один человек', '--urgency', 'goes-on'];
    expect(await desk.json(rate)).toMatchObject({ priority: 'P4', impact: 'person' });
    expect(await desk.json([...rate, '--override', 'P2', '--reason', 'директор'])).toMatchObject({
      priority: 'P2',
    });
    expect((await desk.run(['new', '--subject', 'x', '--impact', 'many'])).code).toBe(2);
  });

  it('a kind that is off is refused', async () => {
    const line = ['new', '--subject', 'Доступ', '--kind', 'access'];
    const refused = await desk.refused(line);
    expect(refused).toMatchObject({ exit: 3, code: 'kind-off' });
    expect(refused.message).toContain('задача');
  });
});

describe('working time', () => {
  it('is listed by customer, in seconds', async () => {
    await desk.run(['new', '--subject', 'А', '--customer', 'Ромашка']);
    await desk.run(['new', '--subject', 'Б', '--customer', 'Василёк']);
    await desk.json(['time', '1', '25м', '--note', 'диск']);
    await desk.json(['time', '1', '1:05', '--at', 'вчера 10:00']);
    await desk.json(['time', '2', '10']);
    const all = await desk.json<{ customers: unknown[]; items: unknown[] }>(['time', 'list']);
    expect(all).toMatchObject({
      seconds: 6000,
      customers: [
        { customer: 'Ромашка', seconds: 5400 },
        { customer: 'Василёк', seconds: 600 },
      ],
      items: [{ at: '2026-11-17T07:00:00.000Z', seconds: 3900, by: 'Анна' }, {}, {}],
    });
    const today = ['time', 'list', '--from', '2026-11-18', '--customer', 'ромашка'];
    expect(await desk.json(today)).toMatchObject({ seconds: 1500 });
    expect(await desk.json(['time', 'list', '--person', 'me'])).toMatchObject({ seconds: 6000 });
    expect((await desk.run(['time', 'list'])).out).toContain('1ч 5м · SM-1 · Ромашка · Анна');
    expect(await desk.refused(['time', '1', 'долго'])).toMatchObject({
      ...{ exit: 1, code: 'length-unknown' },
    });
    expect(await desk.refused(['time', '1', '5м', '--at', 'завтра 10'])).toMatchObject({
      ...{ exit: 3, code: 'time-in-future' },
    });
  });
});

describe('what is put off, and what is watched', () => {
  it('comes back when its time has come', async () => {
    await desk.run(['new', '--subject', 'Поставка']);
    expect(await desk.refused(['snooze', '1', '2ч'])).toMatchObject({ code: 'reason-missing' });
    expect(await desk.json(['snooze', '1', '2ч', '--reason', 'ждём диск'])).toMatchObject({
      ...{ status: 'scheduled', scheduledUntil: '2026-11-18T13:00:00.000Z' },
    });
    expect(await desk.json(['wake'])).toEqual([]);
    expect(await desk.json(['wake', '--now', '2026-11-18T13:00:00Z'])).toMatchObject([
      { number: 'SM-1', status: 'open', scheduledUntil: null },
    ]);
  });

  it('stays in sight until it is let go', async () => {
    await desk.run(['new', '--subject', 'Канал']);
    expect(await desk.json(['watch', '1', '--what', 'потери', '--until', '18:00'])).toMatchObject({
      watch: { what: 'потери', until: '2026-11-18T15:00:00.000Z', by: 'Анна' },
    });
    expect((await desk.run(['show', '1'])).out).toContain('На контроле до 18:00: потери');
    expect(await desk.json(['unwatch', '1'])).toMatchObject({ watch: null });
  });
});

it('a defect is told to its reporter after its card was closed', async () => {
  await desk.run(['new', '--kind', 'defect', '--subject', 'Сумма с НДС неверна']);
  await desk.run(['new', '--kind', 'defect', '--subject', 'Отчёт пустой']);
  await desk.json(['details', '1', '--set', 'release=2.4']);
  expect(await desk.json(['details', 'find', 'release=2.4'])).toMatchObject([{ number: 'SM-1' }]);
  const unknown = await desk.refused(['details', 'find', 'x=1']);
  expect(unknown).toMatchObject({ exit: 1 });
  expect(unknown.message).toContain('«x»');
  await desk.json(['card', '1', 'link', 'DEV-7']);
  expect((await desk.refused(['resolve', '1'])).nextSteps).toContain(
    'отметить, что карточку закрыли: smena card SM-1 closed',
  );
  expect(await desk.json(['card', '1', 'closed'])).toMatchObject({ tellReporter: true });
  expect(await desk.refused(['card', '1', 'closed'])).toMatchObject({ code: 'card-closed' });
  expect((await desk.refused(['resolve', '1'])).message).toContain('ответ клиенту');
});

const ownKinds = `
- {code: incident, name: {ru: инцидент, en: incident}}
- code: change
  name: {ru: изменение, en: change}
  hasStages: true
  risk: integration
  fields:
    - {code: docs, name: {ru: Документы, en: Documents}, type: choice, choices: [{code: owed, name: {ru: должны, en: owed}}, {code: given, name: {ru: есть, en: given}}]}
- code: visit
  name: {ru: выезд, en: visit}
  fields:
    - {code: window, name: {ru: Когда пустят, en: Access window}, type: window}
    - {code: legs, name: {ru: Дорога, en: Legs}, type: legs}
  doneNeeds: [after-check]
- code: planned-work
  name: {ru: плановые работы, en: planned work}
  fields:
    - {code: window, name: {ru: Окно, en: Window}, type: window}
    - {code: affected, name: {ru: Кого заденет, en: Affected}}
`;
const ownWorks = `
- {code: switch, title: {ru: Замена коммутатора, en: New switch}, from: "2026-11-18T13:00+03:00", to: "2026-11-18T16:00+03:00", customers: [Ромашка]}
- {code: power, title: {ru: Питание, en: Power}, from: "2026-11-20T13:00+03:00", to: "2026-11-20T16:00+03:00"}
`;
const ownRisks =
  '- {code: integration, name: {ru: меняет связи систем, en: changes integration}, lines: ["3"]}';

describe('a desk that turns more on', () => {
  beforeEach(() => {
    const own = join(desk.folder, 'content', 'desk');
    mkdirSync(own, { recursive: true });
    const shipped = join(import.meta.dirname, '../../templates/desk/default/desk.yaml');
    const spending = 'spending: {limit: 500, currency: USD}';
    writeFileSync(join(own, 'desk.yaml'), `${readFileSync(shipped, 'utf8')}\n${spending}\n`);
    writeFileSync(join(own, 'kinds.yaml'), ownKinds);
    writeFileSync(join(own, 'works.yaml'), ownWorks);
    writeFileSync(join(own, 'risks.yaml'), ownRisks);
  });

  it('marks tickets while works last, those of its pack and those of tickets', async () => {
    await desk.run(['new', '--subject', 'Нет связи', '--customer', 'Ромашка']);
    await desk.run(['new', '--subject', 'Нет связи', '--customer', 'Василёк']);
    const marks = async () => {
      const rows = await desk.json<{ number: string; works: { code: string }[] }[]>(['queue']);
      return Object.fromEntries(rows.map((row) => [row.number, row.works.map(({ code }) => code)]));
    };
    expect(await marks()).toEqual({ 'SM-1': ['switch'], 'SM-2': [] });
    const line = ['new', '--kind', 'planned-work', '--subject', 'АТС', '--customer', 'Василёк'];
    await desk.json([...line, '--field', 'window=13:30 – 15:00']);
    expect(await marks()).toEqual({ 'SM-1': ['switch'], 'SM-2': ['SM-3'], 'SM-3': [] });
    expect((await desk.run(['show', '1'])).out).toContain('Плановые работы: Замена коммутатора');
    expect(await desk.json<unknown[]>(['works'])).toMatchObject([
      { code: 'switch', underWay: true, customers: ['Ромашка'] },
      { code: 'SM-3', underWay: true },
      { code: 'power', underWay: false },
    ]);
  });

  it('warns of a visit that comes after the window, and checks it with the customer', async () => {
    await desk.run(['new', '--kind', 'visit', '--subject', 'Замена диска']);
    const window = ['--set', 'window=19.11 09:00 – 12:00'];
    const legs = ['--set', 'legs=Москва – Южно-Сахалинск = 8ч 30м; ночь = 12ч; паром = 2ч'];
    expect(await desk.json(['details', '1', ...window, ...legs])).toMatchObject({
      warnings: [{ code: 'legs-miss-window', lateMinutes: 30 }],
    });
    expect((await desk.run(['details', '1'])).err).toContain('только до 19.11 12:00');
    await desk.json(['resolve', '1', '--text', 'заменили']);
    expect(await desk.refused(['confirm', '1', '--by', 'Жанна', '--how', 'mail'])).toMatchObject({
      code: 'kind-incomplete',
    });
    expect(await desk.json(['check-after', '1', 'passed'])).toMatchObject({
      afterCheck: { result: 'passed', by: 'Анна' },
    });
    expect(await desk.json(['confirm', '1', '--by', 'Жанна', '--how', 'mail'])).toMatchObject({
      status: 'closed',
    });
  });

  it('works changes in two stages, lists owed documents, keeps to its lines', async () => {
    await desk.run(['new', '--kind', 'change', '--subject', 'Канал', '--field', 'docs=должны']);
    expect((await desk.run(['details', 'find', 'docs=owed'])).out).toBe('SM-1 · должны · Канал\n');
    expect(await desk.json(['stage', '1', 'interim', '--note', '500 Мбит/с'])).toMatchObject({
      stage: 'interim',
    });
    await desk.json(['stage', '1', 'final', '--note', '1 Гбит/с']);
    const refused = await desk.refused(['resolve', '1']);
    expect(refused).toMatchObject({ exit: 3, code: 'risk-class' });
    expect(refused.message).toContain('меняет связи систем');
  });

  it('spends a little without asking, and sums it up by month', async () => {
    await desk.run(['new', '--subject', 'Диск', '--customer', 'Ромашка']);
    await desk.json(['spend', '1', '120.50', '--reason', 'курьер']);
    expect(await desk.refused(['spend', '1', '400', '--reason', 'ещё'])).toMatchObject({
      ...{ exit: 3, code: 'spend-over-limit' },
    });
    expect(await desk.refused(['spend', '1', 'много', '--reason', 'x'])).toMatchObject({
      code: 'amount-wrong',
    });
    await desk.json(['spend', '1', '80', '--reason', 'такси']);
    expect(await desk.json(['spend', 'list', '--month', '2026-11'])).toMatchObject({
      ...{ month: '2026-11', currency: 'USD', limit: 500, sum: 200.5 },
      items: [{ number: 'SM-1', amount: 120.5, reason: 'курьер', by: 'Анна' }, { amount: 80 }],
    });
    expect(await desk.json(['spend', 'list', '--month', '2026-10'])).toMatchObject({ sum: 0 });
    expect((await desk.run(['spend', 'list', '--month', '2026-13'])).code).toBe(2);
  });
});

it('a desk without spending says so', async () => {
  await desk.run(['new', '--subject', 'Диск']);
  expect(await desk.refused(['spend', '1', '5', '--reason', 'такси'])).toMatchObject({
    ...{ exit: 3, code: 'no-spending' },
  });
});
