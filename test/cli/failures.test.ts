import { rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutput } from '../../src/cli/output.ts';
import { reportFailure } from '../../src/cli/report-failure.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

describe('exit codes', () => {
  it.each([
    [2, ['queue', '--limit', 'x']],
    [2, ['queue', '--limit', '-1']],
    [2, ['queue', '--limt', '3']],
    [2, ['quee']],
    [2, ['show']],
    [2, ['show', '1', '2']],
    [2, ['new']],
    [2, ['new', '--subject', 'x', '--priority', 'P9']],
    [2, ['queue', '--lang', 'xx']],
    [2, ['queue', '--now', 'вчера']],
    [2, ['status', '1', 'чушь']],
    [2, ['reply', '1', '--text', 'a', '--template', 'b']],
    [2, ['kb', 'serch', 'x']],
    [2, ['completion', 'cmd']],
    [1, ['show', 'SM-99']],
    [1, ['queue', 'nosuch']],
    [1, ['assign', '1', 'Никого']],
    [1, ['promise', '1', 'когда-нибудь']],
    [1, ['reply', '1']],
    [1, ['reply', '1', '--template', 'nosuch']],
    [1, ['reply', '1', '--text', 'a', '--attach', '/nosuch/file']],
    [1, ['note', '.', '--text', 'a']],
    [1, ['kb', 'show', 'nosuch']],
    [1, ['import', 'undo', 'nosuch']],
    [1, ['config', 'get', 'nosuch']],
    [1, ['config', 'set', 'theme', 'pink']],
    [3, ['new', '--subject', ' ']],
    [3, ['new', '--subject', 'x', '--line', '77']],
    [3, ['confirm', '1']],
    [3, ['return', '1']],
    [3, ['reopen', '1']],
    [3, ['status', '1', 'closed']],
    [3, ['link', '1', 'SM-1']],
    [3, ['schedule', '1', '2020-01-01T00:00:00Z']],
    [3, ['promise', '1', 'сегодня', '10']],
    [3, ['tag', '1', '-нет']],
  ] as const)('%i: smena %s', async (code, line) => {
    await desk.run(['new', '--subject', 'один']);
    const said = await desk.refused(line);
    expect(said).toEqual({
      exit: code,
      out: '',
      code: expect.stringMatching(/^[a-z-]+$/),
      message: expect.stringMatching(/\S/),
      nextSteps: expect.any(Array),
      ...('text' in said ? { text: said.text } : {}),
    });
    // A name that was not filled in would stay visible in braces.
    expect(said.message).not.toMatch(/[{}]|undefined/);
  });

  it('a refusal names the commands that help', async () => {
    await desk.run(['new', '--subject', 'один', '--as', 'Борис']);
    await desk.run(['take', '1', '--as', 'Борис']);
    const said = await desk.refused(['take', 'SM-1']);
    expect(said).toMatchObject({ exit: 3, code: 'already-taken' });
    expect(said.message).toContain('Борис');
    expect(said.nextSteps).toContain('назначить ответственного: smena assign SM-1 КТО');
  });

  it('speaks English when asked, also about its own options', async () => {
    const said = await desk.run(['queue', '--limt', '3', '--lang', 'en']);
    expect(said.err).toBe(
      'There is no option --limt here. Perhaps you meant --limit?\n  → smena queue --help\n',
    );
  });
});

describe('a text that could not be stored', () => {
  it('comes back after the sentence', async () => {
    const said = await desk.run(['note', 'SM-9', '--text', '-'], { stdin: 'важное\nвторая' });
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err.endsWith('важное\nвторая\n')).toBe(true);
    const json = await desk.refused(['note', 'SM-9', '--text', '-'], { stdin: 'важное\nвторая' });
    expect(json).toMatchObject({ code: 'no-such-ticket', text: 'важное\nвторая' });
  });

  it('comes back when a rule refuses it and when the store is not one', async () => {
    await desk.run(['new', '--subject', 'один']);
    await desk.run(['resolve', '1']);
    await desk.run(['confirm', '1']);
    const said = await desk.run(['reply', '1', '--text', 'длинный ответ']);
    expect(said.code).toBe(3);
    expect(said.err).toContain('длинный ответ');
    writeFileSync(`${desk.folder}/smena.db`, 'это не база'.repeat(1000));
    const broken = await desk.run(['note', '1', '--text', 'заметка']);
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.err).toMatch(/не хранилище smena[\s\S]*заметка\n$/);
  });

  it('comes back whole when the store is locked', async () => {
    await desk.run(['new', '--subject', 'один']);
    const other = new Database(`${desk.folder}/smena.db`);
    other.exec('BEGIN IMMEDIATE');
    const long = 'я'.repeat(5000);
    const said = await desk.run(['note', '1', '--text', '-'], { stdin: long });
    other.close();
    expect(said.code).toBe(1);
    expect(said.err).toContain('занято');
    expect(said.err).toContain(long);
  }, 20_000);
});

describe('our own mistake', () => {
  it('ends with 70, a report that others cannot read, and the text', async () => {
    const said: string[] = [];
    const sink = { write: (data: string | Uint8Array) => said.push(String(data)) };
    const output = createOutput({
      isJson: true,
      isPlain: false,
      isQuiet: false,
      hasColor: false,
      sinks: { stdout: sink, stderr: sink },
    });
    const context = { output, language: 'ru', text: 'мой текст', command: 'note' } as const;
    expect(await reportFailure(new TypeError('x is not a function'), context)).toBe(70);
    const { error } = JSON.parse(said.join('')) as { error: { message: string; text: string } };
    expect(error).toMatchObject({ code: 'bug', text: 'мой текст' });
    const path = /\/\S+\/report\.txt/.exec(error.message)?.[0] ?? '';
    expect(statSync(path).mode & 0o777).toBe(0o600);
    rmSync(dirname(path), { recursive: true });
  });
});

describe('doctor', () => {
  it('tells of a store that does not open, with what to do', async () => {
    await desk.run(['queue']);
    writeFileSync(`${desk.folder}/smena.db`, 'это не база'.repeat(1000));
    const said = await desk.run(['doctor', '--json']);
    expect(said.code).toBe(1);
    const { ok, checks } = JSON.parse(said.out) as { ok: boolean; checks: { code: string }[] };
    expect(ok).toBe(false);
    expect(checks).toContainEqual(
      expect.objectContaining({ code: 'store', ok: false, fix: 'smena restore' }),
    );
  });

  it('tells of a configuration that is not JSON, and config path still works', async () => {
    writeFileSync(`${desk.folder}/config.json`, '{ "theme": ');
    expect((await desk.run(['config', 'path'])).code).toBe(0);
    expect(await desk.refused(['queue'])).toMatchObject({ exit: 1, code: 'config-not-json' });
  });
});
