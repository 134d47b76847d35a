import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactRule } from '../../../src/content/scenario/fact-rule.ts';
import { usualScene } from '../../../src/practice/fact/detectors.ts';
import { factBook, wordsToLookUp } from '../../../src/practice/fact/fact-book.ts';
import { findFacts } from '../../../src/practice/fact/find-facts.ts';
import { stemsOnly, wordForms } from '../../../src/practice/fact/word-forms.ts';
import { shippedFacts } from './replies.ts';

function fact(any: FactRule['any'], more: Partial<FactRule> = {}): FactRule {
  const examples = { pass: [], fail: [] };
  return { id: 'it', any, unless: [], detector: null, examples, title: null, rule: null, ...more };
}

/** The words that prove the fact; null when it is not found. */
function proof(text: string, rule: FactRule, words = stemsOnly()): string | null {
  return findFacts(text, [rule], words)[0]?.evidence ?? null;
}

describe('the words of a pattern', () => {
  it('stand for all their forms, by stem or by dictionary', () => {
    const version = fact([[['версия']]]);
    expect(proof('Пришлите номер ВЕРСИИ.', version)).toBe('ВЕРСИИ');
    const child = fact([[['child']]]);
    expect(proof('two children', child)).toBeNull();
    const words = wordForms(new Map([['children', ['child']]]));
    expect(proof('two children', child, words)).toBe('children');
  });

  it('are no forms of what a prefix turns round', () => {
    const words = wordForms(
      new Map([
        ['restart', ['start', 'restart']],
        ['started', ['start']],
      ]),
    );
    const restart = fact([[['restart']]]);
    expect(proof('It started this morning', restart, words)).toBeNull();
    expect(proof('Please restart it', restart, words)).toBe('restart');
  });

  it('are one with ё and е, with stress marks and soft hyphens', () => {
    expect(proof('Отчёт готов', fact([[['отчет']]]))).toBe('Отчёт');
    expect(proof('от\u00adчёт', fact([[['отчёт']]]))).toBe('от\u00adчёт');
  });

  it('begin or are exactly so when they are written so', () => {
    expect(proof('Пришлю лог', fact([[['присл*']]]))).toBeNull();
    expect(proof('Прислал лог', fact([[['присл*']]]))).toBe('Прислал');
    expect(proof('напишите мне', fact([[['=напишу']]]))).toBeNull();
    expect(proof('напишу вам', fact([[['=напишу']]]))).toBe('напишу');
  });

  it('come in their order with at most two others between', () => {
    const rule = fact([[['пришлите лог']]]);
    expect(proof('Пришлите, пожалуйста, ваш лог', rule)).toBe('Пришлите, пожалуйста, ваш лог');
    expect(proof('Пришлите мне сейчас же лог', rule)).toBeNull();
    expect(proof('лог пришлите', rule)).toBeNull();
  });

  it('offer a choice at one place, and stand side by side where they are tied', () => {
    expect(proof('киньте скрин', fact([[['пришлите|киньте скрин|лог']]]))).toBe('киньте скрин');
    expect(proof('ни при чём', fact([[['ни_при_чём']]]))).toBe('ни при чём');
    expect(proof('ни это при чём', fact([[['ни_при_чём']]]))).toBeNull();
  });

  it('find codes whatever signs stand around them', () => {
    expect(proof('код: «SSO-4117».', fact([[['SSO-4117']]]))).toBe('SSO-4117');
    expect(proof('run `Get-Item -Path "x"`', fact([[['Get-Item']]]))).toBe('Get-Item');
  });
});

describe('the groups of an alternative', () => {
  const rule = fact([[['подпись'], ['ответ', 'целиком']]]);

  it('are all needed, an empty one aside', () => {
    expect(proof('Подпись не на всём ответе', rule)).toBe('Подпись не на всём ответе');
    expect(proof('Подпись стоит', rule)).toBeNull();
    expect(proof('Спасибо!', fact([[['спасибо'], []]]))).toBe('Спасибо');
  });

  it('stand in one sentence, with `~` in the next one as well', () => {
    const text = 'Подпись есть. Ответ пришёл.';
    expect(proof(text, rule)).toBeNull();
    expect(proof(text, fact([[['подпись'], ['ответ'], ['~']]]))).toBe('Подпись есть. Ответ');
  });

  it('ask for a question, a beginning, a time or a length by a sign', () => {
    const asked = fact([[['версия'], ['?']]]);
    expect(proof('Версия 4.2.', asked)).toBeNull();
    expect(proof('Какая версия?', asked)).toBe('версия');
    const first = fact([[['привет'], ['^']]]);
    expect(proof('Всё готово, проверил три раза. Передайте! Привет', first)).toBeNull();
    expect(proof('Буду там. Напишу', fact([[['напишу'], ['@time']]]))).toBeNull();
    expect(proof('Напишу до 18:00', fact([[['напишу'], ['@time']]]))).toBe('Напишу до 18:00');
    expect(proof('Подождите секунду', fact([[['подождите'], ['@length']]]))).toBeNull();
    expect(proof('Подождите 5 минут', fact([[['подождите'], ['@length']]]))).toBe(
      'Подождите 5 минут',
    );
  });
});

describe('a time in the sentence', () => {
  const rule = fact([[['=расскажу', '=сообщу', '=отвечу', '=tell', '=answer'], ['@time']]]);

  it.each([
    'Расскажу, что случилось в 14:05.',
    'Сообщу, почему в 15:00 оборвалась связь.',
    'Если до 15:00 не заработает, отвечу сразу.',
    'Пришлите лог до 15:00, я отвечу.',
    'Сообщу вам: в 15:00 канал переключится.',
    'Посмотрю журнал за сутки и сообщу.',
    "I'll tell you what happened at 14:05.",
  ])('is not that of the word when its clause is about something else: %s', (text) =>
    expect(proof(text, rule)).toBeNull(),
  );

  it.each([
    'Расскажу в 14:05, что случилось.',
    'Жду ответа из сети, в 15:00 сообщу.',
    'Сообщу, как только починят, но не позже 15:00.',
    'Если связь пропадёт, отвечу вам до 15:00.',
    "I'll tell you at 14:05 what happened.",
  ])('goes with it otherwise: %s', (text) => expect(proof(text, rule)).not.toBeNull());
});

it('takes a verb for an order only where nobody is said to do it', () => {
  const rule = fact([[['>switch']]]);
  expect(proof('Open the panel and switch the line.', rule)).toBe('switch');
  expect(proof('The engineer will open it and switch the line.', rule)).toBeNull();
});

describe('a denied fact', () => {
  const rule = fact([[['пришлите', 'прислать', 'присылать', 'send']]]);

  it.each(['Не присылать!', 'Присылать ничего не нужно.', "Don't send it", 'Нет нужды присылать'])(
    'is none: %s',
    (text) => expect(proof(text, rule)).toBeNull(),
  );

  it.each([
    'Нет, пришлите лог.',
    'Не могли бы вы прислать лог?',
    'Не забудьте прислать лог',
    'Please do not forget to send it',
    'Не понял, пришлите ещё раз',
  ])('is one when something else is denied, or nothing: %s', (text) =>
    expect(proof(text, rule)).not.toBeNull(),
  );

  it('is what a pattern looks for that denies itself', () => {
    expect(proof('Повторять не нужно', fact([[['повторять не нужно']]]))).toBe(
      'Повторять не нужно',
    );
  });

  it('is silenced by the words that rule it out in its sentence only', () => {
    const promise = fact([[['исправим']]], { unless: ['даже если'] });
    expect(proof('Напишу, даже если не сразу исправим', promise)).toBeNull();
    expect(proof('Напишу, даже если поздно. Исправим.', promise)).toBe('Исправим');
  });

  it('is silenced from the next sentence after `~`, and in its very proof after `&`', () => {
    const regret = fact([[['извините за']]], { unless: ['~наша вина'] });
    expect(proof('Это наша вина. Извините за сбой.', regret)).toBeNull();
    const promise = fact([[['напишу'], ['@time']]], { unless: ['&напишу =инженеру'] });
    expect(proof('Напишу инженеру до 15:00.', promise)).toBeNull();
    expect(proof('Напишу инженеру, а в 15:00 напишу вам.', promise)).toBe('в 15:00 напишу');
  });

  it('is not silenced by words that are denied themselves', () => {
    const handed = fact([[['передал']]], { unless: ['придётся рассказать'] });
    expect(proof('Передал, придётся рассказать снова.', handed)).toBeNull();
    expect(proof('Передал, вам не придётся рассказать снова.', handed)).toBe('Передал');
  });
});

describe('words of others', () => {
  const rule = fact([[['ошибка']]]);

  it.each([
    '> у меня ошибка\nСмотрю.',
    'Вы писали: «опять эта ваша ошибка на экране горит».',
    'Вы пишете: «ошибка».',
    'На экране «вот такая большая страшная ошибка и всё».',
  ])('prove nothing: %s', (text) => expect(proof(text, rule)).toBeNull());

  it.each([
    'Нажмите кнопку «Показать, какая именно ошибка случилась при входе».',
    'Откройте пункт «Ошибка».',
    'Вы писали об этом, откройте окно «Ошибка входа».',
    'In the field “ошибка” there is a zero.',
  ])('are not what stands on a screen: %s', (text) => expect(proof(text, rule)).not.toBeNull());

  it('are not those of a reply that stands in quotation marks as a whole', () => {
    expect(proof('«Вижу, что у вас ошибка, уже смотрю журнал»', rule)).toBe('ошибка');
  });
});

describe('a detector', () => {
  it('finds the customer in any case form', () => {
    const rule = fact([], { detector: 'customer-name' });
    const scene = { ...usualScene, callName: 'Игорь Сергеевич' };
    const hits = findFacts('Передам Игорю Сергеевичу', [rule], stemsOnly(), scene);
    expect(hits).toEqual([{ id: 'it', start: 8, end: 13, evidence: 'Игорю' }]);
    expect(findFacts('Здравствуйте', [rule], stemsOnly(), scene)).toEqual([]);
  });

  it('tells who writes from whom it is written of', () => {
    const rule = fact([], { detector: 'introduction' });
    expect(proof('Добрый день, я Олег, вторая линия.', rule)).toBe('я Олег');
    expect(proof('Тамара из третьей линии проверит.', rule)).toBeNull();
  });
});

it('puts what a scenario knows otherwise over the shared facts', () => {
  const [shared, own] = [fact([[['a']]]), fact([[['b']]])];
  expect(factBook(new Map([['it', shared]]), new Map([['it', own]])).get('it')).toBe(own);
});

it('asks the dictionary for the words of texts and patterns, each once', () => {
  const rule = fact([[['напишу', 'присл*', '=жду']]], { unless: ['никогда'] });
  expect(wordsToLookUp(['Напишу НАПИШУ ёж'], [rule])).toEqual(['напишу', 'никогда', 'еж']);
});

describe('any text', () => {
  const rules = [...shippedFacts('ru').values(), ...shippedFacts('en').values()];
  const words = stemsOnly();
  const nasty = fc.constantFrom(
    ...['https://kb/x?a=1#500', '#500', '{"error": 42}', 'a -> b', 'cat x | grep', 'C:\\temp\\x'],
    ...['нет', '12:30', '> ', '«', '"', '`', '\n', '\u0000', '\ud800', 'не', 'Меня зовут', '№'],
  );
  const text = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 }), fc.lorem({ maxCount: 3 })))
    .map((parts) => parts.join(' '));

  it('is judged without a slip, and every proof is a piece of it', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const { start, end, evidence } of findFacts(said, rules, words)) {
          expect(end).toBeGreaterThan(start);
          expect(said.slice(start, end)).toBe(evidence);
        }
      }),
      { numRuns: 150 },
    );
  });
});
