import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Fact {
  readonly id: string;
  readonly found: boolean;
  readonly evidence: string | null;
}

/** One list of facts for each line that was printed. */
async function facts(
  stdin: string | Uint8Array,
  line: readonly string[] = [],
): Promise<readonly (readonly Fact[])[]> {
  const ran = await desk.run(['practice', 'facts', '--lang', 'ru', '--json', ...line], { stdin });
  expect(ran).toMatchObject({ code: 0, err: '' });
  const lines = ran.out.trimEnd().split('\n');
  return lines.map((one) => (JSON.parse(one) as { readonly facts: readonly Fact[] }).facts);
}

function found(list: readonly Fact[] | undefined): Record<string, string | null> {
  return Object.fromEntries(
    (list ?? []).filter((fact) => fact.found).map(({ id, evidence }) => [id, evidence]),
  );
}

describe('smena practice facts', () => {
  it('answers every line with every fact in one order', async () => {
    const text = 'Здравствуйте! Остались ещё вопросы?';
    const [first, empty, broken] = await facts(
      Buffer.concat([Buffer.from(`${text}\n\n`), Buffer.from([0xff, 0xfe, 0x20, 0x7b, 0x0a])]),
    );
    expect(found(first)).toEqual({ greeting: 'Здравствуйте', any_questions: expect.any(String) });
    expect([found(empty), found(broken)]).toEqual([{}, {}]);
    const ids = (list: readonly Fact[] | undefined) => list?.map(({ id }) => id);
    expect([ids(empty), ids(broken)]).toEqual([ids(first), ids(first)]);
  });

  it('proves what it found by a piece of the line', async () => {
    const text =
      'Нужно 10 минут, смотрю C:\\logs | cat https://kb/x#500, вернусь с новостями к 16-00.';
    const [list] = await facts(`${text}\n`);
    const proofs = Object.values(found(list));
    expect(proofs).not.toEqual([]);
    expect(proofs.filter((proof) => proof === null || !text.includes(proof))).toEqual([]);
  });

  it('reads a line of a megabyte and a file', async () => {
    expect(await facts(`${'не {"a": 1} '.repeat(90_000)}\nпривет\n`, ['--fact', 'thanks'])).toEqual(
      [
        [{ id: 'thanks', found: false, evidence: null }],
        [{ id: 'thanks', found: false, evidence: null }],
      ],
    );
    const file = join(desk.folder, 'replies.txt');
    writeFileSync(file, 'спасибо\r\n\nНет.');
    const lists = await facts('', ['--fact', 'thanks', '--file', file]);
    expect(lists.map(found)).toEqual([{ thanks: 'спасибо' }, {}, {}]);
  });

  it("takes the desk's own words for a fact", async () => {
    mkdirSync(join(desk.folder, 'content/lexicon/ru'), { recursive: true });
    writeFileSync(
      join(desk.folder, 'content/lexicon/ru/own.yaml'),
      'format: smena-facts/1\nversion: 1\nfacts: {thanks: {any: [[[мерсище]]]}}\n',
    );
    const lists = await facts('мерсище!\nспасибо\n', ['--fact', 'thanks']);
    expect(lists.map(found)).toEqual([{ thanks: 'мерсище' }, {}]);
  });

  it('adds the facts of a scenario', async () => {
    const text = 'Пришлите, пожалуйста, HAR: F12, вкладка Сеть, сохранить.\n';
    const [list] = await facts(text, ['--scenario', 'sso-401', '--fact', 'ask_har']);
    expect(found(list)).toEqual({ ask_har: 'вкладка Сеть, сохранить' });
  });

  it('shows people what was found and by which words', async () => {
    const { out } = await desk.run(['practice', 'facts', '--fact', 'thanks'], {
      stdin: 'Спасибо!\n',
    });
    expect(out).toBe('Спасибо!\n  thanks · Благодарность: Спасибо\n');
  });

  it('names what is near a fact that it does not know', async () => {
    const ran = await desk.run(['practice', 'facts', '--fact', 'greting'], { stdin: '' });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('greeting');
  });
});
