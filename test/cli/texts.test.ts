import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '../util/hostile-texts.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Shown {
  readonly entries: readonly { readonly text: string }[];
}

async function lastText(): Promise<string | undefined> {
  return (await desk.json<Shown>(['show', '1'])).entries.at(-1)?.text;
}

describe('standard input', () => {
  it.each([
    ['new', ['new', '--subject', 'x', '--text', '-']],
    ['reply', ['reply', '1', '--text', '-']],
    ['note', ['note', '1', '--text', '-']],
    ['call', ['call', '1', '--text', '-']],
    ['resolve', ['resolve', '1', '--text', '-']],
  ] as const)('%s reads its text with --text -', async (name, line) => {
    if (name !== 'new') await desk.run(['new', '--subject', 'один']);
    await desk.json(line, { stdin: '  раз\r\n\tдва  \n\n' });
    expect(await lastText()).toBe('  раз\n\tдва  ');
  });

  it('keeps a text that looks like options', async () => {
    await desk.run(['new', '--subject', '--json', '--text', '--quiet']);
    expect(await lastText()).toBe('--quiet');
  });

  it('reads windows-1251 and UTF-16 from programs that know no other', async () => {
    await desk.run(['new', '--subject', 'один']);
    const cp1251 = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0]);
    await desk.json(['note', '1', '--text', '-'], { stdin: cp1251 });
    expect(await lastText()).toBe('Привет мир');
    await desk.json(['note', '1', '--text', '-'], { stdin: Buffer.from('\ufeffмир', 'utf16le') });
    expect(await lastText()).toBe('мир');
  });

  it('takes ten megabytes without a single space', async () => {
    await desk.run(['new', '--subject', 'один']);
    const stdin = 'x'.repeat(10_000_000);
    expect((await desk.run(['note', '1', '--text', '-'], { stdin })).code).toBe(0);
    expect(await lastText()).toBe(stdin);
  });

  it('takes the output of a program without --text as a block, without its secrets', async () => {
    await desk.run(['new', '--subject', 'один']);
    await desk.json(['note', '1'], { stdin: 'one\npassword=hunter2\n' });
    expect(await lastText()).toBe('```\none\npassword=***\n```');
    expect(await desk.refused(['note'], { stdin: 'x' })).toMatchObject({ code: 'no-open-ticket' });
  });
});

// Nothing but our own colours and line breaks may reach a terminal as a control.
const controls =
  /[\u0000-\u0009\u000b-\u001a\u001c-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ownColours = /\u001b\[\d+m/g;

describe('hostile text', () => {
  it('is inert on a terminal and whole in a pipe', async () => {
    const texts = HOSTILE_TEXTS.map(({ text }) => text);
    const file = `${desk.folder}/hostile.jsonl`;
    const rows = texts.map((text) => ({
      subject: `х${text}`,
      customer: text,
      tags: [`т${text}`],
      entries: [{ text }],
    }));
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await desk.run(['import', 'jsonl', file]);
    const screen = { columns: 120 };
    const shown = [
      await desk.run(['queue', '--limit', '1000', '--filter', ''], screen),
      await desk.run(['queue', '--limit', '1000', '--filter', '', '--json'], screen),
      await desk.run(['queue', '--limit', '1000', '--filter', '', '--plain'], screen),
      await desk.run(['show', '1'], screen),
      await desk.run(['show', '1', '--json', '--events'], screen),
    ];
    for (const { out } of shown) {
      const rest = out.replace(ownColours, '').replaceAll('\t', '');
      expect(controls.exec(rest)?.[0].codePointAt(0)).toBeUndefined();
    }
    const piped = await desk.json<{ subject: string }[]>([
      'queue',
      '--limit',
      '1000',
      '--filter',
      '',
    ]);
    const screenJson = JSON.parse(shown[1]?.out ?? '') as { subject: string }[];
    expect(screenJson.map(({ subject }) => subject)).toEqual(piped.map(({ subject }) => subject));
  });

  it('makes no rows of its own in a card or a list', async () => {
    const evil = 'имя\nSM-9  подделка';
    await desk.run(['new', '--subject', evil, '--contact', evil, '--tag', evil]);
    await desk.run(['reply', '1', '--text', 'да']);
    for (const line of [['show', '1'], ['delivery', 'list'], ['take', '1'], ['queue']]) {
      const { out } = await desk.run(line);
      expect(out.split('\n').filter((row) => row.startsWith('SM-9'))).toEqual([]);
    }
  });

  it('is inert in error sentences', async () => {
    const evil = 'SM-1\u001b]0;x\u0007\u202e';
    const screen = { columns: 100 };
    for (const line of [['show', evil], [evil], ['queue', evil], ['queue', '--limit', evil]]) {
      const { err } = await desk.run(line, screen);
      expect(err).not.toMatch(controls);
      const json = await desk.run([...line, '--json'], screen);
      expect(json.err).not.toMatch(controls);
      expect(JSON.parse(json.err)).toHaveProperty('error.code');
    }
  });
});
