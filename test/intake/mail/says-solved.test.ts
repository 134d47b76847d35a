import { describe, expect, it } from 'vitest';
import { saysSolved } from '../../../src/intake/mail/says-solved.ts';

const says = (text: string, quoted: string | null = null) => {
  return saysSolved({ text: `${text}${quoted ?? ''}`, quoted });
};

describe('a letter after the solution', () => {
  it.each([
    'Спасибо, всё работает',
    'Работает!',
    'Добрый день!\n\nДа, теперь всё работает. Спасибо большое!\n\nС уважением,\nИван Петров\nООО «Ромашка»',
    'Вопрос решён, можно закрыть',
    'Thank you, it works now.\n\nBest regards,\nJohn',
    'The issue is resolved, thanks',
  ])('that says only that all is well leaves it alone: %s', (text) => {
    expect(says(text)).toBe(true);
  });

  it.each([
    'Не работает',
    'Спасибо, но опять не работает',
    'Спасибо, опять проблема',
    'Спасибо, жду',
    'работает?',
    'да',
    'Работает, а вот принтер молчит',
    'Thanks, still broken',
    '',
  ])('that says anything else is for a person to read: %s', (text) => {
    expect(says(text)).toBe(false);
  });

  it('is read without what it only repeats', () => {
    expect(says('Спасибо!\n', '> Не работает? Напишите, вернём в работу.')).toBe(true);
  });
});
