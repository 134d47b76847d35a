import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CliTexts } from '../../src/cli/cli-texts.ts';
import { type CommandSpec, longName } from '../../src/cli/command-spec.ts';
import { completionScript, shells } from '../../src/cli/completion-script.ts';
import { globalSpecs } from '../../src/cli/global-options.ts';
import { describe as describeOption, placeName } from '../../src/cli/program.ts';
import { rootSpec } from '../../src/cli/tree/root-spec.ts';
import { cli as english } from '../../src/i18n/en/cli.ts';
import { cli as russian } from '../../src/i18n/ru/cli.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeAll(() => {
  desk = new CliDesk();
});
afterAll(() => desk.close());

interface Listed {
  readonly path: string;
  readonly spec: CommandSpec;
}

function list(spec: CommandSpec, path = ''): Listed[] {
  const below = (spec.commands ?? []).map((child) => list(child, `${path} ${child.name}`.trim()));
  return [{ path, spec }, ...below.flat()];
}

const all = list(rootSpec);
const catalogues: readonly [string, CliTexts][] = [
  ['en', english],
  ['ru', russian],
];

describe.each(catalogues)('help in %s', (lang, texts) => {
  it.each(all)('has words for everything of «$path»', ({ path, spec }) => {
    expect(texts.commands[path]?.about).toMatch(/\S/);
    for (const place of spec.args ?? []) {
      expect(texts.commands[path]?.args?.[placeName(place)], place).toMatch(/\S/);
    }
    for (const option of spec.options ?? []) {
      expect(describeOption(option, path, texts), option.flags).toMatch(/\S/);
    }
  });

  it('has words for the options of every command, and none for commands that do not exist', () => {
    for (const option of globalSpecs) expect(texts.globals[longName(option.flags)]).toMatch(/\S/);
    expect(Object.keys(texts.commands).toSorted()).toEqual(all.map(({ path }) => path).toSorted());
  });

  it.each(all)('is printed for «$path» with exit code 0', async ({ path }) => {
    const words = path === '' ? [] : path.split(' ');
    const { code, out, err } = await desk.run([...words, '--help', '--lang', lang]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(texts.help.usage);
    // A description may be wrapped, so its first words are looked for.
    expect(out).toContain(texts.commands[path]?.about.slice(0, 30));
    expect(out).not.toMatch(/undefined|display help|Usage:.*\[параметры/);
  });
});

it('Russian help has no English words of the parser', async () => {
  const { out } = await desk.run(['--help']);
  expect(out).not.toMatch(/\b(?:Usage|Options|Commands|Arguments|display|choices|default)\b/);
});

it('help of a command is the same by every way to ask', async () => {
  const asked = await desk.run(['kb', 'search', '--help']);
  expect((await desk.run(['help', 'kb', 'search'])).out).toBe(asked.out);
  expect((await desk.run(['kb', 'search', '-h'])).out).toBe(asked.out);
});

it('a group without a command shows its help as a mistake', async () => {
  const { code, out, err } = await desk.run(['kb']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('search');
});

describe.each(shells)('completion for %s', (shell) => {
  it('knows every command and option', () => {
    const script = completionScript(shell, rootSpec, russian);
    for (const { path, spec } of all) {
      for (const word of path.split(' ')) expect(script).toContain(word);
      for (const option of spec.options ?? []) expect(script).toContain(longName(option.flags));
    }
  });
});
