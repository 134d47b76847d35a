import { expect, test } from 'vitest';
import { applyPack, preparePack } from '../../../src/app/desk-pack/apply-pack.ts';
import { followRules } from '../../../src/tui/model/follow-rules.ts';
import { must } from '../../../src/util/must.ts';
import { openTestDesk } from '../../support/desk.ts';
import { bankPack } from '../../support/pack-folder.ts';
import { openWorkStage } from '../../support/work-stage.ts';

test('the screens speak in the words of a pack that somebody puts in force beside them', async () => {
  using stage = await openWorkStage();
  const { ui, here } = stage;
  expect(await followRules(ui)).toBe(false);
  const other = await openTestDesk({ folder: here.folder, ids: '0b' });
  const prepared = preparePack(other.desk, bankPack);
  await applyPack(other.desk, { ...prepared, pack: must(prepared.pack, 'pack') });
  other.close();
  expect(await followRules(ui)).toBe(true);
  const { lineNames, statuses, toast } = ui.store.get();
  expect(lineNames.get('1')?.ru).toBe('контакт-центр');
  expect(statuses.find(({ code }) => code === 'new')?.name.ru).toBe('принята');
  expect(toast?.text).toContain('Правила');
});
