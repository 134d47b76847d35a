import { describe, expect, it } from 'vitest';
import { anyCase } from '../../../src/practice/fact/any-case.ts';

const find = (source: string, text: string) => new RegExp(anyCase(source), 'u').test(text);

describe('an expression in any case', () => {
  it('takes its letters as they come, in words and in classes', () => {
    for (const text of ['МЕНЯ зовут', 'меня Зовут']) expect(find('меня зовут', text)).toBe(true);
    expect(find('мо[её] имя', 'МОЁ ИМЯ')).toBe(true);
    expect(find('[^а]б', 'АБ')).toBe(false);
  });

  it('holds to the case where it was asked to, and leaves names of groups alone', () => {
    const source = String.raw`name\s(?<name>(?-i:\p{Lu})\p{Ll}+)`;
    expect(new RegExp(anyCase(source), 'u').exec('NAME Anton')?.groups?.['name']).toBe('Anton');
    expect(find(source, 'name anton')).toBe(false);
  });
});
