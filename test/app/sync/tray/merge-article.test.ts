import { expect, test } from 'vitest';
import { acceptArticle } from '../../../../src/app/knowledge/accept-article.ts';
import { articleVersions } from '../../../../src/app/knowledge/article-stores.ts';
import { liveText } from '../../../../src/app/knowledge/live-text.ts';
import { saveArticle } from '../../../../src/app/knowledge/save-article.ts';
import { submitArticle } from '../../../../src/app/knowledge/submit-article.ts';
import { previewMerge, saveMerge } from '../../../../src/app/sync/tray/merge-article.ts';
import { articleEntity } from '../../../../src/domain/article-event.ts';
import type { Refusal } from '../../../../src/domain/refusal.ts';
import type { Result } from '../../../../src/util/result.ts';
import { articleText, hasFile } from '../../../support/article-file.ts';
import { openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { putIntoTray } from '../../../support/tray.ts';

const key = { id: 'printer-queue', lang: 'ru' } as const;
const labels = { mine: 'моё', theirs: 'на сервере' };
const body =
  '## Что сделать\n1. Перезапустить службу.\n2. Проверить.\n\n## Как проверить\nПечать идёт.\n';
const base = articleText({ body });

function done<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.value;
}

/** Борис published his text while mine, begun over the same one, was on its way. */
function stale(here: TestDesk, texts: { readonly mine: string; readonly theirs: string }): string {
  hasFile(here, { body });
  const boris = { ...here.desk, me: here.person('boris') };
  done(saveArticle(boris, key, { text: texts.theirs }));
  done(submitArticle(boris, key));
  done(acceptArticle(here.desk, key));
  const about = { baseVersion: null, baseHash: null, about: null, hash: '' };
  const mine = {
    type: 'save-draft',
    text: texts.mine,
    note: 'точнее',
    ticketId: null,
    ...about,
  } as const;
  const entity = { entityType: 'article', entityId: articleEntity(key.id, key.lang) } as const;
  return putIntoTray(here, { kind: 'stale-article', code: 'base-stale', mine, ...entity });
}

test('what both wrote of an article comes together as a version over the published one', async () => {
  using here = await openTestDesk();
  const id = stale(here, {
    mine: base.replace('2. Проверить.', '2. Проверить пробной страницей.'),
    theirs: base.replace('Печать идёт.', 'Печать идёт, очередь пуста.'),
  });
  const merge = done(previewMerge(here.desk, id, labels));
  expect(merge).toMatchObject({ conflicts: 0, baseVersion: 1 });
  expect(merge.text).toContain('2. Проверить пробной страницей.');
  expect(merge.text).toContain('Печать идёт, очередь пуста.');
  expect(done(saveMerge(here.desk, id, merge))).toMatchObject({ isStale: false });
  const { versions } = articleVersions(here.desk).record(key.id, key.lang);
  expect(versions.at(-1)).toMatchObject({ version: 2, baseVersion: 1, note: 'точнее' });
  expect(liveText(here.desk, key)?.version).toBe(1);
});

test('what both wrote at one place waits for a person to choose', async () => {
  using here = await openTestDesk();
  const id = stale(here, {
    mine: base.replace('Перезапустить', 'Остановить'),
    theirs: base.replace('Перезапустить', 'Обновить'),
  });
  const merge = done(previewMerge(here.desk, id, labels));
  expect(merge.conflicts).toBe(1);
  expect(saveMerge(here.desk, id, merge)).toMatchObject({ problem: { code: 'merge-undecided' } });
  const chosen = { ...merge, text: base.replace('Перезапустить', 'Остановить') };
  expect(saveMerge(here.desk, id, chosen).ok).toBe(true);
});
