import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftFromSearch, draftFromTicket } from '../../../src/app/knowledge/draft-article.ts';
import { maskPersonal } from '../../../src/app/knowledge/mask-personal.ts';
import { ownDraft } from '../../../src/app/knowledge/own-draft.ts';
import { submitArticle } from '../../../src/app/knowledge/submit-article.ts';
import { readArticleText } from '../../../src/content/own-article.ts';
import { minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk();
});
afterEach(() => here.close());

function drafted(done: ReturnType<typeof draftFromTicket>) {
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
}

describe('an article from a ticket', () => {
  it('has symptom, cause, fix and check, and nobody in it', () => {
    const customer = here.customer('Демо-Ромашка');
    const petrova = here.contact('Жанна Петрова', {
      customerId: customer.id,
      email: 'zhanna@romashka.example',
      phone: '+7 900 123-45-67',
    });
    const letter = [
      'VPN не пускает, ошибка 809. Я Петрова, мой номер 8 (900) 123-45-67.',
      'Сижу на ул. Ленина, д. 5, пишите на other@mail.example.',
      'С уважением,',
      'Жанна',
    ];
    const ticketId = here.registers('VPN 809 у Петровой', letter.join('\n'), petrova.id);
    here.does(ticketId, { type: 'tag', add: ['vpn', '809'], remove: [] });
    here.does(ticketId, { type: 'note', text: 'За NAT провайдера режут UDP 500, 4500.' });
    here.replies(ticketId, 'Жанна, включили обход, подключитесь ещё раз.');
    here.clock.forward(minute);
    here.does(ticketId, { type: 'resolve', solution: 'AssumeUDPEncapsulation = 2, перезагрузка.' });
    here.clock.forward(minute);
    here.does(ticketId, { type: 'confirm', by: 'Жанна Петрова', how: 'подключилась при мне' });
    const { id, text, version } = drafted(draftFromTicket(here.desk, ticketId));
    expect({ id, version }).toEqual({ id: 'vpn-809-u', version: 1 });
    const [, symptom = '', cause = '', ...rest] = text.split(/^## /m);
    expect(symptom).toContain('`809`');
    expect(symptom).toContain('> VPN не пускает, ошибка 809. Я ‹имя›, мой номер ‹телефон›.');
    expect(symptom).toContain('> Сижу на ‹адрес›, пишите на ‹почта›.');
    expect(cause).toContain('режут UDP 500, 4500');
    expect(rest.find((part) => part.startsWith('Что сделать'))).toContain('AssumeUDP');
    expect(rest.find((part) => part.startsWith('Как проверить'))).toContain('при мне');
    expect(rest.find((part) => part.startsWith('Что сказать'))).toContain('включили обход');
    expect(text).not.toMatch(/Петров|Жанн|Ромашк|900|Ленин|@/);
    expect(ownDraft(here.desk, { id, lang: 'ru' })?.version.ticketId).toBe(ticketId);
    expect(submitArticle(here.desk, { id, lang: 'ru' }).ok).toBe(true);
  });

  it('of the other kind begins with the table of its codes', () => {
    const ticketId = here.registers('Папка: 0x80070035', 'Пишет | 0x80070035');
    const order = { kind: 'symptom-tree', id: 'smb-path', lang: 'en' } as const;
    const { text } = drafted(draftFromTicket(here.desk, ticketId, order));
    expect(text).toContain('| `0x80070035` |');
    expect(text).toContain('owner: line-3');
    expect(text).toContain('tags: ["0x80070035"]');
    expect(readArticleText({ id: 'smb-path', lang: 'en' }, text).ok).toBe(true);
    expect(() => draftFromTicket(here.desk, ticketId, order)).toThrow('article-exists');
  });
});

describe('an article from a search', () => {
  it('is named after the question, and a second one is not the first', () => {
    const query = 'Как настроить сканер: в почту?';
    const first = drafted(draftFromSearch(here.desk, query));
    expect(first.id).toBe('kak-nastroit-skaner-v-pochtu');
    expect(first.text).toContain(`title: ${JSON.stringify(query)}`);
    expect(drafted(draftFromSearch(here.desk, query)).id).toBe(`${first.id}-2`);
    expect(drafted(draftFromSearch(here.desk, '???')).id).toBe('article');
  });

  it('can always be read back, whatever was asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (query) => {
        fc.pre(query.trim() !== '');
        const { id, text } = drafted(draftFromSearch(here.desk, query));
        const read = readArticleText({ id, lang: 'ru' }, text);
        expect(read).toMatchObject({ ok: true, value: { id, owner: 'line-2' } });
      }),
      { numRuns: 50 },
    );
  });
});

describe('masking', () => {
  const nobody = { names: [], emails: [], phones: [], addresses: [] };
  const mask = (text: string, names: readonly string[] = []) =>
    maskPersonal(text, { ...nobody, names }, 'ru');

  it.each([
    ['звоните +7 (495) 123-45-67 до шести', 'звоните ‹телефон› до шести'],
    ['я Иванов Пётр Сергеевич, бухгалтер', 'я Иванов ‹имя›, бухгалтер'],
    ['password=hunter2 и ivan.petrov@firma.example', 'password=*** и ‹почта›'],
    ['Мира, проспект 5', 'Мира, проспект 5'],
    ['ошибка 0x80070035, порт 1194, 10.0.0.1', 'ошибка 0x80070035, порт 1194, 10.0.0.1'],
    ['версия 8.3.24.1467 от 2026-11-18', 'версия 8.3.24.1467 от 2026-11-18'],
    ['всё.\n-- \nИван, +7 900', 'всё.'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('knows a name in every case, and leaves the word alone that only looks like it', () => {
    expect(mask('Розе и Розой, с розой; Розенталь', ['Роза'])).toBe(
      '‹имя› и ‹имя›, с розой; Розенталь',
    );
  });
});
