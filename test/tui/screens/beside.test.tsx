import { afterEach, expect, test } from 'vitest';
import { articleVersions } from '../../../src/app/knowledge/article-stores.ts';
import { articleMarks, lostSearches } from '../../../src/app/knowledge/reader-stores.ts';
import type { TestDesk } from '../../support/desk.ts';
import { type DriverOptions, openDriver, type ScreenDriver } from '../../support/driver.tsx';

const wide = { columns: 140, rows: 36 };
const narrow = { columns: 80, rows: 24 };
const SUITS = 'VPN подключён, а диск';

let desk: ScreenDriver;
afterEach(() => desk[Symbol.dispose]());

function vpnDesk(here: TestDesk): void {
  const shop = here.customer('Демо-Склад');
  const solved = here.registers(
    'Диск Z не открывается через VPN',
    'Подключён, а папки нет.',
    here.contact('Пётр Лодочкин', { customerId: shop.id }).id,
  );
  here.does(solved, { type: 'take' });
  here.does(solved, { type: 'resolve', solution: 'Дома была та же сеть 192.168.1.0, сменили.' });
  here.registers('VPN зелёный, а диск Z: не открывается', 'Код ошибки: 0x80070035, сетевой путь');
}

async function opensTicket(options: DriverOptions = {}): Promise<ScreenDriver> {
  desk = await openDriver({ size: wide, ...options }, vpnDesk);
  desk.press('queue-open');
  await desk.sees(/похоже|Похожие решённые/);
  return desk;
}

/** Marks of the ticket on the screen: `kind article`. */
function marks(): string[] {
  const { beside } = desk.state;
  const all = articleMarks(desk.here.desk).ofTicket(beside?.ticketId ?? '');
  return all.map(({ kind, articleId }) => `${kind} ${articleId}`);
}

const chosen = () => desk.state.beside?.articles?.[0]?.article.id ?? '';

test('articles and solved tickets appear by themselves, with the reason and the solution', async () => {
  await opensTicket();
  await desk.sees(SUITS);
  await desk.sees(/тема: .*диск/);
  await desk.sees('Дома была та же сеть');
  expect(marks()).toEqual([]);
  expect(desk.state.composer).toBeNull();
});

test('a passage goes into the reply by three keys and is counted as accepted', async () => {
  await opensTicket();
  await desk.sees(SUITS);
  desk.press('reply');
  desk.pressed = 0;
  desk.press('beside-writing');
  desk.keys('1');
  await desk.sees('Вставить в текст');
  desk.press('choose');
  expect(desk.pressed).toBe(3);
  expect(desk.draft).toContain(`[${chosen()}]`);
  expect(marks()).toEqual([`accepted ${chosen()}`]);
});

test('what does not fit is put aside by one key, stays away, and comes back by undo', async () => {
  await opensTicket();
  await desk.sees(SUITS);
  const before = chosen();
  desk.press('beside-away');
  await desk.sees('не для этого обращения');
  expect(chosen()).not.toBe(before);
  desk.press('ticket-back');
  desk.press('queue-open');
  await desk.sees('Похожие решённые');
  expect(desk.state.beside?.articles?.map(({ article }) => article.id)).not.toContain(before);

  desk.press('undo');
  await desk.sees(SUITS);
  expect(marks()).toEqual([]);
});

test('helped, outdated and missing are one key each, with the Russian layout on too', async () => {
  await opensTicket();
  await desk.sees(SUITS);
  desk.type('р');
  await desk.sees('✓ помогла');
  desk.keys('h');
  await desk.sees(/уже/i);
  desk.press('beside-outdated');
  await desk.sees('устарела, владелец увидит');
  expect(marks()).toEqual([`helped ${chosen()}`, `outdated ${chosen()}`]);

  desk.press('beside-missing');
  desk.type('как сменить сеть на роутере');
  desk.press('submit');
  await desk.sees('записано для тех');
  expect(lostSearches(desk.here.desk).open(1)[0]).toMatchObject({
    query: 'как сменить сеть на роутере',
    missing: 1,
  });
});

test('a solved ticket is opened by Enter and left by -', async () => {
  await opensTicket();
  await desk.sees('Дома была та же сеть');
  const mine = desk.state.ticket?.view.ticket.number;
  desk.press('beside-previous');
  desk.press('beside-open');
  await desk.sees('решено');
  expect(desk.state.ticket?.view.ticket.number).not.toBe(mine);
  desk.press('previous-ticket');
  expect(desk.state.ticket?.view.ticket.number).toBe(mine);
});

test('Esc leads from an article beside the ticket back to it, also through related ones', async () => {
  await opensTicket();
  await desk.sees(SUITS);
  const mine = desk.state.ticket?.view.ticket.number;
  desk.press('beside-open');
  await desk.sees('t содержание');
  desk.press('related-article');
  desk.press('choose');
  await expect.poll(() => desk.context).toBe('article');
  desk.press('article-back');
  expect(desk.context).toBe('ticket');
  expect(desk.state.ticket?.view.ticket.number).toBe(mine);
  desk.press('tab-knowledge');
  expect(desk.state.knowledge.article).toBeNull();
});

test('from an article beside the ticket a new search stays in the base', async () => {
  await opensTicket();
  await desk.sees(SUITS);
  desk.press('beside-open');
  await desk.sees('t содержание');
  desk.press('article-search');
  expect(desk.context).toBe('search');
  expect(desk.state.tab).toBe('knowledge');
});

test('a small window keeps one row for them, above the letter too', async () => {
  await opensTicket({ size: narrow });
  await desk.sees(/похоже 1 из \d: /);
  desk.press('beside-next');
  await desk.sees(/похоже 2 из \d: /);
  desk.press('beside-open');
  await desk.sees('3 База');
  expect(desk.context).toBe('article');
  desk.press('tab-ticket');
  desk.press('reply');
  await desk.sees('Ctrl+N список');
  expect(desk.frame().split('\n')).toHaveLength(narrow.rows);
});

test('a reply begun in the list has them as well', async () => {
  desk = await openDriver({ size: narrow }, vpnDesk);
  desk.press('reply');
  await desk.sees(/похоже 1 из \d: /);
});

test('an English screen says it in English', async () => {
  desk = await openDriver({ size: wide, language: 'en' }, vpnDesk);
  desk.press('queue-open');
  await desk.sees('Solved before');
  await desk.sees(/subject: /);
});

test('a resolved ticket becomes an article in review by five keys and the text', async () => {
  const edited: string[] = [];
  const terminal = {
    edit: async (text: string) => {
      edited.push(text);
      const filled = text.replace('## Причина\n', '## Причина\n\nДома та же сеть.\n');
      return { ok: true, text: filled } as const;
    },
  };
  await opensTicket({ terminal });
  await desk.sees(SUITS);
  desk.pressed = 0;
  desk.press('resolve');
  await desk.sees('Может повториться?');
  desk.press('draft-article');
  await desk.sees('отдать на проверку');
  desk.press('choose');
  expect(desk.pressed).toBe(5);
  await desk.sees('статья на проверке');
  expect(edited).toHaveLength(1);
  expect(edited[0]).toContain('0x80070035');
  const [version] = articleVersions(desk.here.desk).inStates(['in-review']);
  expect(version?.ticketId).toBe(desk.state.ticket?.view.ticket.id);
  expect(version?.version).toBe(2);
});

test('the question of an article is never in the way: Esc drops it, the next ticket too', async () => {
  await opensTicket();
  desk.press('resolve');
  await desk.sees('Может повториться?');
  desk.press('ticket-back');
  expect(desk.state).toMatchObject({ lesson: null, tab: 'queue' });
  expect(articleVersions(desk.here.desk).inStates(['draft'])).toEqual([]);
});

test('an editor that does not start leaves the draft in the store, and it is taken up again', async () => {
  let starts = 0;
  const terminal = {
    edit: async (text: string) => {
      starts += 1;
      return starts === 1
        ? ({ ok: false, editor: 'vi', reason: 'cannot-start' } as const)
        : ({ ok: true, text } as const);
    },
  };
  await opensTicket({ terminal });
  desk.press('draft-article');
  await desk.sees(/черновик сохранён: smena kb edit/);
  desk.press('draft-article');
  await desk.drawn();
  expect(starts).toBe(2);
  const drafts = articleVersions(desk.here.desk).inStates(['draft']);
  expect(new Set(drafts.map(({ articleId }) => articleId)).size).toBe(1);
});

test('a whole article pasted as an answer is warned of, and can still be sent', async () => {
  await opensTicket();
  await desk.sees(SUITS);
  desk.press('reply');
  const article = desk.here.desk.articles.one('faq-forgotten-password', 'ru');
  const prose = (article?.body ?? '')
    .split('\n')
    .filter((line) => line !== '' && !/^(?:#|\d+\.|\||```|-)/.test(line))
    .join('\n\n');
  desk.stage.pastes(prose);
  desk.press('finish');
  await desk.sees('L10');
  expect(desk.frame()).toContain('▌Отправить клиенту▐');
});
