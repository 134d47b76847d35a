import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { canonicalCharset, decodeBytes, guessCharset } from '../../src/intake/charset.ts';
import { bytes } from './bytes.ts';

const charsets = ['utf-8', 'windows-1251', 'koi8-r', 'cp866', 'iso-8859-5'] as const;

const sentences = [
  'Добрый день, не работает интернет с самого утра.',
  'Принтер на третьем этаже печатает пустые листы',
  'ПРОШУ СРОЧНО ВОССТАНОВИТЬ ДОСТУП К ПОЧТЕ',
  'Коллеги, опять то же самое: 1С зависает при проведении документа.',
  'не могу войти в VPN, пишет «неверный пароль»',
  'Спасибо, всё заработало!',
  'Ошибка 0x80070005 при обновлении, скриншот во вложении',
  'Здравствуйте! Сертификат истекает в пятницу.',
  'Объём диска закончился, подъезд 5',
  'Ждём ответа от поставщика, клиент звонил дважды',
];

test('a Russian sentence is recognised in all five encodings', () => {
  const sentence = fc.shuffledSubarray(sentences, { minLength: 1 }).map((list) => list.join('\n'));
  fc.assert(
    fc.property(sentence, fc.constantFrom(...charsets), (text, charset) => {
      const encoded = bytes(text, charset);
      // Quotation marks are not in every table: compare with what the table could hold.
      const written = iconv.decode(Buffer.from(encoded), charset);
      expect(decodeBytes(encoded, null)).toMatchObject({ text: written, charset });
    }),
    { numRuns: 300 },
  );
});

test('a single greeting is enough for the guess', () => {
  for (const charset of charsets) {
    expect(guessCharset(bytes('Здравствуйте', charset))).toBe(charset);
    expect(guessCharset(bytes('Не работает почта', charset))).toBe(charset);
  }
});

test('plain ASCII and an empty body are UTF-8', () => {
  expect(guessCharset(bytes('hello'))).toBe('utf-8');
  expect(guessCharset(new Uint8Array(0))).toBe('utf-8');
});

test('one damaged byte does not turn UTF-8 into another encoding', () => {
  const damaged = Buffer.from(bytes('Не работает интернет с самого утра'));
  damaged[5] = 0xff;
  expect(guessCharset(damaged)).toBe('utf-8');
});

test('French text is not read as Cyrillic', () => {
  expect(guessCharset(bytes('Le réseau est tombé à midi, ça ne marche plus', 'latin1'))).toBe(
    'windows-1252',
  );
});

test('a byte order mark decides', () => {
  expect(guessCharset(Buffer.from([0xff, 0xfe, 0x1f, 0x04]))).toBe('utf-16le');
});

test('Cyrillic bytes declared as UTF-8 or Latin are read by their own table', () => {
  const text = 'Не работает интернет с 9 утра, роутер горит красным';
  for (const declared of ['utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'no-such-charset']) {
    const decoded = decodeBytes(bytes(text, 'windows-1251'), declared);
    expect(decoded, declared).toEqual({ text, charset: 'windows-1251', guessed: true });
  }
});

test('a wrongly declared Cyrillic table is overruled, a right one is believed', () => {
  const text = 'Не работает интернет с 9 утра, роутер горит красным';
  for (const written of charsets) {
    for (const declared of charsets) {
      expect(decodeBytes(bytes(text, written), declared).text, `${written} as ${declared}`).toBe(
        text,
      );
    }
  }
});

test('a correct declaration is believed for a single letter', () => {
  for (const charset of charsets) {
    expect(decodeBytes(bytes('я', charset), charset)).toMatchObject({ text: 'я', guessed: false });
  }
});

test('a letter cannot ask for a transformation instead of a charset', () => {
  expect(decodeBytes(bytes('hello'), 'hex').text).toBe('hello');
  expect(decodeBytes(bytes('hello'), 'base64').text).toBe('hello');
});

test('charset labels have one name', () => {
  expect(canonicalCharset(' CP1251 ')).toBe('windows-1251');
  expect(canonicalCharset('x-cp866')).toBe('cp866');
  expect(canonicalCharset('')).toBe(null);
});

test('no bytes and no label make decoding throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (raw, label) => {
      expect(typeof decodeBytes(raw, label).text).toBe('string');
    }),
    { numRuns: 300 },
  );
});
