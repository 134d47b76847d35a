import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { internalNames, lintIt, rulesOf, wordingWith } from './lint-scene.ts';

describe('what is not the engineer’s own words', () => {
  test('quoted lines, letters below and citations are left alone', () => {
    const letter = [
      'Понимаю вас.',
      '',
      'пт, 20 нояб. 2026 г. в 10:12, Иван <ivan@x.example> написал(а):',
      'Вы должны всё починить!!! Это не наша проблема.',
    ].join('\n');
    expect(lintIt(letter)).toEqual([]);
    expect(lintIt('> Вы должны\n>> это не наша проблема\nПонял.')).toEqual([]);
    expect(lintIt('Вы писали:\nвы должны мне перезвонить\n\nЗвоню в 15:00.')).toEqual([]);
    expect(rulesOf(lintIt('> цитата\nВы должны ждать до 15:00.'))).toEqual(['L01']);
  });

  test('code, links and paths are no wording, but a listed machine is a leak there too', () => {
    expect(lintIt('Выполнил `you must --soon` и C:\\soon\\DNS\\proxy.log')).toEqual([]);
    expect(lintIt('```\nYou must wait soon\n```\nГотово, проверил.')).toEqual([]);
    expect(rulesOf(lintIt('Журнал: https://zabbix.int/soon'))).toEqual(['L18']);
    expect(rulesOf(lintIt('`ping db01.corp.local`'))).toEqual(['L18']);
  });
});

describe('places', () => {
  test('count UTF-16 units of the text as it was given', () => {
    const text = '\r\n  🙂 Вы\u00a0должны ёлку, {name}\r\n';
    const found = lintIt(text, { channel: 'chat' });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Вы\u00a0должны',
      '{name}',
    ]);
    expect(found.map((finding) => finding.text)).toEqual(['Вы\u00a0должны', '{name}']);
  });

  test('are valid and in order for any text', () => {
    const piece = fc.constantFrom(
      ...[
        'вы должны',
        'скоро',
        '{',
        '}',
        '{{',
        '⟦',
        '`',
        '```\n',
        '> ',
        '«',
        '»',
        'DNS',
        '!!',
        '\n',
      ],
      ...[
        '🙂',
        'İ',
        'ё',
        'http://',
        'пароль: a1b2',
        'подождите',
        '4111111111111111',
        '\u0000',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const finding of lintIt(text, { kind: 'close' })) {
          expect(finding.text).toBe(text.slice(finding.start, finding.end));
          expect(finding.start).toBeGreaterThanOrEqual(last);
          expect(finding.end).toBeLessThanOrEqual(text.length);
          last = finding.start;
        }
      }),
    );
  });

  test('an empty text has none', () => {
    for (const kind of ['first', 'hold', 'deadline', 'close'])
      expect(lintIt('', { kind })).toEqual([]);
  });
});

describe('who reads', () => {
  test('a note to colleagues may use their words, but no secrets and no empty places', () => {
    const note = 'Бэкенд лежит, psidorov смотрит, скоро починим. {причина} пароль: Qwe123!';
    expect(rulesOf(lintIt(note, { audience: 'internal' }))).toEqual(['L09', 'SECRET']);
  });

  test('words of the trade are fine for who is at home in it, or used them first', () => {
    expect(rulesOf(lintIt('DNS отвечает.'))).toEqual(['L03']);
    expect(lintIt('DNS отвечает.', { isTechnical: true })).toEqual([]);
    expect(lintIt('ДНС отвечает.', { customerTexts: ['у нас упал dns'] })).toEqual([]);
  });

  test('messages are for the engineer, suggestions for the text', () => {
    const [found] = lintIt('You must restart it, because it hangs.', { reader: 'ru' });
    expect(found).toMatchObject({ message: expect.stringMatching(/[а-я]/) });
    expect(found?.suggestion).toMatch(/^Please/);
  });

  test('slips that keep a message back are found in either language', () => {
    expect(rulesOf(lintIt('Добрый день! Sorry, not our problem.'))).toEqual(['L07']);
    expect(lintIt('This is fine.', { language: 'ru' })).toEqual([]);
  });
});

describe('internal names', () => {
  test('bend with the sentence', () => {
    for (const text of [
      'Передал Сидорову',
      'От Сидорова',
      'С Сидоровым',
      'Петру Сидорову',
      'Ковальчук М.',
    ])
      expect(rulesOf(lintIt(text)), text).toEqual(['L18']);
    expect(rulesOf(lintIt('Спасибо Марине Ковальчук'))).toEqual(['L18']);
  });

  test('are only those that are listed', () => {
    for (const text of [
      'srv-01.corp.local',
      'Иванову',
      '10.20.0.151',
      'psidorov2',
      'zabbix.internal',
    ])
      expect(lintIt(`Это ${text}.`), text).toEqual([]);
  });

  test('may greet and sign', () => {
    expect(lintIt('Добрый день, Пётр Сидоров!')).toEqual([]);
    expect(lintIt('Меня зовут Пётр Сидоров.')).toEqual([]);
    expect(lintIt('Вход работает.\n\nС уважением,\nПётр Сидоров')).toEqual([]);
    expect(lintIt('У «Ромашки» работает.', { customer: 'Ромашка' })).toEqual([]);
  });

  test('are names before they are logins, when written and introduced as names', () => {
    const people = [{ name: 'Олег Панин', login: 'oleg' }];
    const wording = wordingWith({ people, hosts: [], customers: [] });
    const rules = (text: string) => rulesOf(lintIt(text, {}, wording));
    expect(rules("Good afternoon! I'm Oleg Panin, Support desk.")).toEqual([]);
    expect(rules('Good afternoon, Imran! This is Oleg.')).toEqual([]);
    expect(rules('This is oleg on the server.')).toEqual(['L18']);
    expect(rules('The log was read by Oleg.')).toEqual(['L18']);
  });
});

describe('articles', () => {
  const article = {
    id: 'vpn',
    title: 'VPN после смены пароля',
    body: [
      'Windows хранит старый пароль для подключения и подставляет его после смены.',
      'Сервер отвечает отказом, хотя учётная запись в порядке.',
      '',
      '1. Откройте диспетчер учётных данных и удалите запись нашего шлюза вместе с паролем.',
    ].join('\n'),
  };
  const wording = wordingWith(internalNames, () => [article]);
  const found = (text: string) => lintIt(text, {}, wording).filter(({ rule }) => rule === 'L10');

  test('a part that stands in one nearly word for word is marked', () => {
    const copied =
      'Windows хранит старый пароль для подключения и подставляет его после смены. Сервер отвечает отказом, хотя учетная запись в порядке.';
    expect(found(`Добрый день, Анна! ${copied} Напишу в 15:00.`)).toMatchObject([
      { text: copied, message: expect.stringContaining(article.title) },
    ]);
  });

  test('own words and numbered steps are not', () => {
    expect(
      found('После смены пароля Windows подставила прежний, поэтому сервер вас не впустил.'),
    ).toEqual([]);
    expect(
      found('1. Откройте диспетчер учётных данных и удалите запись нашего шлюза вместе с паролем.'),
    ).toEqual([]);
  });
});

test('somebody is greeted by the name they go by, wherever it stands', () => {
  const greet = (callName: string | null) =>
    rulesOf(
      lintIt('Hello and welcome back. Peggy, I am looking at the log now.', {
        ...{ language: 'en', kind: 'first', customer: 'Margaret Hale', callName },
      }),
    );
  expect(greet(null)).toContain('L14');
  expect(greet('Peggy')).not.toContain('L14');
});

test('more than 120 words are marked from the first beyond them', () => {
  const text = Array.from({ length: 125 }, (_, at) => `слово${at}`).join(' ');
  const [found] = lintIt(text).filter(({ rule }) => rule === 'L11');
  expect(found?.text).toBe('слово120 слово121 слово122 слово123 слово124');
});

test('marks of a template cannot be sent over; what only looks like a place can, with a reason', () => {
  const bars = (text: string) =>
    lintIt(text).flatMap(({ rule, isAbsolute }) => (rule === 'L09' ? [isAbsolute] : []));
  expect(bars('Вернусь через ⟦минут⟧.')).toEqual([true]);
  expect(bars('Ваш номер {{ ticket.number }}.')).toEqual([true]);
  expect(bars('Здравствуйте, ФИО!')).toEqual([false]);
  expect(bars('Впишите {login} в это поле.')).toEqual([false]);
});
