import { describe, expect, it } from 'vitest';
import { splitCommand } from '../../src/util/split-command.ts';

describe('a command line', () => {
  it.each([
    ['sendmail -t', ['sendmail', '-t']],
    ['  msmtp   -a work\t-t ', ['msmtp', '-a', 'work', '-t']],
    [`'/opt/my mail/send' -C "a b"`, ['/opt/my mail/send', '-C', 'a b']],
    [`a\\ b c\\"d "e\\"f" 'g\\h'`, ['a b', 'c"d', 'e"f', 'g\\h']],
    [`x "" ''`, ['x', '', '']],
    ['echo $HOME; rm *', ['echo', '$HOME;', 'rm', '*']],
    ['', []],
  ])('%s', (line, words) => {
    expect(splitCommand(line)).toEqual(words);
  });

  it('is none with an open quote', () => {
    expect(splitCommand('a "b')).toBeNull();
  });
});
