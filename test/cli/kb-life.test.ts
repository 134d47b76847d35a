import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleText } from '../support/article-file.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Version {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly author: string;
  readonly stale?: boolean;
  readonly problems?: readonly string[];
}

const id = 'own-printer';
const text = articleText({ id });
const asBoris = (...line: string[]) => ['--as', 'boris', ...line];

/** A text that Anna wrote and Boris accepted. */
async function publishes(stdin: string): Promise<void> {
  await desk.json(['kb', 'edit', id, '--from', '-'], { stdin });
  await desk.json(['kb', 'submit', id]);
  await desk.json(asBoris('kb', 'accept', id));
}

describe('writing', () => {
  it('goes from standard input over the review into a file, byte for byte', async () => {
    const bytes = text.replaceAll('\n', '\r\n');
    const saved = await desk.json<Version>(['kb', 'edit', id], { stdin: bytes });
    expect(saved).toMatchObject({ id, version: 1, state: 'draft', author: 'Анна', stale: false });
    expect(await desk.json(['kb', 'submit', id])).toMatchObject({ state: 'in-review' });
    expect(await desk.json<{ inReview: Version[] }>(asBoris('kb', 'reviews'))).toMatchObject({
      inReview: [{ id, version: 1 }],
    });
    expect(await desk.json(asBoris('kb', 'accept', id))).toMatchObject({ state: 'published' });
    const out = join(desk.folder, 'out');
    const path = `instruction/${id}.ru.md`;
    expect(await desk.json(['kb', 'export', out])).toMatchObject({ written: [path], kept: [] });
    expect(readFileSync(join(out, path), 'utf8')).toBe(bytes);
    writeFileSync(join(out, path), 'другое');
    expect(await desk.run(['kb', 'export', out])).toMatchObject({ code: 1 });
  });

  it('in the editor begins with what readers see, and keeps the file when a rule refuses', async () => {
    await publishes(text);
    const editor = join(desk.folder, 'editor.sh');
    writeFileSync(editor, '#!/bin/sh\necho "Ещё строка." >> "$1"\n', { mode: 0o700 });
    const saved = await desk.run(['kb', 'edit', id], { env: { EDITOR: editor } });
    expect(saved.code).toBe(0);
    const [last] = await desk.json<Version[]>(['kb', 'versions', id]);
    expect(last).toMatchObject({ version: 2, state: 'draft' });
    const shown = await desk.run(['kb', 'diff', id]);
    expect(shown.out).toContain('+ Ещё строка.\n');
    writeFileSync(editor, '#!/bin/sh\n: > "$1"\n', { mode: 0o700 });
    const file = join(desk.folder, 'edit', `${id}.ru.v1.md`);
    expect(existsSync(file)).toBe(false);
    expect(await desk.run(['kb', 'edit', id], { env: { EDITOR: editor } })).toMatchObject({
      code: 3,
    });
    expect(existsSync(file)).toBe(true);
    // The next edit goes on where this one ended, over the version it was begun on.
    await desk.json(['kb', 'submit', id]);
    await desk.json(asBoris('kb', 'accept', id));
    writeFileSync(editor, `#!/bin/sh\ncat "${join(desk.folder, 'late.md')}" > "$1"\n`);
    writeFileSync(join(desk.folder, 'late.md'), `${text}поздно\n`);
    const late = await desk.run(['kb', 'edit', id], { env: { EDITOR: editor } });
    expect(late.err).toContain(file);
    expect(late.err).toContain('опубликовали версию 2');
    expect(existsSync(file)).toBe(false);
  });

  it('gives a refused text back and keeps one with mistakes', async () => {
    await desk.json(['kb', 'edit', id], { stdin: text });
    const refused = await desk.refused(['kb', 'edit', id], { stdin: text });
    expect(refused).toMatchObject({ exit: 3, code: 'nothing-to-change', text });
    const saved = await desk.json<Version>(['kb', 'edit', id], { stdin: 'без шапки' });
    expect(saved).toMatchObject({ version: 2, state: 'draft' });
    expect(saved.problems).toHaveLength(1);
    expect(await desk.refused(['kb', 'submit', id])).toMatchObject({
      code: 'article-not-readable',
      nextSteps: [`исправить текст: smena kb edit ${id}`],
    });
  });

  it('over an old version is a proposal that has to be compared', async () => {
    await publishes(text);
    await publishes(`${text}два\n`);
    const line = ['kb', 'edit', id, '--base', '1'];
    const saved = await desk.json<Version>(line, { stdin: `${text}три\n` });
    expect(saved).toMatchObject({ version: 3, stale: true });
    await desk.json(['kb', 'submit', id]);
    const refused = await desk.refused(asBoris('kb', 'accept', id, '3'));
    expect(refused).toMatchObject({ exit: 3, code: 'base-stale' });
    expect(refused.nextSteps).toContain(`посмотреть разницу: smena kb diff ${id}`);
  });

  it('says what is wrong with a line', async () => {
    expect(await desk.refused(['kb', 'edit', '../etc'])).toMatchObject({ exit: 2 });
    expect(await desk.refused(['kb', 'edit', 'no-such'])).toMatchObject({
      code: 'article-unknown',
    });
    const missing = await desk.refused(['kb', 'edit', id, '--from', '/no/such']);
    expect(missing).toMatchObject({ exit: 1, code: 'file-not-found' });
    expect(await desk.refused(['kb', 'renew', id, '--until', '2026-02-30'])).toMatchObject({
      exit: 2,
    });
    expect(await desk.refused(['kb', 'draft'])).toMatchObject({ exit: 2 });
    expect(await desk.refused(['kb', 'rate', 'no-such', '5'])).toMatchObject({
      code: 'article-unknown',
    });
  });
});

describe('a version', () => {
  it('is sent back, restored, renewed and archived', async () => {
    await publishes(text);
    await desk.json(['kb', 'edit', id], { stdin: `${text}два\n` });
    await desk.json(['kb', 'submit', id]);
    expect(await desk.refused(asBoris('kb', 'send-back', id))).toMatchObject({
      code: 'reason-missing',
    });
    const back = await desk.json(asBoris('kb', 'send-back', id, '--reason', 'коротко'));
    expect(back).toMatchObject({ state: 'draft', decision: 'коротко' });
    expect(await desk.json(['kb', 'renew', id])).toMatchObject({ version: 3, cause: 'renew' });
    expect(await desk.json(['kb', 'restore', id, '1'])).toMatchObject({ state: 'published' });
    const gone = await desk.json(['kb', 'archive', id, '--reason', 'списали']);
    expect(gone).toMatchObject({ version: 4, state: 'archived' });
    expect(await desk.refused(['kb', 'archive', id, '--reason', 'x'])).toMatchObject({
      code: 'no-such-article',
    });
    const listed = await desk.run(['kb', 'versions', id]);
    expect(listed.out.split('\n')[0]).toContain('в архиве');
  });
});

describe('drafts', () => {
  it('come from a ticket and from a search', async () => {
    await desk.run(['new', '--subject', 'Сканер 0x80070035', '--text', 'Пишет ошибку']);
    await desk.run(['resolve', '1', '--text', 'Переписали адрес сервера.']);
    const draft = await desk.json<{ id: string; text: string }>(['kb', 'draft', '--ticket', '1']);
    expect(draft).toMatchObject({ id: 'skaner-0x80070035', version: 1 });
    expect(draft.text).toContain('Переписали адрес сервера.');
    const [version] = await desk.json<Version[]>(['kb', 'versions', draft.id]);
    expect(version).toMatchObject({ ticket: 'SM-1', state: 'draft' });
    const line = ['kb', 'draft', '--query', 'Сканер в почту', '--kind', 'symptom-tree'];
    const { out } = await desk.run(line);
    expect(out).toMatch(/^skaner-v-pochtu\n/);
    const taken = await desk.refused(['kb', 'draft', '--query', 'x', '--id', draft.id]);
    expect(taken).toMatchObject({ exit: 1, code: 'article-exists' });
  });
});

describe('lists', () => {
  it('tell what is due, unproved, asked in vain and liked', async () => {
    const folder = join(desk.folder, 'content/kb/instruction');
    mkdirSync(folder, { recursive: true });
    const due = articleText({ id, reviewBy: '2026-11-01' });
    writeFileSync(join(folder, `${id}.ru.md`), due);
    const overdue = await desk.json<{ id: string }[]>(['kb', 'overdue', '--line', '2']);
    expect(overdue).toMatchObject([{ id, reviewBy: '2026-11-01', lines: ['2'] }]);
    const backups = await desk.json<{ stale: boolean }[]>(['kb', 'backups', '--stale']);
    expect((await desk.run(['kb', 'show', id])).out).toContain('⚑ пора проверить с 2026-11-01');
    expect(backups.every(({ stale }) => stale)).toBe(true);
    await desk.run(['new', '--subject', 'Сканер']);
    for (const words of ['сканер почта', 'сканеры почта', 'почта: сканер']) {
      await desk.json(['kb', 'mark', 'missing', words, '--ticket', 'SM-1']);
    }
    expect(await desk.json(['kb', 'missing'])).toMatchObject([{ times: 3, ticket: 'SM-1' }]);
    await desk.json(['kb', 'missing', '--settle', 'почта сканер']);
    expect(await desk.json(['kb', 'missing'])).toEqual([]);
    await desk.run(['kb', 'search', 'qzxjw']);
    expect(await desk.json(['kb', 'missing', '--times', '1'])).toMatchObject([{ failed: 1 }]);
    await desk.json(['kb', 'mark', id, 'helped', '--ticket', '1']);
    await desk.json(['kb', 'mark', id, 'outdated', 'меню', 'другое']);
    await desk.json(['kb', 'rate', id, '4']);
    await desk.json(['kb', 'favourite', id]);
    expect(await desk.json(['kb', 'popular'])).toMatchObject([
      { id, opened: 1, helped: 1, stars: 4, favourite: true },
    ]);
    expect(await desk.json(['kb', 'reviews'])).toMatchObject({
      outdated: [{ id, text: 'меню другое' }],
    });
    for (const list of ['overdue', 'backups', 'missing', 'popular', 'reviews']) {
      expect(await desk.run(['kb', list, '--lang', 'en'])).toMatchObject({ code: 0 });
    }
  });
});
