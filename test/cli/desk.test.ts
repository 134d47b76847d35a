import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bankPack, defaultPack, PackFolder } from '../support/pack-folder.ts';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Checked {
  readonly ok: boolean;
  readonly problems: readonly { readonly [key: string]: unknown }[];
  readonly fromDefault: readonly string[];
}

interface Applied {
  readonly applied: boolean;
  readonly version: number;
  readonly difference: readonly { readonly part: string }[];
  readonly deadlinesMoved: number;
}

describe('smena desk check', () => {
  it.each([defaultPack, bankPack])('finds nothing wrong with %s', async (folder) => {
    expect(await desk.json<Checked>(['desk', 'check', folder])).toMatchObject({
      ok: true,
      problems: [],
    });
  });

  it('tells all mistakes of all files at once, each with its place', async () => {
    using pack = PackFolder.of(defaultPack)
      .change('calendars.yaml', 'timeZone: Europe/Moscow, week', 'timeZone: Europe/Paradise, week')
      .change('calendars.yaml', '[["08:00", "20:00"]]', '[["08:00", "14:00"], ["12:00", "20:00"]]')
      .change('calendars.yaml', 'tue: [["08:00", "20:00"]]', 'tue: [["20:00", "08:00"]]')
      .change('ladders.yaml', '- code: stuck\n', '- code: stuck\n  next: stuck\n')
      .change('kinds.yaml', '- code: request\n', '- code: request\n  defaultLine: "5"\n');
    const ran = await desk.run(['desk', 'check', pack.path, '--json']);
    const { ok, problems } = JSON.parse(ran.out) as Checked;
    expect([ran.code, ok]).toEqual([1, false]);
    expect(problems.map(({ code }) => code)).toEqual([
      'reference-unknown',
      'zone-unknown',
      'intervals-overlap',
      'end-before-start',
      'ladder-cycle',
    ]);
    expect(problems[1]).toEqual({
      file: join(pack.path, 'calendars.yaml'),
      line: 4,
      column: 77,
      path: '0.timeZone',
      code: 'zone-unknown',
      message: expect.stringContaining('Europe/Paradise'),
    });
    const { out, code } = await desk.run(['desk', 'check', pack.path, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toContain('ladders.yaml:7:9 0.next The ladder never ends: stuck → stuck.');
  });

  it('says what a pack takes from the shipped one', async () => {
    using pack = new PackFolder().write('risks.yaml', '[]\n');
    const checked = await desk.json<Checked>(['desk', 'check', pack.path]);
    expect(checked.fromDefault).toContain('policies');
    expect(checked.fromDefault).not.toContain('risks');
    const { out } = await desk.run(['desk', 'check', pack.path]);
    expect(out).toMatch(/^Набор в порядке: линии 4,/);
  });

  it('refuses a folder that is none, has nothing of a pack, or has a misspelt file', async () => {
    using pack = new PackFolder();
    const codes = async () => {
      const ran = await desk.run(['desk', 'check', pack.path, '--json']);
      return [ran.code, ...(JSON.parse(ran.out) as Checked).problems.map(({ code }) => code)];
    };
    expect(await codes()).toEqual([1, 'folder-unknown']);
    pack.write('lines.yml', '[]\n').write('risks.yaml', '[]\n');
    expect(await codes()).toEqual([1, 'file-unknown']);
    const ran = await desk.run(['desk', 'check', join(pack.path, 'nowhere'), '--json']);
    expect(ran.code).toBe(1);
  });

  it('tells mistakes in the words of a pack too', async () => {
    using pack = PackFolder.of(bankPack).change('wording.yaml', 'severity: E', 'severity: X');
    const ran = await desk.run(['desk', 'check', pack.path, '--json']);
    expect((JSON.parse(ran.out) as Checked).problems).toMatchObject([
      { code: 'data-wrong', file: join(pack.path, 'wording.yaml') },
    ]);
  });
});

describe('smena desk apply', () => {
  it('shows the difference, applies it, and has nothing to do the second time', async () => {
    await desk.run(['new', '--subject', 'Касса не печатает']);
    const dry = await desk.json<Applied>(['desk', 'apply', bankPack, '--dry-run']);
    expect(dry).toMatchObject({ applied: false, version: 0 });
    expect(dry.difference.map(({ part }) => part)).toContain('lines');
    const done = await desk.json<Applied>(['desk', 'apply', bankPack]);
    expect(done).toMatchObject({ applied: true, version: 1, deadlinesMoved: 1 });
    expect(done.difference).toEqual(dry.difference);
    const { out } = await desk.run(['desk', 'apply', bankPack, '--as', 'demo-head']);
    expect(out).toBe('Ничего не изменилось бы: стол уже работает по этому набору (версия 1).\n');
    const [row] = await desk.json<TicketJson[]>(['queue']);
    expect(row?.['number']).toBe('SM-1');
    expect(await desk.json(['desk', 'history'])).toMatchObject([{ version: 1, by: 'Анна' }]);
  });

  it('speaks in the words of the pack from then on', async () => {
    await desk.run(['new', '--subject', 'Касса не печатает']);
    await desk.run(['desk', 'apply', bankPack]);
    expect((await desk.run(['queue'])).out).toContain('принята');
    const refused = await desk.refused(['desk', 'apply', defaultPack, '--as', 'demo-anna']);
    expect([refused.exit, refused.code]).toEqual([3, 'not-permitted']);
  });

  it('keeps texts back by the wording of the pack', async () => {
    const text = { stdin: 'Добрый день! Пришлите пин-код карты.' };
    expect((await desk.run(['lint'], text)).out).not.toContain('BANK');
    await desk.run(['desk', 'apply', bankPack]);
    const { code, out } = await desk.run(['lint'], text);
    expect([code, out.includes('BANK')]).toEqual([3, true]);
  });

  it('prints the difference for people', async () => {
    using pack = PackFolder.of(defaultPack).change('policies.yaml', 'P1: 4h', 'P1: 2h');
    const { out, err } = await desk.run(['desk', 'apply', pack.path, '--dry-run']);
    expect(out.split('\n')).toEqual([
      'политики сроков (policies.yaml)',
      '  ~ default',
      '      resolve.P1: 4h → 2h',
      '',
    ]);
    expect(err).toContain('--dry-run');
  });

  it('applies nothing of a pack with mistakes', async () => {
    using pack = PackFolder.of(bankPack).change('matrix.yaml', '[P4, P3, P2, P2]', '[P4]');
    const ran = await desk.run(['desk', 'apply', pack.path, '--json']);
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([1, { ok: false, applied: false }]);
    expect(await desk.json(['desk', 'history'])).toEqual([]);
    expect(await desk.json(['desk', 'show', 'lines'])).toMatchObject({ version: 0 });
  });

  it('refuses what was compared with another version', async () => {
    await desk.run(['desk', 'apply', bankPack]);
    using pack = PackFolder.of(bankPack).change(
      'policies.yaml',
      'firstAnswer: 4h',
      'firstAnswer: 5h',
    );
    const line = ['desk', 'apply', pack.path, '--as', 'demo-head', '--base', '0'];
    const refused = await desk.refused(line);
    expect([refused.exit, refused.code]).toEqual([3, 'desk-base-stale']);
  });
});

describe('smena desk show', () => {
  it('prints what is in force, and one part as it was written', async () => {
    const shown = await desk.json<{ parts: Record<string, unknown> }>(['desk', 'show']);
    expect(Object.keys(shown.parts)).toContain('permissions');
    expect(shown).toMatchObject({ version: 0, at: null, origins: { lines: 'shipped' } });
    const { out } = await desk.run(['desk', 'show', 'matrix']);
    expect(out).toContain('urgencies:');
    expect((await desk.run(['desk', 'show', 'nothing'])).code).toBe(2);
  });
});
