import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommandSpec, takesValue } from '../../src/cli/command-spec.ts';
import { globalSpecs } from '../../src/cli/global-options.ts';
import { parseQuickly } from '../../src/cli/parse-quickly.ts';
import { parseFully } from '../../src/cli/program.ts';
import { rootSpec } from '../../src/cli/tree/root-spec.ts';
import { cli as texts } from '../../src/i18n/en/cli.ts';

function leaves(
  spec: CommandSpec,
  path: readonly string[] = [],
): { spec: CommandSpec; path: readonly string[] }[] {
  const below = (spec.commands ?? []).flatMap((child) => leaves(child, [...path, child.name]));
  return spec.load && path.length > 0 ? [{ spec, path }, ...below] : below;
}

const words = fc.constantFrom(
  'SM-1',
  '.',
  '-',
  'завтра',
  '10',
  'a=b',
  '',
  'queue',
  '--',
  '--json',
  '-h',
  '-x',
);
const choice = fc.constantFrom(...leaves(rootSpec));

const lines = choice.chain(({ spec, path }) => {
  const options = [...(spec.options ?? []), ...globalSpecs].map((option) => {
    const [flag = ''] = option.flags.split(' ');
    if (!takesValue(option.flags)) return fc.constant([flag]);
    const values = option.choices ? fc.constantFrom(...option.choices, 'чушь') : words;
    return fc.oneof(
      values.map((value) => [flag, value]),
      values.map((value) => [`${flag}=${value}`]),
    );
  });
  const tail = fc.array(
    fc.oneof(
      words.map((word) => [word]),
      ...options,
    ),
    { maxLength: 6 },
  );
  return tail.map((parts) => [...path, ...parts.flat()]);
});

describe('the quick reading of a line', () => {
  it('says the same as commander whenever it says anything', () => {
    const about = { texts, version: '1', columns: 100 };
    fc.assert(
      fc.property(lines, (argv) => {
        const quick = parseQuickly(rootSpec, argv);
        if (quick === null) return;
        const full = parseFully(rootSpec, argv, about);
        expect(full).toEqual({
          type: 'parsed',
          line: { spec: quick.spec, path: quick.path, args: quick.args, options: quick.options },
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [['queue', '--json']],
    [['--lang', 'en', 'queue', 'mine', '--filter', '', '--limit=3']],
    [['show', '.', '--json']],
    [['reply', '1', '--text', '--json', '--set', '1=a', '--set', '2=b']],
    [['kb', 'search', 'два', 'слова']],
    [['new', '--subject', 'x', '--', '--tag']],
  ])('%j needs no commander', (argv) => {
    const isExtra = argv.includes('--');
    expect(parseQuickly(rootSpec, argv) === null).toBe(isExtra);
  });
});
