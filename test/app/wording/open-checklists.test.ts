import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { cleanClosings, countClosing } from '../../../src/app/wording/clean-closings.ts';
import { type Checklists, openChecklists } from '../../../src/app/wording/open-checklists.ts';
import { must } from '../../../src/util/must.ts';
import type { WrittenText } from '../../../src/wording/closing-list.ts';
import { hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { escalate } from '../../support/handover.ts';

const SHOUT = 'ГДЕ ВЫ ВСЕ?! ТРЕТИЙ РАЗ ПИШУ, НИКТО НЕ ОТВЕЧАЕТ';

let here: TestDesk;
let lists: Checklists;

beforeEach(async () => {
  here = await openTestDesk();
  lists = must(await openChecklists(here.desk), 'lists');
});
afterEach(() => here.close());

function reply(text: string, more: Partial<WrittenText> = {}): WrittenText {
  return { kind: 'reply', text, status: null, promisesTime: false, situation: null, ...more };
}

function workOn(id: string, written: WrittenText | null = null) {
  return { view: must(showTicket(here.desk, id), id), written, hasArticle: false };
}

/** What the steps still need, «·» for a step that is taken; null: nobody is angry. */
function needs(id: string, written: WrittenText | null = null): string | null {
  const list = lists.conflict(workOn(id, written), here.clock.now());
  return list?.steps.map(({ need }) => need ?? '·').join(' ') ?? null;
}

/** The steps of the closing list that are missing; null: the text closes nothing. */
function missing(id: string, written: WrittenText): string | null {
  const steps = lists.closing(workOn(id, written));
  return steps?.flatMap((step) => (step.isDone ? [] : [step.id])).join(' ') ?? null;
}

describe('an angry customer', () => {
  test('is known by capitals in the last message or by the mark of the ticket', () => {
    const calm = here.registers('Почта', 'Не приходит почта с утра, посмотрите, пожалуйста.');
    const loud = here.registers('Почта', SHOUT);
    expect(needs(calm)).toBeNull();
    expect(needs(loud)).not.toBeNull();
    here.clock.forward(minute);
    here.hears(loud, 'Хорошо, спасибо, жду вашего звонка.');
    expect(needs(loud)).toBeNull();
    here.does(calm, { type: 'tag', add: ['angry'], remove: [] });
    expect(needs(calm)).not.toBeNull();
  });

  test.each([
    ['ВПН НЕ РАБОТАЕТ', false],
    ['ВПН НЕ РАБОТАЕТ ВООБЩЕ У ВСЕХ', true],
    ['Ошибка ERR_CONNECTION_TIMED_OUT и 0XC000000F на SRV01', false],
    ['> ПИСАЛИ ВЫ МНЕ ТАК ДЛИННО И ГРОМКО\nэто что за письмо от вас пришло?', false],
    ['WHERE IS EVERYBODY, I HAVE WAITED FOR HOURS', true],
  ])('«%s»: %s', (text, isAngry) => {
    expect(needs(here.registers('Связь', text)) !== null).toBe(isAngry);
  });

  test('at least 60 % of at least 20 letters shout, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (capitals, small) => {
        const text = `${'Ж'.repeat(capitals)} 12, ${'ж'.repeat(small)}`;
        const all = capitals + small;
        const id = here.registers('Связь', text);
        expect(needs(id) !== null).toBe(all >= 20 && capitals >= all * 0.6);
      }),
      { numRuns: 40 },
    );
  });

  test('is led through the five steps by what is done and written', () => {
    const id = here.registers('Почта', SHOUT);
    expect(needs(id)).toBe('talk feeling register fix solution');

    here.does(id, { type: 'take' });
    expect(needs(id, reply('Понимаю вас.'))).toBe('talk time · fix solution');
    expect(needs(id, reply('Понимаю вас, напишу до 15:30.'))).toBe('talk · · fix solution');
    expect(needs(id, reply('Понимаю вас.', { promisesTime: true }))).toBe('talk · · fix solution');

    here.replies(id, 'Вы правы. Позвоню вам через 10 минут.');
    const promise = {
      id: 'p1',
      kind: 'call-back',
      dueAt: here.clock.now() + hour,
      text: '',
    } as const;
    here.does(id, { type: 'promise', promise });
    expect(needs(id)).toBe('· · · fix solution');

    here.replies(id, 'Передал инженерам, они уже смотрят.');
    expect(needs(id)).toBe('· · · · solution');
    here.clock.forward(49 * hour);
    expect(needs(id)).toBe('· · · update solution');
    expect(needs(id, reply('Здравствуйте. До 18:00 напишу, что нашли.'))).toBe('· · · · solution');

    here.replies(id, 'Готово: почта снова приходит.');
    here.does(id, { type: 'resolve', solution: 'Сменили маршрут.' });
    expect(needs(id)).toBe('· · · · ·');
  });

  test('hears of a call from its record, and of the fixing from the line it went to', () => {
    const id = here.registers('Почта', SHOUT);
    here.clock.forward(minute);
    here.does(id, { type: 'log-call', text: 'Поговорили.', durationMs: minute, promise: null });
    here.does(id, escalate());
    expect(needs(id)).toMatch(/^· feeling \S+ · solution$/);
  });

  test('what must not be written is marked while it is written', () => {
    const id = here.registers('Почта', SHOUT);
    const broken = (text: string) => {
      return lists.conflict(workOn(id, reply(text)), here.clock.now())?.broken;
    };
    expect(broken('Успокойтесь, вы ошибаетесь.')).toEqual(['emotion', 'arguing']);
    expect(broken('У нас тут завал.')).toEqual(['panic']);
    expect(broken('Понимаю вас. Позвоню в 15:00.')).toEqual([]);
  });
});

describe('a closing text', () => {
  test('is known by its template, its status, its ticket or its own words', () => {
    const id = here.registers('Почта');
    expect(missing(id, reply('Посмотрю и напишу.'))).toBeNull();
    expect(missing(id, reply('…', { situation: 'closing' }))).not.toBeNull();
    expect(missing(id, reply('…', { status: 'resolved' }))).not.toBeNull();
    expect(missing(id, reply('…', { kind: 'solution' }))).not.toBeNull();
    expect(missing(id, reply('Закрываю заявку.'))).not.toBeNull();
    expect(missing(id, reply('Готово. Проверьте, пожалуйста.'))).not.toBeNull();
    expect(missing(id, reply('Закрываю заявку.', { kind: 'note' }))).toBeNull();
    // What gives a time is not the end of it.
    expect(missing(id, reply('…', { situation: 'solved', promisesTime: true }))).toBeNull();
    here.does(id, { type: 'take' });
    here.does(id, { type: 'resolve', solution: 'Сменили маршрут.' });
    expect(missing(id, reply('…'))).not.toBeNull();
  });

  test('ticks itself from the text, in either language', () => {
    const id = here.registers('Почта');
    const closing = (text: string) => missing(id, reply(text, { situation: 'closing' }));
    expect(closing('')).toBe('solved prevent questions thanks confirm repeat');
    expect(closing('Готово: почта снова приходит.')).toBe(
      'prevent questions thanks confirm repeat',
    );
    const whole =
      'We have fixed the mail. To keep it away, restart it on Fridays. Thank you for waiting. ' +
      'Please check on your side. If you have any questions, reply here.';
    expect(closing(whole)).toBe('repeat');
  });

  test('in a chat, what was said since the solution counts too', () => {
    const id = here.registers('Почта');
    here.does(id, { type: 'take' });
    here.replies(id, 'Спасибо, что написали.');
    here.clock.forward(minute);
    here.does(id, { type: 'resolve', solution: 'Сменили маршрут.' });
    here.clock.forward(minute);
    here.replies(id, 'Готово: почта снова приходит. От вас ничего не нужно. Проверьте у себя.');
    expect(missing(id, reply('Остались ли вопросы?'))).toBe('thanks repeat');
  });

  test.each([
    ['Готово.', 'ru', 'Чтобы не повторилось: ⟦'],
    ['It is done.', 'en', 'To keep it away: ⟦'],
  ])('one key adds the rest in its language: %s', (text, _, first) => {
    const id = here.registers('Почта');
    const steps = must(lists.closing(workOn(id, reply(text, { status: 'resolved' }))), 'steps');
    const added = lists.missing(steps, text, 'ru');
    expect(added.startsWith(first)).toBe(true);
    const whole = reply(`${text}\n\n${added}`, { status: 'resolved' });
    expect(missing(id, whole)).toBe('repeat');
    expect(lists.missing(must(lists.closing(workOn(id, whole)), 'steps'), whole.text, 'ru')).toBe(
      '',
    );
  });
});

test('clean closings count in a row, a ticket once, and one that is not clean starts anew', () => {
  const count = (ticketId: string, isClean = true) =>
    countClosing(here.desk, { ticketId, isClean });
  expect([count('a'), count('a'), count('b')]).toEqual([1, 1, 2]);
  expect(cleanClosings(here.desk)).toBe(2);
  expect(count('c', false)).toBe(0);
  expect(count('c')).toBe(1);
});

test('a broken list of the desk is told, and the shipped one works', async () => {
  const folder = join(here.desk.paths.overlay, 'desk');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'checklists.yaml'), 'conflict: [\n');
  const opened = must(await openChecklists(here.desk), 'lists');
  expect(opened.problem).toMatch(/checklists\.yaml:\d+:\d+ /);
  const id = here.registers('Почта', SHOUT);
  expect(opened.conflict(workOn(id), here.clock.now())).not.toBeNull();
});
