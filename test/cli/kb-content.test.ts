import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, folderOf, front } from '../support/article-folder.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** Puts an article into the desk's own folder. */
function putArticle(id: string, text: string): string {
  const folder = join(desk.folder, 'content/kb/faq-public');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.ru.md`), text);
  return folder;
}

describe('kb check', () => {
  it('tells a mistake with its place in the person’s language and exits with 1', async () => {
    const folder = folderOf({ 'faq-public/faq.ru.md': `${front('faq')}${answer}[no-such]\n` });
    const { code, out, err } = await desk.run(['kb', 'check', folder]);
    const place = `${folder}/faq-public/faq.ru.md:19:1`;
    expect(code).toBe(1);
    expect(out).toBe(`${place} ошибка: Ссылка никуда не ведёт: no-such.\n`);
    expect(err).toBe('Статей: 1. Ошибок: 1, предупреждений: 0.\n');
    const english = await desk.run(['kb', 'check', folder, '--lang', 'en']);
    expect(english.out).toBe(`${place} error: The link leads nowhere: no-such.\n`);
    const json = await desk.run(['kb', 'check', `${folder}/`, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toEqual([
      {
        file: `${folder}/faq-public/faq.ru.md`,
        line: 19,
        column: 1,
        severity: 'error',
        code: 'link-broken',
        message: 'Ссылка никуда не ведёт: no-such.',
      },
    ]);
  });

  it('warns of a late review and exits with 0', async () => {
    const text = front('faq', { reviewBy: '2026-11-17' }) + answer;
    const folder = folderOf({ 'faq-public/faq.ru.md': text });
    expect(await desk.json<Problem[]>(['kb', 'check', folder])).toMatchObject([
      {
        severity: 'warning',
        code: 'overdue',
        line: 8,
        message: 'Перечитать надо было до 2026-11-17.',
      },
    ]);
  });

  it('looks at one file or one kind, with all the others as what it may refer to', async () => {
    const folder = folderOf({
      'faq-public/a.ru.md': `${front('a')}${answer}[b-two] [faq-vpn-from-home](faq-vpn-from-home.ru.md)\n`,
      'faq-public/b-two.ru.md': 'сломано',
      'alert/c.ru.md': 'сломано',
    });
    const codes = async (path: string) => {
      const { out } = await desk.run(['kb', 'check', join(folder, path), '--json']);
      return (JSON.parse(out) as Problem[]).map(({ file, code }) => `${file.slice(-10)} ${code}`);
    };
    expect(await codes('faq-public')).toEqual(
      ['two.ru.md front-missing'].map((one) => expect.stringContaining(one)),
    );
    expect(await codes('faq-public/a.ru.md')).toEqual([]);
  });

  it('looks at the desk’s own base, and says when there is nothing to look at', async () => {
    putArticle('faq', 'без шапки');
    const { code, out } = await desk.run(['kb', 'check']);
    expect(code).toBe(1);
    expect(out).toContain(`${desk.folder}/content/kb/faq-public/faq.ru.md:1:1 ошибка: Нет шапки`);
    expect(await desk.refused(['kb', 'check', '/nowhere'])).toMatchObject({
      exit: 1,
      code: 'file-not-found',
    });
  });

  it('makes no rows and no controls of what stands in a file', async () => {
    const folder = folderOf({
      'faq-public/faq.ru.md': `${front('faq', { x: '"\\e[31m\\nошибка"' })}${answer}[x](a\u001b[2J)\n`,
      'faq-public/я\nfaq.ru.md': 'x',
    });
    const { out } = await desk.run(['kb', 'check', folder], { columns: 200 });
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    for (const row of out.trimEnd().split('\n')) expect(row.startsWith(folder)).toBe(true);
  });
});

describe('kb new', () => {
  it('starts an article that nobody sees before it is filled', async () => {
    const { path } = await desk.json<{ path: string }>(['kb', 'new', 'alert', 'disk-alarm']);
    expect(path).toBe(join(desk.folder, 'content/kb/alert/disk-alarm.ru.md'));
    expect(readFileSync(path, 'utf8')).toMatch(
      /^---\nid: disk-alarm\n[\s\S]*reviewBy: 2027-05-19\n/,
    );
    const checked = await desk.run(['kb', 'check', path, '--json']);
    expect(new Set((JSON.parse(checked.out) as Problem[]).map(({ code }) => code))).toEqual(
      new Set(['unfilled']),
    );
    expect(await desk.refused(['kb', 'show', 'disk-alarm'])).toMatchObject({
      code: 'article-unknown',
    });
  });

  it('never takes the place of an article', async () => {
    const folder = folderOf({});
    const line = ['kb', 'new', 'system', 'shop', '--to', folder];
    expect((await desk.run([...line, '--lang', 'en'])).out).toBe(`${folder}/system/shop.en.md\n`);
    expect((await desk.run(line)).out).toBe(`${folder}/system/shop.ru.md\n`);
    expect(await desk.refused(line)).toMatchObject({ exit: 1, code: 'file-exists' });
    const shipped = ['kb', 'new', 'instruction', 'printer-queue-stuck'];
    expect(await desk.refused(shipped)).toMatchObject({ exit: 1, code: 'article-exists' });
  });

  it.each(['../x', 'Диск', '.hidden', 'a/b', ''])('refuses the id «%s»', async (id) => {
    const refused = await desk.refused(['kb', 'new', 'alert', id]);
    expect(refused).toMatchObject({ exit: 1, code: 'article-id-wrong' });
  });

  it('knows the kinds', async () => {
    expect(await desk.refused(['kb', 'new', 'howto', 'x'])).toMatchObject({ exit: 2 });
  });
});

describe('kb export --public', () => {
  const publish = (folder: string) =>
    desk.json<{ index: string; count: number; removed: string[] }>([
      'kb',
      'export',
      '--public',
      folder,
    ]);

  it('makes a site of the public articles and nothing else, the same each time', async () => {
    const folder = join(folderOf({}), 'site');
    putArticle('own-answer', `${front('own-answer')}${answer}[escalation-line-3]\n`);
    const first = await publish(folder);
    expect(first).toMatchObject({ index: join(folder, 'index.html'), removed: [] });
    const texts = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const before = texts();
    expect(before.join('')).toContain('Про own-answer');
    expect(before.join('')).not.toMatch(/escalation-line-3|printer-queue-stuck/);
    await publish(folder);
    expect(texts()).toEqual(before);
  });

  it('takes out pages of articles that are no longer public, and no file of others', async () => {
    const folder = join(folderOf({}), 'site');
    putArticle('gone-answer', front('gone-answer') + answer);
    await publish(folder);
    writeFileSync(join(folder, 'logo.html'), 'чужое');
    writeFileSync(
      join(folder, '.smena-faq'),
      `../kb.md\nlogo.html/../x\n${readFileSync(join(folder, '.smena-faq'), 'utf8')}`,
    );
    putArticle('gone-answer', front('gone-answer', { public: 'false', kind: 'typical-answer' }));
    const overlay = join(desk.folder, 'content/kb/faq-public/gone-answer.ru.md');
    writeFileSync(overlay, front('gone-answer', { public: 'false' }) + answer);
    expect((await publish(folder)).removed).toEqual(['gone-answer.ru.html']);
    expect(existsSync(join(folder, 'gone-answer.ru.html'))).toBe(false);
    expect(readFileSync(join(folder, 'logo.html'), 'utf8')).toBe('чужое');
  });

  it('writes nothing into a folder that somebody else uses', async () => {
    const folder = folderOf({ 'index.html': 'чужое' });
    const refused = await desk.refused(['kb', 'export', '--public', folder]);
    expect(refused).toMatchObject({ exit: 1, code: 'site-folder-foreign' });
    expect(readdirSync(folder)).toEqual(['index.html']);
    const file = join(folder, 'index.html');
    expect(await desk.refused(['kb', 'export', '--public', file])).toMatchObject({
      code: 'file-not-written',
    });
  });

  it('writes through no link that somebody has put in the place of a page', async () => {
    const folder = join(folderOf({}), 'site');
    await publish(folder);
    const outside = join(folderOf({ 'secret.txt': 'тайна' }), 'secret.txt');
    writeFileSync(join(folder, '.smena-faq'), readFileSync(join(folder, '.smena-faq')));
    symlinkSync(outside, join(folder, 'link.part'));
    const page = join(folder, 'new-answer.ru.html');
    symlinkSync(outside, page);
    putArticle('new-answer', front('new-answer') + answer);
    expect(await desk.refused(['kb', 'export', '--public', folder])).toMatchObject({
      code: 'file-exists',
    });
    expect(readFileSync(outside, 'utf8')).toBe('тайна');
  });
});
