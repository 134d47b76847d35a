import { expect, test, vi } from 'vitest';
import { acceptArticle } from '../../src/app/knowledge/accept-article.ts';
import { saveArticle } from '../../src/app/knowledge/save-article.ts';
import { submitArticle } from '../../src/app/knowledge/submit-article.ts';
import { listTray } from '../../src/app/sync/tray/find-in-tray.ts';
import { articleEntity } from '../../src/domain/article-event.ts';
import type { TicketCommand } from '../../src/domain/command.ts';
import { refreshStatus } from '../../src/tui/model/act.ts';
import { hearSync } from '../../src/tui/model/sync-model.ts';
import { articleText, hasFile } from '../support/article-file.ts';
import { joinServer, putIntoTray } from '../support/tray.ts';
import { openWorkStage, type WorkStage, type WorkStageOptions } from '../support/work-stage.ts';

const note = (text: string) => ({ type: 'note', text }) as const;

/** A workstation of a server whose desk has one ticket, with these in the tray. */
async function opensDesk(
  mine: readonly TicketCommand[],
  options: WorkStageOptions = {},
): Promise<{ readonly stage: WorkStage; readonly ids: readonly string[] }> {
  let ids: readonly string[] = [];
  const stage = await openWorkStage(options, (here) => {
    const ticketId = here.registers('VPN не пускает');
    joinServer(here);
    ids = mine.map((one) => putIntoTray(here, { kind: 'refused', mine: one, entityId: ticketId }));
  });
  refreshStatus(stage.ui);
  return { stage, ids };
}

async function opensTab(stage: WorkStage): Promise<void> {
  stage.presses('8');
  await vi.waitFor(() => expect(stage.state.discrepancies.items).not.toBeNull());
}

test('the tab shows what waits, the finger stays in place while items go', async () => {
  const { stage, ids } = await opensDesk([note('Первая'), note('Вторая'), note('Третья')]);
  using _ = stage;
  await opensTab(stage);
  expect(stage.state.discrepancies.items).toHaveLength(3);
  stage.presses('j');
  expect(stage.state.discrepancies.selectedId).toBe(ids[1]);
  stage.presses('i');
  await vi.waitFor(() => expect(stage.state.discrepancies.items).toHaveLength(2));
  expect(stage.toast).toBe('Текст записан внутренней заметкой.');
  expect(stage.state.discrepancies.items?.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  expect(stage.state.discrepancies.selectedId).toBe(ids[2]);
});

test('what cannot be done about an item says so and changes nothing', async () => {
  const { stage } = await opensDesk([note('Слова')]);
  using _ = stage;
  await opensTab(stage);
  stage.presses('ctrl+x');
  expect(stage.toast).toBe('с этим расхождением так не поступить');
  expect(listTray(stage.here.desk)).toHaveLength(1);
});

test('letting go is asked for, since nothing gives it back into the list', async () => {
  const { stage } = await opensDesk([note('Слова')]);
  using _ = stage;
  await opensTab(stage);
  stage.presses('d');
  await vi.waitFor(() => expect(stage.offers()[0]).toContain('Пусть пока лежит'));
  stage.presses('enter');
  expect(listTray(stage.here.desk)).toHaveLength(1);
  stage.presses('d');
  stage.presses('2');
  await vi.waitFor(() => expect(listTray(stage.here.desk)).toHaveLength(0));
});

test('editing opens the composer with the text', async () => {
  const { stage } = await opensDesk([note('Проверил журнал')]);
  using _ = stage;
  await opensTab(stage);
  stage.presses('e');
  await vi.waitFor(() => expect(stage.state.composer).toMatchObject({ kind: 'note' }));
  expect(stage.state.composer?.history.present.text).toBe('Проверил журнал');
});

test('that a colleague took the ticket first is told by name, at once', async () => {
  const stage = await openWorkStage();
  using _ = stage;
  const { here } = stage;
  const boris = here.person('boris', { name: 'Борис' });
  const ticketId = here.registers('VPN не пускает');
  here.does(ticketId, { type: 'take' }, boris.id);
  joinServer(here);
  const taken = putIntoTray(here, { kind: 'refused', mine: { type: 'take' }, entityId: ticketId });
  const said = putIntoTray(here, { kind: 'refused', mine: note('Смотрю'), entityId: ticketId });
  hearSync(stage.ui, { type: 'discrepancies', ids: [taken, said] });
  expect(stage.toast).toBe('SM-1 уже у коллеги: Борис. Ваш текст — во вкладке 8');
});

test('a colleague in my ticket is a hint that goes away by itself', async () => {
  const stage = await openWorkStage({}, joinServer);
  using _ = stage;
  const { here } = stage;
  const boris = here.person('boris', { name: 'Борис' });
  const ticketId = here.registers('VPN не пускает');
  const presence = { personId: boris.id, ticketId, doing: 'writing' } as const;
  hearSync(stage.ui, { type: 'presence', presence });
  expect(stage.state.presence).toMatchObject([{ name: 'Борис', doing: 'writing' }]);
  hearSync(stage.ui, { type: 'presence', presence: { ...presence, doing: 'left' } });
  expect(stage.state.presence).toEqual([]);
  const mine = { ...presence, personId: here.desk.me.id };
  hearSync(stage.ui, { type: 'presence', presence: mine });
  expect(stage.state.presence).toEqual([]);
});

test('without a server the tab is not there', async () => {
  const stage = await openWorkStage();
  using _ = stage;
  stage.presses('8');
  expect(stage.state.tab).toBe('queue');
  expect(stage.toast).toContain('сервер не подключён');
});

test('two edits of an article are put together in the editor; what is undecided is gone on with', async () => {
  const base = articleText({ body: '## Что сделать\nПерезапустить службу.\n' });
  const theirs = base.replace('Перезапустить', 'Обновить');
  const mine = base.replace('Перезапустить', 'Остановить');
  const shown: string[] = [];
  const answers = ['недописано', mine];
  const edits = async (text: string) => {
    shown.push(text);
    const answer = answers.shift() ?? text;
    return { ok: true, text: answer === 'недописано' ? text : answer } as const;
  };
  const stage = await openWorkStage({ terminal: { edit: edits } }, (here) => {
    hasFile(here, { body: '## Что сделать\nПерезапустить службу.\n' });
    const key = { id: 'printer-queue', lang: 'ru' } as const;
    const boris = { ...here.desk, me: here.person('boris') };
    saveArticle(boris, key, { text: theirs });
    submitArticle(boris, key);
    acceptArticle(here.desk, key);
    joinServer(here);
    const about = { baseVersion: null, baseHash: null, about: null, hash: '' };
    const entity = { entityType: 'article', entityId: articleEntity(key.id, key.lang) } as const;
    const command = { type: 'save-draft', text: mine, note: '', ticketId: null, ...about } as const;
    putIntoTray(here, { kind: 'stale-article', code: 'base-stale', mine: command, ...entity });
  });
  using _ = stage;
  refreshStatus(stage.ui);
  await opensTab(stage);
  stage.presses('m');
  await vi.waitFor(() => expect(stage.toast).toContain('остались места, где писали оба'));
  expect(shown[0]).toContain('<<<<<<< моё');
  expect(listTray(stage.here.desk)).toHaveLength(1);
  stage.presses('m');
  await vi.waitFor(() => expect(listTray(stage.here.desk)).toHaveLength(0));
  expect(shown[1]).toBe(shown[0]);
});
