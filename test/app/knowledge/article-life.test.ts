import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { acceptArticle } from '../../../src/app/knowledge/accept-article.ts';
import { archiveArticle } from '../../../src/app/knowledge/archive-article.ts';
import { articleVersions } from '../../../src/app/knowledge/article-stores.ts';
import { compareVersions } from '../../../src/app/knowledge/compare-versions.ts';
import { listReviews } from '../../../src/app/knowledge/list-reviews.ts';
import { liveText } from '../../../src/app/knowledge/live-text.ts';
import { markArticle } from '../../../src/app/knowledge/mark-article.ts';
import { ownDraft } from '../../../src/app/knowledge/own-draft.ts';
import { renewArticle } from '../../../src/app/knowledge/renew-article.ts';
import { restoreArticle } from '../../../src/app/knowledge/restore-article.ts';
import { saveArticle } from '../../../src/app/knowledge/save-article.ts';
import { sendBackArticle } from '../../../src/app/knowledge/send-back-article.ts';
import { submitArticle } from '../../../src/app/knowledge/submit-article.ts';
import { refreshArticles } from '../../../src/app/search/refresh-articles.ts';
import { checkStore } from '../../../src/app/upkeep/check-store.ts';
import { replayArticle } from '../../../src/domain/evolve-article.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import type { Result } from '../../../src/util/result.ts';
import { articleText, hasFile } from '../../support/article-file.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

const key = { id: 'printer-queue', lang: 'ru' } as const;
let here: TestDesk;
let boris: Desk;
beforeEach(async () => {
  here = await openTestDesk();
  boris = { ...here.desk, me: here.person('boris') };
});
afterEach(() => here.close());

/** What must be allowed. */
function done<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.value;
}

function refusedCode(result: Result<unknown, Refusal>): string {
  return result.ok ? 'allowed' : result.problem.code;
}

function publishes(text: string): void {
  done(saveArticle(here.desk, key, { text }));
  done(submitArticle(here.desk, key));
  done(acceptArticle(boris, key));
}

describe('an article of a file', () => {
  it('is what readers see until somebody publishes another text', () => {
    const file = hasFile(here);
    expect(liveText(here.desk, key)).toMatchObject({ text: file, origin: 'overlay' });
    const text = file.replace('Перезапустить', 'Остановить и запустить');
    done(saveArticle(here.desk, key, { text, note: 'точнее' }));
    expect(liveText(here.desk, key)?.text).toBe(file);
    done(submitArticle(here.desk, key));
    expect(refusedCode(acceptArticle(here.desk, key))).toBe('author-approves');
    done(acceptArticle(boris, key));
    expect(liveText(here.desk, key)).toMatchObject({ text, origin: 'store', version: 1 });
    expect(here.desk.articles.one(key.id, key.lang)?.body).toContain('Остановить и запустить');
  });

  it('that changes after it was edited here is told to its owners', () => {
    publishes(hasFile(here).replace('Перезапустить', 'Запустить'));
    expect(listReviews(here.desk).changedFiles).toEqual([]);
    hasFile(here, { body: 'Новое из поставки.\n' });
    expect(listReviews(here.desk).changedFiles).toEqual([key]);
  });

  it('disappears when it is archived, and comes back when that is restored', async () => {
    const file = hasFile(here);
    done(archiveArticle(here.desk, key, 'принтера больше нет'));
    expect(liveText(here.desk, key)).toBeNull();
    await refreshArticles(here.desk);
    expect(here.desk.articles.one(key.id, key.lang)).toBeNull();
    expect(refusedCode(renewArticle(here.desk, key, '2027-05-21'))).toBe('no-such-article');
    done(restoreArticle(here.desk, key, 1));
    expect(liveText(here.desk, key)).toMatchObject({ text: file, version: 2 });
    expect(here.desk.articles.one(key.id, key.lang)?.origin).toBe('store');
  });
});

describe('an article of an imported set', () => {
  it('is edited over the text it came with, and names its source', () => {
    const set = { attribution: { source: 'learn.example', licence: 'CC BY 4.0' }, file: 'set' };
    const facts = { line: '2', owner: 'line-2', tags: ['печать', '502'], related: [] };
    const rest = { reviewBy: null, minutes: null, isPublic: false, section: null, updated: null };
    const article = { ...key, title: 'Очередь "печати"', kind: 'instruction', body: 'Раз.' };
    here.desk.articles.put({
      ...article,
      ...facts,
      ...rest,
      ...set,
      backup: null,
      origin: 'import',
    });
    const live = liveText(here.desk, key);
    expect(live).toMatchObject({ origin: 'import', about: { title: 'Очередь "печати"' } });
    expect(live?.text).toContain('Раз.\n\n— learn.example, CC BY 4.0\n');
    publishes(`${live?.text}Два.\n`);
    expect(here.desk.articles.one(key.id, key.lang)).toMatchObject({
      origin: 'store',
      tags: ['печать', '502'],
    });
  });
});

describe('a text', () => {
  it('with mistakes is kept as a draft, and says what is wrong with it', () => {
    const text = articleText().replace('kind: instruction', 'kind: рассказ');
    const saved = done(saveArticle(here.desk, key, { text }));
    expect(saved.problems.join()).toContain('kind');
    expect(refusedCode(submitArticle(here.desk, key))).toBe('article-not-readable');
    expect(ownDraft(here.desk, key)?.text).toBe(text);
  });

  it('written over an old version becomes a proposal and is never lost', () => {
    publishes(articleText());
    publishes(articleText({ body: 'второй\n' }));
    const text = articleText({ body: 'медленный\n' });
    const saved = done(saveArticle(boris, key, { text, baseVersion: 1 }));
    expect(saved.isStale).toBe(true);
    done(submitArticle(boris, key));
    expect(refusedCode(acceptArticle(here.desk, key))).toBe('base-stale');
    const [waiting] = listReviews(here.desk).inReview;
    expect(waiting).toMatchObject({
      isStale: true,
      authorName: 'boris',
      approvers: ['boris', 'Аня'],
    });
    expect(ownDraft(boris, key)).toMatchObject({ text, isStale: true });
  });

  it('that comes back has its reason beside it', () => {
    done(saveArticle(here.desk, key, { text: articleText() }));
    done(submitArticle(here.desk, key));
    done(sendBackArticle(boris, key, { reason: 'нет проверки' }));
    expect(ownDraft(here.desk, key)?.version).toMatchObject({
      state: 'draft',
      decision: 'нет проверки',
    });
    expect(listReviews(here.desk).drafts).toHaveLength(1);
  });

  it('is compared line by line with what it was written over', () => {
    const file = hasFile(here);
    publishes(file.replace('службу', 'очередь'));
    const { from, to, lines } = done(compareVersions(here.desk, key, {}));
    expect([from, to]).toEqual([0, 1]);
    expect(lines.filter(({ sign }) => sign !== ' ')).toEqual([
      { sign: '-', text: 'Перезапустить службу печати.' },
      { sign: '+', text: 'Перезапустить очередь печати.' },
    ]);
    expect(refusedCode(compareVersions(here.desk, key, { from: 7, to: 1 }))).toBe(
      'no-such-version',
    );
    expect(refusedCode(compareVersions(here.desk, { id: 'x', lang: 'ru' }, {}))).toBe(
      'no-such-article',
    );
  });
});

describe('the store', () => {
  it('holds what the events tell, sends every command on and passes its own check', () => {
    publishes(articleText());
    done(saveArticle(here.desk, key, { text: articleText({ body: 'два\n' }) }));
    done(renewArticle(boris, key, '2027-08-01'));
    done(restoreArticle(here.desk, key, 1));
    done(archiveArticle(boris, key, 'хватит'));
    const versions = articleVersions(here.desk);
    const record = versions.record(key.id, key.lang);
    expect(replayArticle(versions.events(key.id, key.lang))).toEqual(record);
    const { sql } = here.desk.store;
    const ops = sql.all<{ type: string; space: string; rev: number }>(
      `SELECT type, space, base_rev AS rev FROM outbox WHERE entity_type = 'article' ORDER BY seq`,
    );
    expect(ops.map(({ type }) => type)).toEqual([
      'save-draft',
      'submit',
      'accept',
      'save-draft',
      'renew',
      'restore-version',
      'archive',
    ]);
    expect(ops.map(({ rev }) => rev)).toEqual([0, 1, 2, 3, 4, 6, 8]);
    const saved = versions.events(key.id, key.lang)[0]?.fact;
    expect(saved).toMatchObject({ type: 'version-saved', text: '' });
    const { checks } = checkStore(here.desk, { deep: true });
    expect(checks.find(({ code }) => code === 'orphans')).toMatchObject({ ok: true });
  });

  it('writes nothing when a rule refuses', () => {
    expect(refusedCode(saveArticle(here.desk, key, { text: ' ' }))).toBe('text-missing');
    expect(articleVersions(here.desk).record(key.id, key.lang)).toEqual({ versions: [], rev: 0 });
    const { sql } = here.desk.store;
    expect(sql.all(`SELECT 1 FROM outbox WHERE entity_type = 'article'`)).toEqual([]);
  });

  it('counts an outdated mark as answered when its owner has looked at the article', () => {
    hasFile(here);
    done(markArticle(here.desk, key, { kind: 'outdated', text: 'меню другое' }));
    expect(listReviews(here.desk).outdated).toMatchObject([
      { articleId: key.id, personName: 'Аня', text: 'меню другое' },
    ]);
    done(renewArticle(here.desk, key, '2027-08-01'));
    expect(listReviews(here.desk).outdated).toEqual([]);
  });
});
