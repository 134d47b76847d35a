import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommandSpec, longName } from '../../src/cli/command-spec.ts';
import { rootSpec } from '../../src/cli/tree/root-spec.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const commands = readme.slice(readme.indexOf('## Команды'), readme.indexOf('### Ключи'));

function names(word: string): boolean {
  return new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(commands);
}

function everyCommand(spec: CommandSpec, path = ''): readonly [string, CommandSpec][] {
  const own: [string, CommandSpec] = [`${path}${spec.name}`, spec];
  return [own, ...(spec.commands ?? []).flatMap((one) => everyCommand(one, `${own[0]} `))];
}

describe('the README', () => {
  test.each(rootSpec.commands?.flatMap((spec) => everyCommand(spec)) ?? [])(
    'names `%s` with its options',
    (_, { name, options = [] }) => {
      const words = [name, ...options.map(({ flags }) => `--${longName(flags)}`)];
      expect(words.filter((word) => !names(word))).toEqual([]);
    },
  );
});
