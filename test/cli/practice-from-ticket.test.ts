import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
let number: string;
beforeEach(async () => {
  desk = new CliDesk();
  const text = 'Пишет Кактусова Мария Петровна, 8 912 345-67-89: принтер не печатает.';
  number = (await desk.json(['new', '--subject', 'Принтер у Кактусовой', '--text', text])).number;
  await desk.run([
    'reply',
    number,
    '--text',
    'Здравствуйте, Мария Петровна! Включите принтер кнопкой сзади.',
  ]);
});
afterEach(() => desk.close());

const from = (...more: string[]) => ['practice', 'from-ticket', number, ...more];

describe('practice from-ticket', () => {
  it('gives programs the text and what was replaced, and writes nothing', async () => {
    const draft = await desk.json<{ text: string; replacements: { kind: string }[] }>(from());
    expect(draft).toMatchObject({ lang: 'ru', suspicious: expect.any(Array) });
    expect(draft.text).toContain('draft: true');
    expect(draft.text).not.toMatch(/Кактусов|345/);
    expect(draft.replacements.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['name', 'phone']),
    );
    expect(existsSync(join(desk.folder, 'scenarios'))).toBe(false);
  });

  it('without a terminal writes only what was confirmed', async () => {
    const file = join(desk.folder, 'printer.scenario.yaml');
    const shown = await desk.run(from('-o', file), { stdin: '' });
    expect([shown.code, existsSync(file)]).toEqual([1, false]);
    expect(shown.out).toContain('+ ');
    expect(shown.out).toContain('→ +7 000 000-00-01');
    expect(shown.err).toContain('--confirm');
    const done = await desk.run(from('-o', file, '--confirm'), { stdin: '' });
    expect(done.code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toMatch(/Кактусов|345/);
    expect((await desk.run(['practice', 'check', file, '--json'])).code).toBe(0);
    expect((await desk.run(from('-o', file, '--confirm'), { stdin: '' })).code).toBe(1);
  });
});
