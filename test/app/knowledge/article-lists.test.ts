import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups, listOverdue } from '../../../src/app/knowledge/list-overdue.ts';
import { liveText } from '../../../src/app/knowledge/live-text.ts';
import {
  listLostSearches,
  logLostSearch,
  questionKey,
  settleLostSearch,
} from '../../../src/app/knowledge/lost-search.ts';
import {
  countUse,
  markArticle,
  rateArticle,
  toggleFavourite,
} from '../../../src/app/knowledge/mark-article.ts';
import { popularArticles } from '../../../src/app/knowledge/popular-articles.ts';
import { verifyBackup } from '../../../src/app/knowledge/verify-backup.ts';
import { hasFile } from '../../support/article-file.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk({ seat: { line: '3' } });
});
afterEach(() => here.close());

/** Only what this story brought, not the shipped base. */
function own<Row extends { readonly article: { readonly id: string } }>(rows: readonly Row[]) {
  return rows.filter(({ article }) => article.id.startsWith('own-'));
}

describe('due for review', () => {
  it('is an article from its day on, the oldest first, for its owner line', async () => {
    hasFile(here, { id: 'own-due', reviewBy: '2026-11-18' });
    hasFile(here, { id: 'own-late', reviewBy: '2026-01-01', owner: 'lead' });
    hasFile(here, { id: 'own-fresh', reviewBy: '2026-11-19' });
    const due = own(await listOverdue(here.desk));
    expect(due.map(({ article, lines }) => [article.id, ...lines])).toEqual([
      ['own-late', 'lead'],
      ['own-due', '2'],
    ]);
    expect(own(await listOverdue(here.desk, '2'))).toHaveLength(1);
    expect(own(await listOverdue(here.desk, '3'))).toEqual([]);
    here.clock.set(Date.parse('2026-11-18T21:00:00Z'));
    // It is already the 19th in Moscow.
    expect(own(await listOverdue(here.desk))).toHaveLength(3);
  });
});

describe('backups', () => {
  const backup = (verified: string | null) => {
    const proof = verified === null ? [] : [`  verified: ${verified}`];
    const facts = [
      '  resource: "база shop"',
      '  where: bk1',
      '  restoreMinutes: 90',
      '  every: 30',
    ];
    return { kind: 'backup', owner: 'line-3', more: ['backup:', ...facts, ...proof] } as const;
  };

  it('are stale when nobody has restored one lately, and fresh after a proof', async () => {
    hasFile(here, { id: 'own-fresh', ...backup('2026-11-01') });
    hasFile(here, { id: 'own-old', ...backup('2026-10-18') });
    const text = hasFile(here, { id: 'own-never', ...backup(null) });
    const stale = async () =>
      own(await listBackups(here.desk, true)).map(({ article }) => article.id);
    expect(await stale()).toEqual(['own-never', 'own-old']);
    const key = { id: 'own-never', lang: 'ru' } as const;
    expect(verifyBackup(here.desk, key, { on: '2026-11-17', minutes: 75 }).ok).toBe(true);
    expect(await stale()).toEqual(['own-old']);
    expect(liveText(here.desk, key)?.text).toBe(
      text
        .replace('restoreMinutes: 90', 'restoreMinutes: 75')
        .replace('  resource', '  verified: 2026-11-17\n  resource'),
    );
    const [proved] = own(await listBackups(here.desk, false)).filter(
      ({ article }) => article.id === 'own-never',
    );
    expect(proved).toMatchObject({ provenUntil: '2026-12-17', isStale: false });
  });

  it('told in two languages are one, proved when either says so', async () => {
    hasFile(here, { id: 'own-twin', lang: 'en', ...backup('2026-11-01') });
    hasFile(here, { id: 'own-twin', ...backup('2026-10-01') });
    hasFile(here, { id: 'own-pair', lang: 'en', ...backup('2026-11-10') });
    hasFile(here, { id: 'own-pair', ...backup('2026-11-10') });
    const all = own(await listBackups(here.desk, false));
    expect(all.map(({ article }) => `${article.id}.${article.lang}`)).toEqual([
      'own-twin.en',
      'own-pair.ru',
    ]);
    expect(own(await listBackups(here.desk, true))).toEqual([]);
  });
});

describe('what readers say', () => {
  const key = { id: 'own-a', lang: 'ru' } as const;

  it('is said once of a ticket, and a rating can change', () => {
    const ticketId = here.registers('Не печатает');
    const helped = { kind: 'helped', ticketId } as const;
    expect(markArticle(here.desk, key, helped).ok).toBe(true);
    expect(markArticle(here.desk, key, helped)).toMatchObject({
      problem: { code: 'already-marked' },
    });
    expect(markArticle(here.desk, key, { kind: 'helped' }).ok).toBe(true);
    expect(rateArticle(here.desk, key, 6)).toMatchObject({ problem: { code: 'stars-wrong' } });
    expect(rateArticle(here.desk, key, 2).ok).toBe(true);
    expect(rateArticle(here.desk, key, 4).ok).toBe(true);
    expect(rateArticle(here.desk, key, 4)).toMatchObject({
      problem: { code: 'nothing-to-change' },
    });
  });

  it('orders the popular articles', async () => {
    for (const id of ['own-a', 'own-b', 'own-c']) hasFile(here, { id });
    countUse(here.desk, 'own-b', 'opened');
    countUse(here.desk, 'own-b', 'opened');
    countUse(here.desk, 'own-a', 'inserted');
    countUse(here.desk, 'gone', 'inserted');
    rateArticle(here.desk, { id: 'own-c', lang: 'ru' }, 5);
    expect(toggleFavourite(here.desk, { id: 'own-b', lang: 'ru' })).toMatchObject({ value: true });
    const popular = await popularArticles(here.desk, 10);
    expect(popular.map(({ article }) => article.id)).toEqual(['own-a', 'own-b', 'own-c']);
    expect(popular[1]).toMatchObject({ isFavourite: true, use: { opened: 2 } });
    expect(popular[2]).toMatchObject({ use: { stars: 5, ratings: 1 } });
    expect(toggleFavourite(here.desk, { id: 'own-b', lang: 'ru' })).toMatchObject({ value: false });
  });
});

describe('searches that led nowhere', () => {
  it('are one question however they are worded', () => {
    expect(questionKey('не печатает принтер')).toBe(
      questionKey('Принтеры, у клиента не печатают!'),
    );
    expect(questionKey('принтер')).not.toBe(questionKey('сканер'));
  });

  it('are listed when they were asked three times, until somebody has answered', () => {
    const ticketId = here.registers('Не печатает');
    const lost = (query: string, outcome: 'failed' | 'abandoned' | 'missing') => {
      expect(logLostSearch(here.desk, { query, outcome, ticketId }).ok).toBe(true);
    };
    lost('сканер в почту', 'failed');
    lost('Сканеры  в почту', 'abandoned');
    expect(listLostSearches(here.desk)).toEqual([]);
    lost('нужно: сканер в почту', 'missing');
    lost('что-то другое', 'failed');
    expect(listLostSearches(here.desk)).toMatchObject([
      { query: 'нужно: сканер в почту', failed: 1, abandoned: 1, missing: 1, times: 3, ticketId },
    ]);
    expect(settleLostSearch(here.desk, 'сканер в почту').ok).toBe(true);
    expect(listLostSearches(here.desk)).toEqual([]);
    expect(settleLostSearch(here.desk, 'сканер в почту')).toMatchObject({
      problem: { code: 'nothing-to-settle' },
    });
    lost('сканер в почту', 'failed');
    expect(listLostSearches(here.desk, 1)[0]).toMatchObject({ times: 1 });
  });

  it('are not kept with what nobody should read', () => {
    logLostSearch(here.desk, { query: 'вход password=hunter2', outcome: 'failed' });
    expect(listLostSearches(here.desk, 1)[0]?.query).toBe('вход password=***');
    expect(logLostSearch(here.desk, { query: '  ', outcome: 'failed' }).ok).toBe(false);
  });
});
