import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Knowledge } from '../../../src/app/content/knowledge.ts';
import { relatedArticles } from '../../../src/app/content/related-articles.ts';
import { ticketWords } from '../../../src/app/content/ticket-words.ts';
import { fillDemo } from '../../../src/app/demo/fill-demo.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import { markArticle } from '../../../src/app/knowledge/mark-article.ts';
import { ticketArticles } from '../../../src/app/knowledge/ticket-articles.ts';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { must } from '../../../src/util/must.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;
let knowledge: Knowledge;
beforeAll(async () => {
  anya = await openTestDesk();
  await fillDemo(anya.desk, { tickets: 60 });
  knowledge = await openContent(anya.desk).knowledge();
  await knowledge.ready;
});
afterAll(() => anya.close());

/** The ticket of a demo story by a part of its subject. */
function story(part: string) {
  const text = 'SELECT id FROM ticket WHERE subject LIKE ?';
  const { id } = must(anya.desk.store.sql.get<{ id: string }>(text, `%${part}%`), part);
  return must(showTicket(anya.desk, id), part);
}

const ids = (found: readonly { readonly article: { readonly id: string } }[]) =>
  found.map(({ article }) => article.id);

test.each([
  ['1С не видит лицензию', '1c-license-hardware'],
  ['хлеб горячий', '1c-infobase-locked'],
  ['Третий раз за неделю', 'ad-account-keeps-locking'],
  ['учетка блокируется', 'ad-account-keeps-locking'],
  ['Пропал прайс', 'backup-files-restic'],
  ['28 дней', 'kkt-fn-ofd'],
  ['CERTIFICATE_VERIFY_FAILED', 'tls-expired-or-incomplete-chain'],
  ['Fwd: Fwd: Re: принтер', 'printer-queue-stuck'],
  ['лог удалил я', 'disk-full-deleted-but-open'],
  ['invoices bounce', 'mail-rejected-550-554-spf'],
  ['на полке', 'postgresql-collation-mismatch'],
  ['НЕ ПУСКАЕТ НА СКЛАД', 'rdp-licensing-grace'],
  ['401 у всех', 'sso-401-after-adfs-setup'],
  ['in the bosphorus', 'mfa-lost-phone'],
  ['звоночки', 'telephony-32-seconds-one-way'],
  ['увеличить канал', 'video-no-audio-webrtc'],
  ['диск Z', 'vpn-connected-no-access'],
])('the story «%s» has its article among the first three', async (subject, article) => {
  const found = await relatedArticles(knowledge, ticketWords(story(subject)), 3);
  expect(ids(found)).toContain(article);
});

test('every find says what of the ticket led to it', async () => {
  const found = await relatedArticles(knowledge, ticketWords(story('401 у всех')), 3);
  for (const { by, words } of found) {
    expect(['subject', 'text', 'tag', 'code']).toContain(by);
    expect(words.length).toBeGreaterThan(0);
  }
});

test('nothing of the ticket in the base is nothing, not the nearest of the wrong ones', async () => {
  for (const subject of ['', 'ывапролд', 'Здравствуйте, у нас всё хорошо']) {
    const words = { subject, texts: [''], tags: [] };
    expect(await relatedArticles(knowledge, words, 3)).toEqual([]);
  }
});

test('quotes, signatures and greetings of a letter are not what it is about', () => {
  const here = anya.registers(
    'Re: FW: Почта',
    'Добрый день!\nНе уходит почта.\n\nС уважением,\nИрина Диск, VPN-технологии',
  );
  const { subject, texts } = ticketWords(must(showTicket(anya.desk, here), 'ticket'));
  expect(subject).toBe('Почта');
  expect(texts).toEqual(['Не уходит почта.']);
});

test('an article put aside does not come back for that ticket, until that is taken back', async () => {
  const view = story('диск Z');
  const before = await ticketArticles(knowledge, view, 3);
  const aside = must(before[0], 'a suggestion').article;
  const mark = { kind: 'rejected', ticketId: view.ticket.id } as const;
  expect(markArticle(anya.desk, aside, mark).ok).toBe(true);
  expect(ids(await ticketArticles(knowledge, view, 3))).not.toContain(aside.id);
  expect(ids(await ticketArticles(knowledge, story('впн падает'), 4))).toContain(aside.id);

  expect(undoLast(anya.desk)).toMatchObject({ ok: true, value: { type: 'mark' } });
  expect(ids(await ticketArticles(knowledge, view, 3))).toEqual(ids(before));
});

test('an article that an answer names stands first and is no suggestion', async () => {
  const id = anya.registers('Почта не уходит', 'Отлуп 550');
  anya.does(id, { type: 'note', text: 'сделано по printer-queue-stuck [printer-queue-stuck]' });
  const [first] = await ticketArticles(knowledge, must(showTicket(anya.desk, id), 'ticket'), 3);
  expect(first).toMatchObject({ by: 'link', article: { id: 'printer-queue-stuck' } });
});

test('a message quoted in English still names the article in the language of the desk', async () => {
  const found = await ticketArticles(knowledge, story('Учёт леса не сохраняет'), 4);
  const disk = found.find(({ article }) => article.id === 'disk-full-deleted-but-open');
  expect(disk?.article.lang).toBe('ru');
});
