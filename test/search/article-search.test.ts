import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchArticle } from '../../src/search/article-index.ts';
import { createArticleSearch } from '../../src/search/article-search.ts';

const article = (id: string, title: string, text: string, tags: string[] = []): SearchArticle => {
  return { id, lang: 'ru', title, tags, text, kind: 'instruction', line: 2 };
};

const BASE: readonly SearchArticle[] = [
  article(
    'disk-full',
    'Диск полон, а файлов на столько нет',
    'Алерт disk 97 %.\nМесто держит удалённый файл, его видит lsof.\nNo space left on device',
    ['linux', 'диск'],
  ),
  {
    ...article('disk-full', 'Disk full, but the files do not add up', 'No space left on device'),
    lang: 'en',
  },
  article(
    'certificate-expires',
    'Сертификат сайта истекает или истёк',
    'Браузер пишет NET::ERR_CERT_DATE_INVALID.\nВыпустить новый и проверить цепочку.',
    ['tls', 'openssl'],
  ),
  article(
    'vpn-no-access',
    'VPN не подключается: ошибка 0x80070005',
    'Проверить права учётной записи.\nПосле обновления KB5034441 подключения рвутся.',
  ),
  article(
    'outlook-profile',
    'Outlook не открывает профиль почты',
    'Создать профиль заново.\nПочта останется на сервере, диск не трогаем.',
  ),
  article(
    'printer-blank',
    'Принтер печатает пустые листы',
    'Проверить картридж и драйвер принтера.',
  ),
];

const base = createArticleSearch(BASE);
const found = (query: string, lang = 'ru') =>
  base.search(query, { lang }).hits.map((hit) => hit.id);

test('the article is found by any form of its words', () => {
  expect(found('сертификаты')[0]).toBe('certificate-expires');
  expect(found('истек сертификат')[0]).toBe('certificate-expires');
  expect(found('подключение vpn')[0]).toBe('vpn-no-access');
});

test('the wrong layout is read and told', () => {
  const result = base.search('lbcr gjkjy');
  expect(result.hits[0]?.id).toBe('disk-full');
  expect(result.readAs).toBe('диск полон');
  expect(base.search('щгедщщл').readAs).toBe('outlook');
  expect(base.search('диск').readAs).toBeNull();
});

test('slips of the finger are corrected and told', () => {
  const result = base.search('сертефикат истек');
  expect(result.hits[0]?.id).toBe('certificate-expires');
  expect(result.readAs).toBe('сертификат истек');
  expect(found('притнер')).toEqual(['printer-blank']);
  expect(found('outlok')).toEqual(['outlook-profile']);
});

test('the unfinished last word is enough', () => {
  expect(found('серт')[0]).toBe('certificate-expires');
  expect(found('пустые ли')).toEqual(['printer-blank']);
  expect(found('ghbyn')).toEqual(['printer-blank']);
});

test('a code is found whole, by half and by look-alike letters, but never corrected', () => {
  for (const code of ['0x80070005', '80070005', '0х80070005']) {
    expect(found(code), code).toEqual(['vpn-no-access']);
  }
  expect(found('KB5034441')).toEqual(['vpn-no-access']);
  expect(found('KB5034442')).toEqual([]);
  expect(found('0x80070006')).toEqual([]);
  expect(found('ERR_CERT_DATE')).toEqual(['certificate-expires']);
});

test('the title says more than the text', () => {
  expect(found('диск')).toEqual(['disk-full', 'outlook-profile']);
  expect(found('почта')[0]).toBe('outlook-profile');
});

test('filler words do not hide the article', () => {
  expect(found('помогите у пользователя не работает принтер')).toEqual(['printer-blank']);
});

test('invented words find nothing; a near word is suggested', () => {
  expect(base.search('бурмулятор хрюндель')).toMatchObject({ hits: [], readAs: null });
  expect(base.search('').hits).toEqual([]);
  const distant = base.search('картриджвув');
  expect(distant.hits).toEqual([]);
  expect(distant.suggestion).toBe('картридж');
});

test('of two translations the reader gets one, in the language of the reader or of the query', () => {
  const same = (query: string, lang: string) => {
    const hits = base.search(query, { lang }).hits.filter((hit) => hit.id === 'disk-full');
    return hits.map((hit) => hit.lang);
  };
  expect(same('no space left on device', 'ru')).toEqual(['ru']);
  expect(same('no space left on device', 'en')).toEqual(['en']);
  expect(same('disk full files', 'ru')).toEqual(['en']);
});

test('a hit shows the line that answers, marked as it stands there', () => {
  const [hit] = base.search('удаленный файл держит место', { lang: 'ru' }).hits;
  const { line = '', ranges = [] } = hit?.excerpt ?? {};
  expect(line).toBe('Место держит удалённый файл, его видит lsof.');
  expect(ranges.map(([start, end]) => line.slice(start, end))).toEqual([
    'Место',
    'держит',
    'удалённый',
    'файл',
  ]);
  const [titled] = base.search('истек ').hits;
  const title = BASE[2]?.title ?? '';
  expect(titled?.titleRanges.map(([start, end]) => title.slice(start, end))).toEqual(['истёк']);
  expect(titled?.excerpt).toBeNull();
});

test('every word of an article finds it, and every range lies in its text', () => {
  const words = BASE.flatMap((one) =>
    (`${one.title} ${one.text}`.match(/\p{L}{4,}/gu) ?? []).map((word) => ({ one, word })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...words), ({ one, word }) => {
      const { hits } = base.search(word, { lang: one.lang });
      expect(hits.map(({ id }) => id)).toContain(one.id);
      for (const { excerpt, id, lang } of hits) {
        const text = BASE.find((known) => known.id === id && known.lang === lang)?.text ?? '';
        if (excerpt !== null) expect(text.startsWith(excerpt.line, excerpt.start)).toBe(true);
        for (const [start, end] of excerpt?.ranges ?? []) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(excerpt?.line.length ?? 0);
        }
      }
    }),
  );
});

test('the same query gives the same order, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (query) => {
      expect(base.search(query)).toEqual(base.search(query));
    }),
  );
});

test('a keystroke over 100 articles is answered within 5 ms', () => {
  const many = Array.from({ length: 100 }, (_, number) => {
    const { id, title, text, ...rest } = BASE[number % BASE.length] ?? article('a', 'a', 'a');
    return { ...rest, id: `${id}-${number}`, title, text: `${text}\n`.repeat(40) };
  });
  const search = createArticleSearch(many);
  const typed = 'удаленный файл держит сертефикат';
  const times = [...`${typed}${typed}${typed}`].map((_, length) => {
    const start = performance.now();
    search.search(typed.slice(0, length % typed.length));
    return performance.now() - start;
  });
  // The median: a shared machine pauses now and then.
  expect(times.sort((a, b) => a - b)[times.length >> 1]).toBeLessThan(5);
});
