import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
  ownRules('rules: [{id: L12, off: true}]\n');
});
afterEach(() => desk.close());

/** The desk's own rules. Without spelling the dictionaries need not be loaded for each story. */
function ownRules(yaml: string): string {
  mkdirSync(join(desk.folder, 'content/desk'), { recursive: true });
  const file = join(desk.folder, 'content/desk/wording.yaml');
  writeFileSync(file, yaml);
  return file;
}

interface Answer {
  readonly id?: unknown;
  readonly findings: readonly Record<string, unknown>[];
  readonly promises: readonly Record<string, unknown>[];
  readonly blocks?: boolean;
  readonly error?: Readonly<Record<string, unknown>>;
}

async function lint(stdin: string, line: readonly string[] = []) {
  const ran = await desk.run(['lint', '--json', ...line], { stdin });
  return { code: ran.code, ...(JSON.parse(ran.out) as Answer) };
}

function rules({ findings }: Answer): unknown[] {
  return findings.map(({ rule }) => rule);
}

describe('smena lint', () => {
  it('reads a time without an offset on the clock of the zone it was asked for', async () => {
    const asked = ['--tz', 'Asia/Tokyo', '--now'];
    const due = async (now: string) => {
      const { promises } = await lint('Напишу через 15 минут.', [...asked, now]);
      return promises[0]?.['dueAt'];
    };
    expect(await due('2026-11-20T10:00')).toBe('2026-11-20T01:15:00.000Z');
    expect(await due('2026-11-20 10:00:30')).toBe('2026-11-20T01:15:30.000Z');
    expect(await due('2026-11-20')).toBe('2026-11-19T15:15:00.000Z');
    expect(await due('2026-11-20T10:00+03:00')).toBe('2026-11-20T07:15:00.000Z');
  });

  it('keeps a word as the person’s own, and says what is no word', async () => {
    const added = await desk.json<{ added: string }>(['lint', '--add-word', 'шлюзик/столик']);
    expect(added).toEqual({ added: 'шлюзик/столик' });
    expect(readFileSync(join(desk.folder, 'spelling.txt'), 'utf8')).toBe('шлюзик/столик\n');
    expect(await desk.refused(['lint', '--add-word', 'два слова'])).toMatchObject({
      exit: 1,
      code: 'spelling-word-wrong',
    });
  });

  it('tells what a field of a batch could be, and reads its time in its zone', async () => {
    const lines = [
      { id: 1, text: 'Да.', lang: 'de' },
      { id: 2, text: 'Позвоню до 18:00.', now: '2026-11-20T10:00', tz: 'Asia/Tokyo' },
    ];
    const stdin = lines.map((line) => JSON.stringify(line)).join('\n');
    const { code, out } = await desk.run(['lint', '--batch'], { stdin });
    expect(code).toBe(1);
    const [wrong, right] = out.trim().split('\n');
    expect(wrong).toContain('«lang» не принимает «de». Можно: ru, en.');
    expect(right).toContain('2026-11-20T09:00:00.000Z');
  });

  it('gives findings and promises with places in the text as it came', async () => {
    const text = '\n Вы должны войти заново. Перезвоню через 15 минут.\n';
    const { code, findings, promises } = await lint(text);
    expect(code).toBe(0);
    expect(findings).toEqual([
      {
        rule: 'L01',
        severity: 'W',
        start: 2,
        end: 11,
        text: 'Вы должны',
        suggestion: expect.any(String),
        message: expect.any(String),
      },
    ]);
    expect(promises).toEqual([
      {
        start: text.indexOf('через'),
        end: text.indexOf('через') + 'через 15 минут'.length,
        text: 'через 15 минут',
        dueAt: '2026-11-18T11:15:00.000Z',
      },
    ]);
  });

  it('ends with 3 when something keeps the message back', async () => {
    expect(await lint('Это не наша проблема.')).toMatchObject({ code: 3 });
    expect(await lint('Скоро вернусь.')).toMatchObject({ code: 0 });
    expect(await lint('Скоро вернусь.', ['--kind', 'deadline'])).toMatchObject({ code: 3 });
  });

  it('counts promises in the zone that was asked for', async () => {
    const line = ['--tz', 'Asia/Vladivostok', '--now', '2026-11-18T00:00:00Z'];
    const { promises } = await lint('Напишу до 14:30.', line);
    expect(promises).toMatchObject([{ dueAt: '2026-11-18T04:30:00.000Z' }]);
  });

  it('takes for whom, by which way and on which occasion', async () => {
    expect(rules(await lint('Готово 🙂'))).toEqual(['L15']);
    expect(rules(await lint('Готово 🙂', ['--channel', 'chat']))).toEqual([]);
    expect(rules(await lint('Обновил DNS.', ['--audience', 'internal']))).toEqual([]);
    expect(rules(await lint('Готово.', ['--kind', 'first']))).toEqual(['L14']);
    const first = ['--kind', 'first', '--customer', 'Ирина Петровна'];
    expect(rules(await lint('Добрый день! Готово.', first))).toEqual(['L14']);
    expect(rules(await lint('Please wait.', ['--lang', 'en']))).toEqual(['L20']);
  });

  it('knows what the data directory holds, and the file of one call besides', async () => {
    await desk.run(['new', '--subject', 'Тема', '--customer', 'ООО «Ромашка»']);
    const text = 'У «Ромашки» то же самое, Сидоров смотрит db7.bank.local.';
    const found = async (line: readonly string[]) =>
      (await lint(text, line)).findings.filter(({ rule }) => rule === 'L18');
    expect((await found([])).map((one) => one['text'])).toEqual(['Ромашки']);
    expect(await found(['--customer', 'ООО «Ромашка»'])).toEqual([]);
    const file = join(desk.folder, 'besides.json');
    const people = [{ name: 'Пётр Сидоров', login: 'psidorov' }];
    writeFileSync(file, JSON.stringify({ people, hosts: ['db7.bank.local'] }));
    expect((await found(['--context', file])).map((one) => one['text'])).toEqual([
      'Ромашки',
      'Сидоров',
      'db7.bank.local',
    ]);
  });

  it('finds what was copied from an article of the file', async () => {
    const body =
      'Система хранит старый пароль для подключения и подставляет его после смены пароля.';
    const file = join(desk.folder, 'besides.json');
    writeFileSync(file, JSON.stringify({ articles: [{ id: 'a', title: 'Пароли', body }] }));
    const copied = await lint(`Добрый день! ${body}`, ['--context', file]);
    expect(rules(copied)).toEqual(['L10']);
  });

  it('finds misspelt words and says what they may be', async () => {
    ownRules('rules: []\n');
    expect((await lint('Спасибо, пожалуста.')).findings).toMatchObject([
      { rule: 'L12', text: 'пожалуста', suggestion: expect.stringContaining('пожалуйста') },
    ]);
  });

  it('shows a table to people', async () => {
    const { out, err, code } = await desk.run(['lint'], { stdin: 'Добрый день!\nПодождите.' });
    expect(out).toMatch(/^2:1 E L20 «Подождите» .+ → .+\n$/);
    expect(err).toMatch(/отправлять нельзя/);
    expect(code).toBe(3);
    expect((await desk.run(['lint'], { stdin: 'Готово.' })).err).toMatch(/Замечаний нет/);
  });

  it('tells what is wrong with its options', async () => {
    for (const line of [
      ['--audience', 'everybody'],
      ['--channel', 'pigeon'],
      ['--kind', 'nonsense'],
      ['--tz', 'Moscow/Kremlin'],
      ['--now', 'tomorrow'],
    ]) {
      const { exit, message } = await desk.refused(['lint', ...line], { stdin: 'x' });
      expect({ exit, line }).toEqual({ exit: 2, line });
      expect(message).toContain(line[1]);
    }
    const missing = ['lint', '--context', join(desk.folder, 'none.json')];
    expect(await desk.refused(missing, { stdin: 'x' })).toMatchObject({ code: 'file-not-found' });
    const broken = join(desk.folder, 'broken.json');
    writeFileSync(broken, '{"hosts": 5}');
    const refused = await desk.refused(['lint', '--context', broken], { stdin: 'x' });
    expect(refused).toMatchObject({ exit: 1, code: 'context-wrong' });
  });

  it('names the place of a mistake in the desk’s own rules', async () => {
    const file = ownRules('rules:\n  - {id: L01, severity: X}\n');
    const refused = await desk.refused(['lint'], { stdin: 'x' });
    expect(refused.exit).toBe(1);
    expect(refused.message).toContain(`${file}:2:`);
  });
});

describe('smena lint --batch', () => {
  const batch = async (lines: readonly string[], more: readonly string[] = []) => {
    const stdin = lines.map((line) => `${line}\n`).join('');
    const { out, err, code } = await desk.run(['lint', '--batch', '--json', ...more], { stdin });
    const answers = out.split('\n').filter(Boolean);
    return { answers: answers.map((line) => JSON.parse(line) as Answer), err, code };
  };

  it('answers every line in its order, each with its own options', async () => {
    const { answers, code } = await batch([
      JSON.stringify({ id: 'a', text: 'Готово.' }),
      JSON.stringify({ id: 7, text: 'Please hold.', lang: 'en' }),
      JSON.stringify({ id: 'c', text: 'DNS жив.', audience: 'internal' }),
      JSON.stringify({ text: 'Напишу до 14:30.', tz: 'UTC', now: '2026-11-18T08:00:00Z' }),
    ]);
    expect(code).toBe(3);
    expect(answers).toMatchObject([
      { id: 'a', findings: [], promises: [], blocks: false },
      { id: 7, findings: [{ rule: 'L20' }], blocks: true },
      { id: 'c', findings: [], blocks: false },
      { id: null, promises: [{ dueAt: '2026-11-18T14:30:00.000Z' }], blocks: false },
    ]);
  });

  it('tells of a broken line and goes on', async () => {
    const { answers, err, code } = await batch([
      '{"id": 1, "text": ',
      '[]',
      JSON.stringify({ id: 3 }),
      JSON.stringify({ id: 4, text: 'Готово.', channel: 'pigeon' }),
      JSON.stringify({ id: 5, text: 'Это не наша проблема.' }),
    ]);
    expect(code).toBe(1);
    expect(answers).toMatchObject([
      { id: null, error: { line: 1 } },
      { id: null, error: { line: 2 } },
      { id: 3, error: { line: 3 } },
      { id: 4, error: { line: 4, message: expect.stringContaining('pigeon') } },
      { id: 5, blocks: true },
    ]);
    expect(err.trim().split('\n')).toHaveLength(4);
  });
});
