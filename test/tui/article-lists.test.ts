import { expect, test } from 'vitest';
import type { Desk } from '../../src/app/desk/desk.ts';
import { liveText } from '../../src/app/knowledge/live-text.ts';
import { logLostSearch } from '../../src/app/knowledge/lost-search.ts';
import { markArticle } from '../../src/app/knowledge/mark-article.ts';
import { saveArticle } from '../../src/app/knowledge/save-article.ts';
import { submitArticle } from '../../src/app/knowledge/submit-article.ts';
import { contextOf } from '../../src/tui/model/context.ts';
import { rowText } from '../../src/tui/present/article-view.ts';
import { hitLines } from '../../src/tui/present/knowledge-lines.ts';
import { proposalRows } from '../../src/tui/present/proposal-lines.ts';
import { must } from '../../src/util/must.ts';
import { hasFile } from '../support/article-file.ts';
import type { TestDesk } from '../support/desk.ts';
import { openStage, type Stage } from '../support/knowledge-stage.ts';
import { bringsArticles } from '../support/small-base.ts';

const key = { id: 'printer-queue', lang: 'ru' } as const;

/** Boris changes an article of Anya's line. */
function proposes(here: TestDesk): string {
  const text = hasFile(here);
  const boris: Desk = { ...here.desk, me: here.person('Борис', { line: '1' }) };
  const better = text.replace('Перезапустить', 'Остановить и запустить');
  saveArticle(boris, key, { text: better, note: 'точнее' });
  submitArticle(boris, key);
  return better;
}

function openId(stage: Stage): string | undefined {
  return stage.state.knowledge.article?.shown.article.id;
}

test('a change of a colleague is looked at line by line and accepted', async () => {
  let better = '';
  using stage = await openStage({}, (here) => {
    better = proposes(here);
  });
  stage.types('3');
  stage.presses('escape');
  stage.types('gr');
  await expect.poll(() => stage.offers()).toEqual(['Очередь печати встала']);
  stage.presses('enter');
  await expect.poll(() => contextOf(stage.state)).toBe('proposal');
  const { overlay } = stage.state;
  const lines = overlay?.type === 'proposal' ? overlay.lines : [];
  expect(lines.filter(({ sign }) => sign !== ' ').map(({ sign, text }) => sign + text)).toEqual([
    '-Перезапустить службу печати.',
    '+Остановить и запустить службу печати.',
  ]);
  const proposal = must(overlay?.type === 'proposal' ? overlay : null, 'a change on the screen');
  const rows = proposalRows(proposal, stage.state, 20).lines.map(rowText);
  expect(rows[0]).toBe(' Правка: Очередь печати встала');
  expect(rows[1]).toBe(' правка, версия 1 · Борис · точнее');
  expect(rows).toContain('   ⋯ строк без изменений: 7');
  stage.types('a');
  await expect.poll(() => stage.state.overlay).toBeNull();
  expect(stage.state.toast?.text).toContain('принято');
  expect(liveText(stage.here.desk, key)?.text).toBe(better);
});

test('a change goes back to its author only with a reason', async () => {
  using stage = await openStage({}, proposes);
  stage.types('3');
  stage.presses('escape');
  stage.types('gr');
  stage.presses('enter');
  stage.types('r');
  stage.presses('enter');
  await expect.poll(() => stage.state.overlay).toMatchObject({ type: 'prompt' });
  stage.types('нет команды');
  stage.presses('enter');
  expect(stage.state.overlay).toBeNull();
  expect(stage.state.toast?.text).toContain('возвращено автору');
  stage.types('gr');
  await expect.poll(() => stage.state.toast?.text).toBe('на проверку вам ничего не пришло');
});

test('overdue articles of my line are marked in the list and open from their own', async () => {
  using stage = await openStage({}, (here) => {
    hasFile(here, { title: 'Ааа: очередь печати', reviewBy: '2026-01-01' });
    hasFile(here, { id: 'not-mine', owner: 'line-3', reviewBy: '2026-01-01' });
    const boris: Desk = { ...here.desk, me: here.person('Борис', { line: '1' }) };
    markArticle(boris, key, { kind: 'outdated', text: 'служба другая' });
  });
  stage.types('3');
  stage.presses('ctrl+f');
  stage.types('пора проверить');
  stage.presses('enter');
  const rows = hitLines(stage.state).lines.map(rowText);
  expect(rows.join('\n')).toMatch(/Ааа: очередь печати +▲ просрочена проверка {2}инструкция/);
  stage.presses('escape');
  stage.types('gr');
  await expect.poll(() => stage.offers()).toEqual(['printer-queue: служба другая']);
  stage.presses('escape');
  stage.types('go');
  await expect.poll(() => stage.offers()).toContain('Ааа: очередь печати');
  expect(stage.offers()).not.toContain('Очередь печати встала');
  stage.types('Ааа');
  stage.presses('enter');
  await expect.poll(() => openId(stage)).toBe('printer-queue');
});

test('what was asked three times is searched once more; popular articles are listed', async () => {
  using stage = await openStage({}, async (here) => {
    await bringsArticles(here);
    for (let i = 0; i < 3; i += 1) {
      logLostSearch(here.desk, { query: 'сканер не видит папку', outcome: 'failed' });
    }
  });
  stage.types('3');
  stage.presses('escape');
  stage.types('ga');
  await expect.poll(() => stage.offers()).toEqual(['сканер не видит папку']);
  stage.presses('enter');
  expect(stage.state.knowledge.asked).toBe('сканер не видит папку');
  stage.presses('escape');
  stage.types('gp');
  await expect.poll(() => stage.state.toast?.text).toBe('статьи ещё не открывали');
  stage.types('/');
  await stage.searches('ящик');
  stage.presses('enter');
  stage.types('gp');
  await expect.poll(() => stage.offers()).toEqual(['Ящик переполнен']);
});
