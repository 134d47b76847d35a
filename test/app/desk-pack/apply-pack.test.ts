import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk } from '../../../src/app/desk/close-desk.ts';
import { openDesk } from '../../../src/app/desk/open-desk.ts';
import { appliedFolder } from '../../../src/app/desk/pack-folders.ts';
import { applyPack, preparePack } from '../../../src/app/desk-pack/apply-pack.ts';
import { deskHistory, partsInForce } from '../../../src/app/desk-pack/show-pack.ts';
import { checkStore } from '../../../src/app/upkeep/check-store.ts';
import { openWording } from '../../../src/app/wording/open-wording.ts';
import type { RefusalCode } from '../../../src/domain/refusal.ts';
import { must } from '../../../src/util/must.ts';
import { hour, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { bankPack, defaultPack, PackFolder } from '../../support/pack-folder.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk();
});
afterEach(() => here.close());

async function applies(folder: string, desk = here.desk) {
  const prepared = preparePack(desk, folder);
  expect(prepared.problems).toEqual([]);
  const pack = must(prepared.pack, 'pack');
  return applyPack(desk, { ...prepared, pack });
}

async function mustApply(folder: string) {
  const applied = await applies(folder);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

async function refusalOf(folder: string, as = here.desk): Promise<RefusalCode | 'ok'> {
  const applied = await applies(folder, as);
  return applied.ok ? 'ok' : applied.problem.code;
}

function seated(login: string, role: 'lead' | 'head' | 'hire' | 'qa' | 'engineer') {
  const me = here.person(login, { role });
  return {
    ...here.desk,
    me,
    get config() {
      return here.desk.config;
    },
  };
}

describe('putting a pack in force', () => {
  it('changes the rules at once, for this desk and for the next start', async () => {
    const applied = await mustApply(bankPack);
    expect(applied.version).toBe(1);
    expect(here.desk.config.ticketWord.ru).toBe('заявка');
    const again = await openTestDesk({ folder: here.folder, ids: '0b' });
    expect(again.desk.config.lines.map(({ code }) => code)).toContain('4');
    again.close();
  });

  it('keeps the texts, who did it and what it changed', async () => {
    await mustApply(bankPack);
    const [version] = deskHistory(here.desk);
    expect(version).toMatchObject({ version: 1, byId: here.desk.me.id, at: here.clock.now() });
    expect(version?.changed).toContain('policies');
    const event = here.desk.store.sql.get<{ type: string }>(
      `SELECT type FROM event WHERE entity_id = 'desk'`,
    );
    expect(event?.type).toBe('desk-applied');
    const op = here.desk.outbox.lastOn('desk');
    expect(op).toMatchObject({ type: 'apply-desk', entityType: 'desk' });
  });

  it('counts the deadlines of open tickets again', async () => {
    const id = here.registers('Не печатает');
    here.does(id, { type: 'set-fields', fields: { priority: 'P1', reason: 'касса стоит' } });
    here.replies(id, 'Смотрю.');
    using pack = PackFolder.of(defaultPack).change('policies.yaml', 'P1: 4h', 'P1: 2h');
    const before = here.desk.store.sql.get<{ due: number }>(
      'SELECT next_due_at AS due FROM ticket WHERE id = ?',
      id,
    );
    const applied = await mustApply(pack.path);
    expect(applied.deadlinesMoved).toBe(1);
    const after = here.desk.store.sql.get<{ due: number }>(
      'SELECT next_due_at AS due FROM ticket WHERE id = ?',
      id,
    );
    expect(must(before, 'row').due - must(after, 'row').due).toBe(2 * hour);
  });

  it('says of people who were here before anybody led them who they are', async () => {
    const applied = await applies(bankPack, seated('demo-head', 'engineer'));
    expect(applied.ok && applied.value.people.length).toBe(17);
    expect(here.desk.people.findPerson('demo-head')).toMatchObject({ role: 'head', line: '1' });
  });

  it('makes the people of the first pack only, and leaves known logins as they are', async () => {
    here.person('demo-anna', { name: 'Настоящая Анна', role: 'head' });
    const me = must(here.desk.people.findPerson('demo-anna'), 'anna');
    const asHead = { ...here.desk, me };
    const applied = await applies(bankPack, asHead);
    expect(applied.ok && applied.value.people.length).toBe(16);
    expect(here.desk.people.findPerson('demo-anna')?.name).toBe('Настоящая Анна');
    expect(here.desk.people.findPerson('demo-igor')).toMatchObject({
      role: 'engineer',
      skills: ['network', 'atm'],
      isDemo: false,
    });
    using pack = PackFolder.of(bankPack).change('people.yaml', 'demo-hire', 'demo-late');
    const head = { ...here.desk, me };
    const second = await applies(pack.path, head);
    expect(second.ok && second.value.people).toEqual([]);
    expect(here.desk.people.findPerson('demo-late')).toBeNull();
  });

  it('lets the words of the pack win over those that lie beside', async () => {
    await mustApply(bankPack);
    const { wording } = await openWording(here.desk);
    expect(wording.rules.map(({ data }) => data.id)).toEqual(
      expect.arrayContaining(['L01', 'BANK']),
    );
  });

  it('brings the rules back when the cache is lost', async () => {
    await mustApply(bankPack);
    rmSync(here.desk.paths.cache, { recursive: true });
    const again = await openTestDesk({ folder: here.folder, ids: '0b' });
    expect(again.desk.config.ticketWord.ru).toBe('заявка');
    expect(partsInForce(again.desk).find(({ part }) => part === 'lines')?.origin).toBe('applied');
    again.close();
  });

  it('is followed by a workstation that is open already', async () => {
    const other = await openTestDesk({ folder: here.folder, ids: '0b' });
    expect(await other.desk.reload()).toBe(false);
    await mustApply(bankPack);
    expect(await other.desk.reload()).toBe(true);
    expect(other.desk.config.ticketWord.ru).toBe('заявка');
    other.close();
  });
});

describe('what would change', () => {
  it('is nothing for a copy of the shipped pack, and for the same pack twice', async () => {
    expect(preparePack(here.desk, defaultPack).difference).toEqual([]);
    await mustApply(bankPack);
    expect(preparePack(here.desk, bankPack).difference).toEqual([]);
  });

  it('is told entry by entry, in the words of the files', () => {
    using pack = PackFolder.of(defaultPack)
      .change('policies.yaml', 'P1: 4h', 'P1: 2h')
      .change('queues.yaml', '- {code: due-soon,', '- {code: burning,')
      .change('permissions.yaml', '{head: yes}', '{head: yes, lead: yes}');
    const { difference } = preparePack(here.desk, pack.path);
    expect(difference).toMatchObject([
      {
        ...{ part: 'policies', entry: 'default', change: 'changed' },
        values: [{ path: 'resolve.P1', from: '4h', to: '2h' }],
      },
      { part: 'queues', entry: 'due-soon', change: 'removed' },
      { part: 'queues', entry: 'burning', change: 'added' },
      {
        ...{ part: 'permissions', entry: 'take-third-return', change: 'changed' },
        values: [{ path: 'lead', from: null, to: 'yes' }],
      },
    ]);
  });
});

describe('a pack that is refused', () => {
  it('is not applied in part when anything is wrong with it', async () => {
    using pack = PackFolder.of(bankPack).change('ladders.yaml', 'next: management', 'next: money');
    const prepared = preparePack(here.desk, pack.path);
    expect(prepared.pack).toBeNull();
    expect(prepared.problems.map(({ code }) => code)).toEqual(['ladder-cycle']);
    expect(deskHistory(here.desk)).toEqual([]);
  });

  it('leaves tickets nowhere: each code that is gone needs a place to go to', async () => {
    const id = here.registers('Не печатает');
    here.does(id, { type: 'set-fields', fields: { line: '3', reason: 'сеть' } });
    using pack = PackFolder.of(defaultPack);
    pack.write('lines.yaml', pack.read('lines.yaml').replace(/^- \{code: "3".*\n/m, ''));
    const refused = await applies(pack.path);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'desk-tickets-left' } });
    if (!refused.ok) expect(refused.problem.params['details']).toBe('lines 3: 1 (SM-1)');
    expect(deskHistory(here.desk)).toEqual([]);
    pack.write('desk.yaml', `${pack.read('desk.yaml')}renames: {lines: {"3": "2"}}\n`);
    expect((await mustApply(pack.path)).ticketsMoved).toBe(1);
    expect(here.ticket(id).line).toBe('2');
    expect(here.desk.tickets.events(id).at(-1)?.fact).toMatchObject({
      type: 'field-changed',
      reason: 'desk-changed',
    });
  });

  it('is never applied in part, whatever is done to its files', async () => {
    using pack = PackFolder.of(bankPack);
    const files = ['lines.yaml', 'policies.yaml', 'kinds.yaml', 'ladders.yaml', 'routing.yaml'];
    const texts = new Map(files.map((file) => [file, pack.read(file)]));
    const cut = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(30),
    });
    await fc.assert(
      fc.asyncProperty(cut, async ({ file, at, length }) => {
        const text = texts.get(file) ?? '';
        const from = Math.floor(at * text.length);
        pack.write(file, text.slice(0, from) + text.slice(from + length));
        const before = here.desk.config;
        const prepared = preparePack(here.desk, pack.path);
        pack.write(file, text);
        expect(prepared.pack === null).toBe(prepared.problems.length > 0);
        expect(deskHistory(here.desk)).toEqual([]);
        expect(here.desk.config).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  it('was compared with rules that no longer hold', async () => {
    const prepared = preparePack(here.desk, bankPack);
    using pack = PackFolder.of(defaultPack).change('policies.yaml', 'P1: 4h', 'P1: 2h');
    await mustApply(pack.path);
    const late = await applyPack(here.desk, { ...prepared, pack: must(prepared.pack, 'pack') });
    expect(late).toMatchObject({
      ok: false,
      problem: { code: 'desk-base-stale', params: { base: 0, version: 1 } },
    });
    expect(here.desk.config.ticketWord.ru).toBe('обращение');
  });

  it('comes from somebody whose part it is not', async () => {
    using pack = PackFolder.of(defaultPack).change('policies.yaml', 'P1: 4h', 'P1: 2h');
    expect(await refusalOf(pack.path, seated('стажёр', 'hire'))).toBe('desk-not-yours');
    expect(await refusalOf(pack.path, seated('контроль', 'qa'))).toBe('desk-not-yours');
    const engineer = seated('инженер', 'engineer');
    const lead = seated('старший', 'lead');
    expect(await refusalOf(pack.path, engineer)).toBe('not-permitted');
    expect(await refusalOf(pack.path, lead)).toBe('ok');
  });
});

it('a pack in force is no loss to the store', async () => {
  await mustApply(bankPack);
  expect(checkStore(here.desk, { deep: true }).checks.filter(({ ok }) => !ok)).toEqual([]);
});

it('whoever put the first pack in force may mend it, whatever people it brought', async () => {
  await mustApply(bankPack);
  using pack = PackFolder.of(bankPack).change('desk.yaml', 'reopenWindow: 14d', 'reopenWindow: 7d');
  expect(await refusalOf(pack.path)).toBe('ok');
  expect(await refusalOf(bankPack, seated('оператор', 'engineer'))).toBe('not-permitted');
});

describe('rules that cannot be read', () => {
  it('do not lock the desk: another pack can still be put in force', async () => {
    await mustApply(bankPack);
    const { sql } = here.desk.store;
    const files = { 'lines.yaml': '- {code: "1"}\n' };
    sql.run(`UPDATE desk_version SET hash = 'other', files = ?`, JSON.stringify(files));
    const options = { folder: here.folder, ids: '0b' };
    await expect(openTestDesk(options)).rejects.toMatchObject({ code: 'desk-pack-wrong' });
    const { paths, settings, language, clock, makeId } = here.desk;
    const seat = { login: 'demo-head', name: '', role: 'head', line: '1' } as const;
    const order = { paths, settings, language, clock, makeId, seat, isMending: true };
    const mending = await openDesk(order);
    const applied = await applies(bankPack, mending);
    closeDesk(mending);
    expect(applied).toMatchObject({ ok: true, value: { version: 2 } });
    const again = await openTestDesk(options);
    expect(again.desk.config.ticketWord.ru).toBe('заявка');
    again.close();
  });

  it('stop the start with the place of each mistake, and leave no store open', async () => {
    const folder = join(here.desk.paths.overlay, 'desk');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'lines.yaml'), '- {code: "9"}\n');
    await expect(openTestDesk({ folder: here.folder, ids: '0b' })).rejects.toMatchObject({
      code: 'desk-pack-wrong',
    });
  });

  it('of the store are in the folder that stands for them', async () => {
    await mustApply(bankPack);
    expect(partsInForce(here.desk).find(({ part }) => part === 'desk')?.file).toBe(
      join(appliedFolder(here.desk.paths), 'desk.yaml'),
    );
  });
});
