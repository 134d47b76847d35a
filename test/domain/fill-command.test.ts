import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillCommand, variablesOf } from '../../src/domain/fill-command.ts';

function filled(template: string, variables: Record<string, string>): string {
  const made = fillCommand(template, variables);
  return made.ok ? made.command : `refused: ${made.problem.code}`;
}

describe('a command for access', () => {
  test('gets its values', () => {
    const command = filled('ssh {login}@{host} -p {port}', {
      login: 'support',
      host: '10.0.3.7',
      port: '2222',
    });
    expect(command).toBe('ssh support@10.0.3.7 -p 2222');
    expect(variablesOf('ssh {login}@{host} # {host}')).toEqual(['login', 'host']);
  });

  test('keeps a value with blanks in one argument, in quotes of its own or of the author', () => {
    const path = { path: 'C и D/отчёт $(reboot).txt' };
    expect(filled('less {path}', path)).toBe(`less 'C и D/отчёт $(reboot).txt'`);
    expect(filled('less "/srv/{path}"', path)).toBe(`less "/srv/"'C и D/отчёт $(reboot).txt'""`);
    expect(filled('less "{path}"', path)).toBe(`less 'C и D/отчёт $(reboot).txt'`);
    expect(filled("less '/srv/{path}'", path)).toBe(`less '/srv/''C и D/отчёт $(reboot).txt'''`);
  });

  test.each([
    ['ping {host}', 'ya.ru\nreboot', 'value-control-character'],
    ['ping {host}', 'ya.ru\u001b[2J', 'value-control-character'],
    ['ping {host}', 'ya\u202E.ru', 'value-control-character'],
    ['ping\n{host}', 'ya.ru', 'control-character'],
    ['ssh {host}', '-oProxyCommand=reboot', 'value-is-option'],
    ['ssh "{host}"', '-oProxyCommand=reboot', 'value-is-option'],
    ['ssh {host}', 'a; reboot', 'value-read-twice'],
    ['/usr/bin/ssh till df {host}', '$(reboot)', 'value-read-twice'],
    [`mysql -e "select '{host}'"`, `'; drop table`, 'value-read-twice'],
    ['echo "$(ping {host})"', 'a b', 'place-too-deep'],
    ['ping {adress}', 'ya.ru', 'variable-missing'],
    ['ping "{host}', 'ya.ru', 'quote-open'],
    ['  ', '', 'command-empty'],
  ])('%s with %j is refused: %s', (template, host, code) => {
    expect(filled(template, { host })).toBe(`refused: ${code}`);
  });

  test('a backslash is read alike by every shell', () => {
    expect(filled('dir {path}', { path: 'C:\\Temp\\' })).toBe(`dir 'C:'\\\\'Temp'\\\\''`);
  });

  test('a name that every object has is no value', () => {
    expect(filled('ping {constructor}', {})).toBe('refused: variable-missing');
  });
});

/** Everything a customer's record may hold. */
const anyValue = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...`'"\\$\`!;&|<>(){}[]*?~#% \t-=aя`) }),
  fc.constantFrom(`'; reboot; '`, '$(reboot)', '`reboot`', '"$HOME"', '\\', "\\'", '*', '~', ''),
);

test('whatever a value holds, a real shell gets it back as it was', () => {
  const templates = [
    ['printf %s {value}', ''],
    ['printf %s before{value}after', 'before|after'],
    ['printf %s "before {value} after"', 'before | after'],
    [`printf %s 'before "{value}" after'`, 'before "|" after'],
    ['printf %s \\"{value}\\\'', `"|'`],
    ['printf %s "{value}"', ''],
    [`printf %s '{value}'`, ''],
    [`printf %s "\\"{value}"`, '"|'],
    ['printf %s "{value}{value}" | head -c 0; printf %s {value}', ''],
  ] as const;
  const property = fc.property(
    fc.constantFrom(...templates),
    anyValue,
    ([template, frame], value) => {
      const made = fillCommand(template, { value });
      if (!made.ok) return /[\p{C}\p{Zl}\p{Zp}]/u.test(value) || value.startsWith('-');
      const [before = '', after = ''] = frame.split('|');
      const printed = execFileSync('sh', ['-c', made.command], { encoding: 'utf8' });
      return printed === `${before}${value}${after}`;
    },
  );
  fc.assert(property, { numRuns: 150 });
});
