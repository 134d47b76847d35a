import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testArticle, testBase } from '../../support/base.ts';

const BASE = [
  testArticle(
    'disk-full',
    'Диск полон, а файлов на столько нет',
    'Алерт disk 97 %.\nМесто держит удалённый файл, его видит lsof.\nNo space left on device',
    { tags: ['linux', 'диск'] },
  ),
  testArticle('disk-full', 'Disk full, but the files do not add up', 'No space left on device', {
    lang: 'en',
  }),
  testArticle(
    'certificate-expires',
    'Сертификат сайта истекает или истёк',
    'Браузер пишет NET::ERR_CERT_DATE_INVALID.\nВыпустить новый и проверить цепочку.',
    { tags: ['tls', 'openssl'] },
  ),
  testArticle(
    'vpn-no-access',
    'VPN не подключается: ошибка 0x80070005',
    'Проверить права учётной записи.\nПосле обновления KB5034441 подключения рвутся. AADSTS50011 — другое.',
  ),
  testArticle(
    'outlook-profile',
    'Outlook не открывает профиль почты',
    'Создать профиль заново.\nПочта останется на сервере, диск не трогаем.',
  ),
  testArticle(
    'printer-blank',
    'Принтер печатает пустые листы',
    'Проверить картридж и драйвер принтера.',
  ),
  testArticle(
    'sharepoint-sync',
    'SharePoint не синхронизирует папки',
    'Проверить клиент OneDrive.',
  ),
];
const THESAURUS = `
outlook = аутлук, оутлук
учетка > учетная запись
протух, протухнуть > истекает, истек
бумага выходит чистая, лист чистый ~ пустые листы
`;

const base = await testBase(BASE, [THESAURUS]);
const search = (query: string, lang = 'ru') => base.engine.search(query, { lang });
const found = (query: string, lang = 'ru') => search(query, lang).hits.map((hit) => hit.id);

test('the article is found by any form of its words', () => {
  expect(found('сертификаты')[0]).toBe('certificate-expires');
  expect(found('истек сертификат')[0]).toBe('certificate-expires');
  expect(found('подключение vpn')[0]).toBe('vpn-no-access');
});

test('ё is е, but й is not и', () => {
  expect(found('истёк')[0]).toBe('certificate-expires');
  expect(found('учётной')[0]).toBe('vpn-no-access');
  expect(search('удаленныи').readAs).not.toBeNull();
});

test('the wrong layout is read and told, word by word', () => {
  const result = search('lbcr gjkjy');
  expect(result.hits[0]?.id).toBe('disk-full');
  expect(result.readAs).toBe('диск полон');
  expect(search('щгедщщл').readAs).toBe('outlook');
  expect(search('ghjabkm аутлук').hits[0]?.id).toBe('outlook-profile');
  expect(search('диск').readAs).toBeNull();
  expect(search('ghbynth yt gtxfnftn').readAs).toBe('принтер не печатает');
});

test('Russian in Latin letters and brands by ear are understood', () => {
  expect(found('printer pechataet pustye listy')[0]).toBe('printer-blank');
  expect(found('sertifikat sayta')[0]).toBe('certificate-expires');
  expect(found('шарпоинт')[0]).toBe('sharepoint-sync');
  expect(found('вандрайв')[0]).toBe('sharepoint-sync');
});

test('slips of the finger are corrected and told', () => {
  const result = search('сертефикат истек');
  expect(result.hits[0]?.id).toBe('certificate-expires');
  expect(result.readAs).toBe('сертификат истек');
  expect(found('притнер')[0]).toBe('printer-blank');
  expect(found('outlok')[0]).toBe('outlook-profile');
});

test('a slip inside a word that is still being typed is forgiven', () => {
  expect(found('сиртифик')[0]).toBe('certificate-expires');
});

test('the unfinished last word is enough', () => {
  expect(found('серт')[0]).toBe('certificate-expires');
  expect(found('пустые ли')[0]).toBe('printer-blank');
  expect(found('ghbyn')[0]).toBe('printer-blank');
});

test('a code is found whole, by half and by look-alike letters, but never corrected', () => {
  for (const code of [
    '0x80070005',
    '80070005',
    '0х80070005',
    'ошибка 0X80070005',
    'AADSTS50011',
    '50011',
  ]) {
    expect(found(code), code).toEqual(['vpn-no-access']);
  }
  expect(found('KB5034441')).toEqual(['vpn-no-access']);
  expect(found('5034441')).toEqual(['vpn-no-access']);
  expect(found('KB5034442')).toEqual([]);
  expect(found('0x80070006')).toEqual([]);
  expect(found('ERR_CERT_DATE')[0]).toBe('certificate-expires');
});

test('the words of the desk are searched as the terms of the base', () => {
  expect(found('учетка')[0]).toBe('vpn-no-access');
  expect(found('серт протух')[0]).toBe('certificate-expires');
  expect(found('аутлук')[0]).toBe('outlook-profile');
  expect(found('бумага из него выходит чистая')[0]).toBe('printer-blank');
});

test('a hit tells how it was found', () => {
  const reasons = search('учетка').hits[0]?.reasons;
  expect(reasons).toContainEqual({ typed: 'учетка', how: 'means', as: 'учетная запись' });
  const corrected = search('притнер').hits[0]?.reasons;
  expect(corrected).toContainEqual({ typed: 'притнер', how: 'correction', as: 'принтер' });
});

test('the title says more than the text', () => {
  expect(found('диск')[0]).toBe('disk-full');
  expect(found('почта')[0]).toBe('outlook-profile');
});

test('filler words do not hide the article', () => {
  expect(found('помогите у пользователя не работает принтер')[0]).toBe('printer-blank');
});

test('invented words find nothing; a near word is suggested', () => {
  expect(search('бурмулятор хрюндель')).toMatchObject({ hits: [], readAs: null });
  expect(search('').hits).toEqual([]);
  expect(search('qqqzzzxxv вжщшукц').hits).toEqual([]);
  const distant = search('картриджвув');
  expect(distant.hits).toEqual([]);
  expect(distant.suggestion).toBe('картридж');
});

test('of two translations the reader gets one, in the language of the reader or of the query', () => {
  const langs = (query: string, lang: string) => {
    const hits = search(query, lang).hits.filter((hit) => hit.id === 'disk-full');
    return hits.map((hit) => hit.lang);
  };
  expect(langs('no space left on device', 'ru')).toEqual(['ru']);
  expect(langs('no space left on device', 'en')).toEqual(['en']);
  expect(langs('disk full files', 'ru')).toEqual(['en']);
});

test('a hit shows the part that answers, marked as it stands there', () => {
  const [hit] = search('удаленный файл держит место').hits;
  expect(hit?.passage?.text).toBe('Место держит удалённый файл, его видит lsof.');
  const body = BASE[0]?.body ?? '';
  expect(hit?.bodyRanges.map(([start, end]) => body.slice(start, end))).toEqual([
    'Место',
    'держит',
    'удалённый',
    'файл',
  ]);
  const [titled] = search('истек ').hits;
  expect(titled?.titleRanges.map(([start, end]) => titled.title.slice(start, end))).toContain(
    'истёк',
  );
});

test('what people open after a word rises, and can be forgotten', async () => {
  const twins = await testBase([
    testArticle('a', 'Почта и пересылка', 'Первая.'),
    testArticle('b', 'Почта и пересылка', 'Вторая.'),
  ]);
  const first = () => twins.engine.search('пересылка').hits[0]?.id;
  expect(first()).toBe('a');
  for (let time = 1; time <= 3; time += 1) twins.choices.remember(['пересылк'], 'b', time);
  expect(first()).toBe('b');
  const [risen] = twins.engine.search('пересылка').hits;
  expect(risen?.reasons.map(({ how }) => how)).toContain('chosen');
  expect(twins.choices.forget()).toBe(1);
  expect(first()).toBe('a');
});

test('every word of an article finds it, and every range lies in its text', () => {
  const words = BASE.flatMap((one) =>
    (`${one.title} ${one.body}`.match(/\p{L}{4,}/gu) ?? []).map((word) => ({ one, word })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...words), ({ one, word }) => {
      const { hits } = search(word, one.lang);
      expect(hits.map(({ id }) => id)).toContain(one.id);
      for (const { titleRanges, bodyRanges, passage, title, doc } of hits) {
        const text = base.articles.body(doc);
        if (passage !== null) expect(text.startsWith(passage.text, passage.start)).toBe(true);
        expect(titleRanges.length + bodyRanges.length).toBeGreaterThan(0);
        expectInside(titleRanges, title.length);
        expectInside(bodyRanges, text.length);
      }
    }),
  );
});

test('the same query gives the same order, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (query) => {
      expect(search(query)).toEqual(search(query));
    }),
  );
});

function expectInside(ranges: readonly (readonly [number, number])[], length: number): void {
  let before = 0;
  for (const [start, end] of ranges) {
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(length);
    before = end;
  }
}

test('a name is found as it is heard: in two words, or letter by letter', () => {
  expect(found('шеар поинт')[0]).toBe('sharepoint-sync');
  expect(found('вэпээн')[0]).toBe('vpn-no-access');
});
