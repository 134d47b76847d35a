import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listTemplates } from '../../../src/app/content/list-templates.ts';
import {
  type RenderTemplateInput,
  readReplyPromise,
  renderTemplate,
} from '../../../src/app/content/render-template.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import type { Contact } from '../../../src/domain/person.ts';
import { fillStop } from '../../../src/render/stops.ts';
import {
  movableClock,
  openTestDesk,
  type TestDesk,
  type TestDeskOptions,
} from '../../support/desk.ts';

/** 12:20 in Moscow. */
const noon20 = Date.parse('2026-03-03T09:20:00Z');

/** A desk with a ticket of Ирина Петровна from Yekaterinburg. */
async function deskWithTicket(contact: Partial<Contact> = {}, options: TestDeskOptions = {}) {
  const desk = await openTestDesk({ isContentRead: true, clock: movableClock(noon20), ...options });
  const customer = desk.customer('Демо-Причал', { timeZone: 'Asia/Yekaterinburg' });
  const person = desk.contact('Ирина Петровна Демидова', {
    customerId: customer.id,
    callName: 'Ирина Петровна',
    ...contact,
  });
  const ticketId = desk.registers('Не входит в почту', 'Пишет неверный пароль', person.id);
  const library = await openContent(desk.desk).templates();
  const render = (templateId: string, more: Partial<RenderTemplateInput> = {}) =>
    renderTemplate(desk.desk, library, { templateId, ticketId, ...more });
  return { desk, ticketId, library, render };
}

/** The template's own words: what is to be filled comes on top. */
const wordsOf = (text: string) =>
  text.replace(/⟦[^⟧]*⟧/gu, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** What can be listened to, and what is read at a glance in a chat. */
const mostWords = (channels: readonly string[] = []) =>
  channels.includes('phone') ? 25 : channels.includes('chat') ? 60 : Number.POSITIVE_INFINITY;

const iso = (at: number | undefined) =>
  at === undefined ? null : new Date(at).toISOString().slice(11, 16);

function writes(desk: TestDesk, name: string, text: string): void {
  const file = join(desk.desk.paths.overlay, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

test('a hold names its minutes on the customer’s clock and is a promise', async () => {
  const { desk, render } = await deskWithTicket();
  using _ = desk;
  const hold = render('hold-with-time', {
    set: { 2: 'смотрю журнал входа за утро, отказ виден только там' },
  });
  expect(hold.text).toBe(
    'Ирина Петровна, мне нужно 10 минут (до 14:30 по вашему времени): смотрю журнал входа за утро, отказ виден только там.\n' +
      'Сидеть у экрана не нужно: к этому времени напишу сюда, даже если ещё не закончу.',
  );
  expect(hold).toMatchObject({ ok: true, problems: [], status: null });
  expect(hold.promise).toMatchObject({ kind: 'hold', warnBeforeMs: 120_000 });
  expect(iso(hold.promise?.dueAt)).toBe('09:30');
});

test('another choice is another promise', async () => {
  const { desk, render } = await deskWithTicket();
  using _ = desk;
  const choices = render('hold-with-time').stops.find(({ number }) => number === 1)?.choices;
  expect(choices).toHaveLength(3);
  const longer = render('hold-with-time', { set: { 1: choices?.[2] ?? '' } });
  expect(iso(longer.promise?.dueAt)).toBe('09:40');
  expect(iso(render('hold-with-time', { set: { 1: 'полчаса, 30 минут' } }).promise?.dueAt)).toBe(
    '09:50',
  );
  expect(render('hold-with-time', { set: { 1: 'немного времени' } }).promise).toBeNull();
});

test('a stop filled in the composer is another promise', async () => {
  const { desk, ticketId, render } = await deskWithTicket();
  using _ = desk;
  const reply = render('hold-with-time');
  const { template } = reply;
  if (template === null) throw new Error('no template');
  const filled = fillStop(reply, 1, '5 минут (до 14:25 по вашему времени)');
  expect(iso(readReplyPromise(desk.desk, filled, { template, ticketId })?.dueAt)).toBe('09:25');
});

test('what has to be filled stands in brackets and keeps the reply from going', async () => {
  const { desk, render } = await deskWithTicket();
  using _ = desk;
  const reply = render('confirm-and-close');
  expect(reply.ok).toBe(true);
  expect(reply.text).toContain('Причина: ⟦одной фразой, словами клиента⟧.');
  expect(reply.problems.map(({ code, text }) => `${code} ${text}`)).toEqual([
    'unfilled одной фразой, словами клиента',
    'unfilled что сделали, одной фразой',
  ]);
  const filled = render('confirm-and-close', { set: { 1: 'старый пароль', 2: 'удалили его' } });
  expect(filled).toMatchObject({ problems: [], status: 'closed' });
});

test('the reply speaks the contact’s language, else the desk’s; the asked one wins', async () => {
  const { desk, render } = await deskWithTicket({ language: 'en', callName: 'Maria' });
  using _ = desk;
  expect(render('hold-with-time').text).toMatch(
    /^Maria, I need 10 minutes \(until 14:30 your time\)/,
  );
  expect(render('hold-with-time', { lang: 'ru' }).template?.lang).toBe('ru');
  expect(render('hold-with-time', { ticketId: null }).template?.lang).toBe('ru');
});

test('a template without a translation is given in the language it has', async () => {
  const { desk } = await deskWithTicket();
  using _ = desk;
  writes(
    desk,
    'replies/hold/ours.ru.md',
    '---\nid: ours\ntitle: Наше\nsituation: hold\nchannel: [chat]\nwhen: Всегда.\n---\n{{ me.line }}\n',
  );
  const library = await openContent(desk.desk).templates();
  const reply = renderTemplate(desk.desk, library, {
    templateId: 'ours',
    ticketId: null,
    lang: 'en',
  });
  expect(reply).toMatchObject({ ok: true, text: 'линия 2' });
});

test('verbs are those of the engineer at the desk', async () => {
  const { desk, library, ticketId } = await deskWithTicket();
  using _ = desk;
  const woman = { ...desk.desk, me: { ...desk.desk.me, gender: 'female' as const } };
  const reply = renderTemplate(woman, library, { templateId: 'greeting-known-ticket', ticketId });
  expect(reply.text).toContain('прочитала');
});

test('the nearest promise of the ticket is known to the next reply', async () => {
  const { desk, ticketId, render } = await deskWithTicket();
  using _ = desk;
  desk.does(ticketId, {
    type: 'promise',
    promise: { id: 'p1', kind: 'hold', dueAt: noon20 + 10 * 60_000, text: '10 минут' },
  });
  expect(render('hold-extended').text).toMatch(/^Ирина Петровна, к обещанным 14:30 не успеваю/);
  expect(iso(render('hold-extended').promise?.dueAt)).toBe('09:40');
});

test('of a linked outage its number, its hour and the way round it in the reply’s language are known', async () => {
  const { desk, ticketId, render } = await deskWithTicket();
  using _ = desk;
  const outage = desk.registers('Обрыв на Лесной');
  desk.does(outage, { type: 'note', text: 'Обход: раздайте интернет с телефона.' });
  desk.does(ticketId, { type: 'link', link: { ticketId: outage, relation: 'related' } });
  const { number } = desk.ticket(outage);
  const russian = render('outage-known');
  expect(russian.text).toContain('с 14:20 по вашему времени');
  expect(russian.text).toContain(`общая авария ${number}`);
  expect(russian.text).toContain('На это время: раздайте интернет с телефона.');
  expect(russian.missing).toEqual(['2']);
  expect(render('outage-progress').missing).toEqual(['2']);
  expect(render('outage-known', { lang: 'en' }).missing).toEqual(['1', '4']);
  desk.clock.forward(24 * 3_600_000);
  expect(render('outage-known').text).toContain('с 3 марта, 14:20');
});

test('a promise missed on another day is named with its day', async () => {
  const { desk, ticketId, render } = await deskWithTicket();
  using _ = desk;
  const promise = {
    id: 'p1',
    kind: 'next-update' as const,
    dueAt: noon20 + 10 * 60_000,
    text: 'до 14:30',
  };
  desk.does(ticketId, { type: 'promise', promise });
  desk.clock.forward(3_600_000);
  expect(render('promise-missed').text).toContain('обещали ответ к 14:30 и опоздали');
  desk.clock.forward(24 * 3_600_000);
  expect(render('promise-missed').text).toContain('обещали ответ 3 марта к 14:30 и опоздали');
});

test('nobody’s zone and name are guessed', async () => {
  const desk = await openTestDesk({ isContentRead: true, clock: movableClock(noon20) });
  using _ = desk;
  const library = await openContent(desk.desk).templates();
  const ticketId = desk.registers('Помогите');
  const reply = renderTemplate(desk.desk, library, { templateId: 'request-registered', ticketId });
  expect(reply.text).toMatch(
    /^Здравствуйте!\n\nЗаявка записана, номер SM-\S*1\. Инженер ответит до 13:20 по Москве\./,
  );
  expect(iso(reply.promise?.dueAt)).toBe('10:20');
});

test('--set gives variables and stops; a wrong key or value is told', async () => {
  const { desk, render } = await deskWithTicket();
  using _ = desk;
  const { text } = render('promise-missed', {
    ticketId: null,
    set: { 'contact.callName': 'Олег', 'promise.due': '2026-03-03T09:00:00Z', 2: 'чиним ${HOME}' },
  });
  expect(text).toMatch(/^Олег, мы обещали ответ к 12:00 и опоздали/);
  expect(text).toContain('чиним ${HOME}');
  const codes = (set: Record<string, string>) =>
    render('promise-missed', { set }).problems.map(({ code, text }) => `${code} ${text}`);
  expect(codes({ 'contact.nick': 'x', 'promise.due': 'никогда' })).toEqual([
    'no-such-variable contact.nick',
    'wrong-value никогда',
  ]);
  expect(codes({ 9: 'x' })).toEqual(['no-such-stop 9']);
});

test('an unknown template or ticket is a problem, not an exception', async () => {
  const { desk, render } = await deskWithTicket();
  using _ = desk;
  expect(render('no-such')).toMatchObject({
    ok: false,
    template: null,
    problems: [{ code: 'no-such-template', text: 'no-such' }],
  });
  expect(render('hold-with-time', { ticketId: 'gone' }).problems[0]?.code).toBe('no-such-ticket');
});

test('every shipped template renders in both languages, with a name and without, for a ticket and for none', async () => {
  for (const callName of ['Ирина Петровна', null]) {
    const { desk, library, ticketId } = await deskWithTicket({ callName });
    using _ = desk;
    expect(library.problems).toEqual([]);
    for (const { id, lang, actions } of library.templates) {
      const reply = renderTemplate(desk.desk, library, { templateId: id, lang, ticketId });
      const where = `${id}.${lang} ${callName}`;
      expect(reply.ok, where).toBe(true);
      expect(reply.template?.lang, where).toBe(lang);
      expect(reply.text, where).not.toMatch(/\{\{|\{%|\$\{|null|undefined|NaN|\(а\)/);
      expect(reply.text, where).not.toMatch(/^[\s,]|,\s*,/);
      expect(wordsOf(reply.text), where).toBeLessThanOrEqual(mostWords(reply.template?.channels));
      const isUnfilled = reply.stops.some(({ isFilled }) => !isFilled);
      expect(reply.problems.length > 0, where).toBe(isUnfilled);
      const promised = reply.stops.find(({ number }) => number === actions.promise?.from);
      if (promised?.isFilled) expect(reply.promise?.dueAt, where).toBeGreaterThan(noon20);
      const preview = renderTemplate(desk.desk, library, { templateId: id, lang, ticketId: null });
      expect(preview.ok, where).toBe(true);
    }
  }
});

test('templates are listed in the order of a conversation, one row for both languages', async () => {
  const { desk, library } = await deskWithTicket();
  using _ = desk;
  const listed = listTemplates(library);
  expect(listed[0]).toMatchObject({ id: 'greeting-first-contact', situation: 'greeting' });
  expect(listed.at(-1)?.situation).toBe('closing');
  expect(listed.every(({ langs }) => langs.length === 2)).toBe(true);
  const situations = [...new Set(listed.map(({ situation }) => situation))];
  expect(situations.slice(0, 4)).toEqual(['greeting', 'clarify', 'explain', 'hold']);
  const hold = listTemplates(library, { situation: 'hold', lang: 'en' });
  expect(hold.map(({ id }) => id)).toEqual([
    'hold-extended',
    'hold-extended-phone',
    'hold-with-time',
    'hold-with-time-phone',
  ]);
  expect(hold[2]?.title).toBe('Need time: minutes and the reason');
});

test('a template is found by part of its title in either language and layout', async () => {
  const { desk, library } = await deskWithTicket();
  using _ = desk;
  const first = (query: string) => listTemplates(library, { query })[0]?.id;
  expect(first('нужно врем')).toBe('hold-with-time');
  expect(first('need time')).toBe('hold-with-time');
  expect(first('ye;yj dhtv')).toBe('hold-with-time');
  expect(first('promise-missed')).toBe('promise-missed');
  expect(listTemplates(library, { query: 'ъъъ' })).toEqual([]);
});
