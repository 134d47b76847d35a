import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/domain/person.ts';
import { openTestDesk } from '../support/desk.ts';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;

interface Handed extends TicketJson {
  readonly handover: Readonly<Record<string, unknown>> | null;
  readonly clarifications: readonly Readonly<Record<string, unknown>>[];
}

interface Gaps {
  readonly missing?: readonly { readonly code: string; readonly name: string }[];
}

const form = ['--seen', 'касса не видит сеть', '--done', 'сменили кабель: так же'];
const full = [...form, '--need', 'проверить порт'];

/** Does a command as somebody else. */
const as = (who: string, ...line: string[]) => [...line, '--as', who];

async function people(more: Readonly<Record<string, Partial<Person>>>): Promise<void> {
  using here = await openTestDesk({ folder: desk.folder, ids: '0b' });
  for (const [login, person] of Object.entries(more)) here.person(login, person);
}

beforeEach(async () => {
  desk = new CliDesk();
  await people({
    Анна: { line: '2' },
    Глеб: { line: '3' },
    Ольга: { role: 'lead', line: '1' },
    Вера: { line: '1' },
  });
  await desk.run(['new', '--subject', 'Касса без сети', '--text', 'Не пробивает', '--line', '2']);
  await desk.run(['take', '1']);
});
afterEach(() => desk.close());

describe('escalate', () => {
  it('refuses with the list of what is missing, in words and for programs', async () => {
    const refused = await desk.refused(['escalate', '1', '--to', 'line', '--done', 'кабель']);
    expect(refused).toMatchObject({ exit: 3, code: 'handover-incomplete' });
    expect((refused as Gaps).missing?.map(({ code }) => code)).toEqual(['seen', 'need']);
    expect(refused.message).toContain('Что видно; Что нужно от вас');
    expect(refused.text).toContain('кабель');
    const said = await desk.run(['escalate', '1', '--to', 'line', '--lang', 'en']);
    expect(said).toMatchObject({ code: 3, out: '' });
    expect(said.err).toContain('What is seen');
  });

  it('hands a ticket to the next line, whose people see the form first and accept', async () => {
    const handed = await desk.json<Handed>(['escalate', '1', '--to', 'line', ...full]);
    expect(handed).toMatchObject({ line: '3', assignee: null, careOf: 'Ольга' });
    expect(handed.handover).toMatchObject({
      kind: 'line',
      fromLine: '2',
      from: 'Анна',
      toLine: '3',
      state: 'waiting',
      at: '2026-11-18T11:00:00.000Z',
      settledAt: null,
      minutes: null,
      form: { seen: 'касса не видит сеть', need: 'проверить порт', logs: null },
    });
    expect(await desk.json(['escalation', 'list', '--line', '3'])).toMatchObject([
      { number: 'SM-1', handover: { toLine: '3' } },
    ]);
    expect(await desk.json(['escalation', 'list', '--line', '1'])).toEqual([]);
    const shown = await desk.run(['escalation', 'show', '1']);
    expect(shown.out).toContain('Что нужно от вас: проверить порт');
    expect((await desk.refused(['escalation', 'accept', '1'])).code).toBe('handover-not-yours');
    const taken = await desk.json<Handed>(as('Глеб', 'escalation', 'accept', '1'));
    expect(taken).toMatchObject({ assignee: 'Глеб', careOf: null });
    expect(taken.handover).toMatchObject({ state: 'accepted', settledBy: 'Глеб', minutes: 0 });
    expect(await desk.json(['escalation', 'list'])).toEqual([]);
  });

  it('comes back with what is missing, and both handings over stay on record', async () => {
    await desk.run(['escalate', '1', '--to', '3', ...full]);
    const empty = await desk.refused(as('Глеб', 'escalation', 'return', '1'));
    expect(empty).toMatchObject({ exit: 3, code: 'handover-missing-empty' });
    const back = await desk.json<Handed>(
      as('Глеб', 'escalation', 'return', '1', '--missing', 'какой порт'),
    );
    expect(back).toMatchObject({ line: '2', assignee: 'Анна', handoverReturns: 1 });
    await desk.run(['escalate', '1', '--to', '3', ...full, '--logs', '/var/log/switch']);
    const { history } = await desk.json<{ history: readonly object[] }>([
      'escalation',
      'show',
      '1',
    ]);
    expect(history).toMatchObject([
      { state: 'returned', missing: 'какой порт', settledBy: 'Глеб' },
      { state: 'waiting', form: { logs: '/var/log/switch' } },
    ]);
  });

  it('reads the form from a file or from standard input, options over it', async () => {
    const path = join(desk.folder, 'form.json');
    writeFileSync(path, JSON.stringify({ seen: 'а', done: 'б', need: 'в', ruledOut: 'кабель' }));
    const handed = await desk.json<Handed>([
      'escalate',
      '1',
      '--to',
      '3',
      '--form',
      path,
      '--need',
      'порт',
    ]);
    expect(handed.handover).toMatchObject({
      form: { seen: 'а', need: 'порт', ruledOut: 'кабель' },
    });
    const order = ['escalate', '1', '--to', '1', '--form', '-'];
    for (const [stdin, code] of [
      ['не JSON', 'form-not-json'],
      ['[]', 'form-not-json'],
      ['{"seen": 1}', 'form-wrong'],
      ['{"сеен": "x"}', 'form-wrong'],
    ] as const) {
      expect(await desk.refused(order, { stdin })).toMatchObject({ exit: 1, code, text: stdin });
    }
    const stdin = '{"seen": "а", "done": "б", "need": "в"}';
    expect(await desk.json<Handed>(as('Ольга', ...order), { stdin })).toMatchObject({ line: '1' });
  });

  it('asks somebody who decides, or the next one who does', async () => {
    const asked = await desk.run(['escalate', '1', '--to', 'head', ...full]);
    expect(asked).toMatchObject({ code: 0 });
    expect(asked.err).toContain('Ольга');
    expect(await desk.json<Handed>(['show', '1'])).toMatchObject({
      assignee: 'Ольга',
      handover: { kind: 'head', to: 'Ольга' },
    });
  });

  it('says where to, and only a vendor has the options of one', async () => {
    expect(await desk.refused(['escalate', '1', ...full])).toMatchObject({
      exit: 2,
      code: 'usage',
    });
    const odd = ['escalate', '1', '--to', '3', '--vendor', 'ПромКасса', ...full];
    expect(await desk.refused(odd)).toMatchObject({ exit: 2 });
    expect(await desk.refused(['escalate', '1', '--to', '7', ...full])).toMatchObject({
      exit: 3,
      code: 'unknown-line',
    });
  });
});

describe('undo', () => {
  it('takes a handing over back with everything it did', async () => {
    const before = await desk.json(['show', '1']);
    await desk.run(['escalate', '1', '--to', '3', ...full]);
    const undone = await desk.run(['undo', '1']);
    expect(undone).toMatchObject({ code: 0 });
    expect(undone.err).toContain('передача');
    expect(await desk.json(['show', '1'])).toEqual(before);
  });
});

describe('a vendor', () => {
  it('is for the third line and leads to call, and keeps the owner inside', async () => {
    const order = ['escalate', '1', '--to', 'vendor', '--vendor', 'ПромКасса', ...full];
    expect(await desk.refused(order)).toMatchObject({ exit: 3, code: 'not-permitted' });
    const handed = await desk.json<Handed>(
      as('Глеб', ...order, '--vendor-due', 'завтра 12', '--watcher', 'Анна'),
    );
    expect(handed).toMatchObject({
      status: 'waiting-third-party',
      assignee: 'Анна',
      line: '2',
      vendorCase: {
        vendor: 'ПромКасса',
        ref: null,
        dueAt: '2026-11-19T09:00:00.000Z',
        watcher: 'Анна',
      },
    });
    const noted = await desk.json<Handed>(['vendor', '1', '--ref', 'PK-881']);
    expect(noted).toMatchObject({ vendorCase: { ref: 'PK-881' }, handover: { state: 'accepted' } });
    expect(await desk.refused(['vendor', '1', '--watcher', 'никого'])).toMatchObject({
      exit: 1,
      code: 'person-unknown',
    });
  });
});

describe('the third line', () => {
  beforeEach(async () => {
    await desk.run(['escalate', '1', '--to', 'line', ...full]);
    await desk.run(as('Глеб', 'take', '1'));
  });

  it('diagnoses before it resolves', async () => {
    const early = await desk.refused(as('Глеб', 'resolve', '1'));
    expect(early).toMatchObject({ exit: 3, code: 'diagnosis-needed' });
    expect(early.nextSteps[0]).toContain('smena diagnose SM-1');
    const order = as('Глеб', 'diagnose', '1');
    const diagnosed = await desk.json(order, { stdin: 'Порт выключен\n' });
    expect(diagnosed).toMatchObject({ diagnosis: { line: '3', by: 'Глеб' } });
    expect(await desk.json(as('Глеб', 'resolve', '1'))).toMatchObject({ status: 'resolved' });
  });

  it('writes to nobody outside, and asks through another line', async () => {
    for (const line of [
      ['reply', '1', '--text', 'Здравствуйте'],
      ['call', '1', '--text', 'Звонил'],
    ]) {
      expect(await desk.refused(as('Глеб', ...line))).toMatchObject({
        exit: 3,
        code: 'line-does-not-talk',
        text: line[3],
      });
    }
    const question = ['--question', 'Горит ли лампочка?', '--why', 'Отличить питание от сети'];
    expect(await desk.refused(as('Глеб', 'ask', '1', ...question))).toMatchObject({ exit: 2 });
    const asked = await desk.json<Handed>(as('Глеб', 'ask', '1', ...question, '--due', '30м'));
    expect(asked.clarifications).toMatchObject([
      { throughLine: '2', askedBy: 'Глеб', dueAt: '2026-11-18T11:30:00.000Z', answer: null },
    ]);
    expect(await desk.json(['ask', 'list', '--line', '2'])).toMatchObject([
      { number: 'SM-1', question: { question: 'Горит ли лампочка?' } },
    ]);
    expect(await desk.refused(['answer', '1', '--from-reply'])).toMatchObject({
      exit: 3,
      code: 'no-reply-since',
    });
    const answered = await desk.json<Handed>(['answer', '1', '--text', 'Горит']);
    expect(answered.clarifications).toMatchObject([{ answer: 'Горит' }]);
    expect(await desk.json(['ask', 'list'])).toEqual([]);
    expect(await desk.refused(['answer', '1', '--text', 'ещё'])).toMatchObject({
      exit: 3,
      code: 'no-such-question',
    });
  });

  it('may write when a lead lets one person do so', async () => {
    expect(await desk.refused(['grant', '1', 'Глеб', '--reason', 'знает'])).toMatchObject({
      code: 'not-permitted',
    });
    const granted = await desk.json(as('Ольга', 'grant', '1', 'Глеб', '--reason', 'знает'));
    expect(granted).toMatchObject({
      voiceGrants: [{ person: 'Глеб', by: 'Ольга', reason: 'знает' }],
    });
    expect((await desk.run(as('Глеб', 'reply', '1', '--text', 'Здравствуйте'))).code).toBe(0);
  });
});

describe('closing', () => {
  it('takes who and how, and fills in what is known', async () => {
    await desk.run(['resolve', '1', '--text', 'Включили порт']);
    expect(await desk.refused(['confirm', '1', '--by', ' '])).toMatchObject({
      exit: 3,
      code: 'confirmation-needs-who',
    });
    expect(await desk.refused(['confirm', '1', '--by', 'Жанна', '--how', ' '])).toMatchObject({
      code: 'confirmation-needs-how',
    });
    await desk.run(['set', '1', '--contact', 'Жанна']);
    await desk.json(['confirm', '1']);
    const { events } = await desk.json<{ events: readonly { fact: object }[] }>([
      'show',
      '1',
      '--events',
    ]);
    expect(events.map(({ fact }) => fact)).toContainEqual({
      type: 'confirmed',
      by: 'Жанна',
      how: 'со слов клиента',
    });
  });

  it('is done by the time alone only where the desk says so', async () => {
    await desk.run(['resolve', '1']);
    expect(await desk.refused(as('Ольга', 'confirm', '1', '--timeout'))).toMatchObject({
      exit: 3,
      code: 'auto-confirm-off',
    });
  });
});

describe('the third return', () => {
  it('goes to whoever decides, with a brief', async () => {
    for (let i = 0; i < 3; i += 1) {
      await desk.run(['resolve', '1', '--text', 'Готово']);
      await desk.run(['return', '1', '--reason', 'опять']);
    }
    expect(await desk.json(['show', '1'])).toMatchObject({
      assignee: 'Ольга',
      returns: 3,
      brief: { state: 'owed', owedBy: 'Анна' },
    });
    expect(await desk.json(['brief', 'list'])).toMatchObject([{ number: 'SM-1' }]);
    expect(await desk.refused(as('Ольга', 'resolve', '1', '--text', 'Всё'))).toMatchObject({
      code: 'brief-missing',
    });
    expect(await desk.json(['brief', '1', '--text', 'Меняли кабель, дело в порте'])).toMatchObject({
      brief: { state: 'written' },
    });
    expect((await desk.run(as('Ольга', 'resolve', '1', '--text', 'Всё'))).code).toBe(0);
  });

  it('may do without a brief, with a reason', async () => {
    for (let i = 0; i < 3; i += 1) {
      await desk.run(['resolve', '1']);
      await desk.run(['return', '1']);
    }
    expect(await desk.refused(as('Ольга', 'brief', '1', '--waive'))).toMatchObject({
      code: 'reason-missing',
    });
    expect(
      await desk.json(as('Ольга', 'brief', '1', '--waive', '--reason', 'болеет')),
    ).toMatchObject({ brief: { state: 'waived' } });
  });
});

it('a ticket tells its history to a person: who, when and why, in both languages', async () => {
  const { number } = await desk.json(['new', '--subject', 'Печать', '--text', 'не печатает']);
  await desk.json(['take', number]);
  await desk.json(['resolve', number, '--text', 'перезапустили']);
  await desk.json(['return', number, '--reason', 'опять молчит']);
  await desk.json(['snooze', number, 'завтра', '10', '--reason', 'ждём картридж']);
  const { out } = await desk.run(['show', number, '--events']);
  expect(out.split(`История ${number}\n`)[1]).toBe(
    [
      '18.11 14:00 Анна · заведено',
      '18.11 14:00 Анна · ответственный: Анна — взято в работу',
      '18.11 14:00 Анна · новое → открыто',
      '18.11 14:00 Анна · открыто → решено',
      '18.11 14:00 Анна · возврат на доработку, 1-й — опять молчит',
      '18.11 14:00 Анна · решено → открыто — опять молчит',
      '18.11 14:00 Анна · открыто → отложено до 19.11 10:00 — ждём картридж',
      '',
    ].join('\n'),
  );
  const english = await desk.run(['show', number, '--events', '--lang', 'en']);
  expect(english.out).toContain('returned to work, time 1 — опять молчит');
});
