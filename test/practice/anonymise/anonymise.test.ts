import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAnonymiser } from '../../../src/practice/anonymise/anonymise.ts';
import { declineName } from '../../../src/practice/anonymise/decline-name.ts';
import type { KnownEntities } from '../../../src/practice/anonymise/personal.ts';
import { suspicious } from '../../../src/practice/anonymise/suspicious.ts';

const nobody: KnownEntities = {
  ...{ people: [], organisations: [], cities: [], emails: [], domains: [], phones: [] },
  ...{ hosts: [], assets: [], contracts: [], tickets: [], logins: [] },
};

const kettle: KnownEntities = {
  people: [
    { name: 'Игорь Сергеевич Полуэктов', gender: null },
    { name: 'Марина Ершова', gender: null },
    { name: 'Антон Кузнецов', gender: 'male' },
  ],
  organisations: ['ООО «Ромашка-Сервис»'],
  cities: ['Пермь'],
  emails: ['poluektov@romashka.ru'],
  domains: ['romashka.ru'],
  phones: ['+79123456789'],
  hosts: ['kassa7.romashka.ru', '10.20.30.40'],
  assets: ['Касса у окна'],
  contracts: ['123/45-АБ'],
  tickets: ['SM-1042'],
  logins: ['i.poluektov'],
};

function hidden(text: string, known: KnownEntities = nobody) {
  const anonymiser = openAnonymiser(known, text);
  return { text: anonymiser.hide(text), replacements: anonymiser.replacements() };
}

describe('whom a ticket is about', () => {
  it('is known by every form of the name, alone, with initials, in capitals and in Latin letters', () => {
    const { text } = hidden(
      'Полуэктову звонили? Я с Полуэктовым И. С. говорил. ПОЛУЭКТОВ молчит. Спросите Игоря Сергеевича, i.poluektov.\n' +
        'у полуэктова ромашка стоит. Igor Poluektov, Маринe Ершовой, без Ершовой никак.',
      kettle,
    );
    expect(text).not.toMatch(/полуэктов|игор|сергеевич|poluektov|igor|ершов|ромашк/iu);
  });

  it('keeps the case and the gender of the words', () => {
    const { text } = hidden('Передайте Полуэктову, что Марина Ершова ждёт Антона.', kettle);
    expect(text).toMatch(/^Передайте \p{L}+ову, что \p{L}+а \p{L}+ова ждёт \p{L}+а\.$/u);
  });

  it('leaves hope and faith alone where they are words', () => {
    const people = [{ name: 'Надежда Полуэктова', gender: null }];
    const { text } = hidden('надежда есть, Надежда?', { ...nobody, people });
    expect(text).toMatch(/^надежда есть, (?!Надежда)/u);
  });

  it('is nobody where a post or an office writes', () => {
    const people = [{ name: 'Администрация базы', gender: null }];
    const text = 'База лежит, администрация базы ждёт.';
    expect(hidden(text, { ...nobody, people }).text).toBe(text);
  });

  it('is a man although his name ends as those of women do', () => {
    expect(hidden('Никита пришёл, спросите Диму.').text).toMatch(
      /^(\p{L}+[нрмтлд]) пришёл, спросите \p{L}+[аяу]\.$/u,
    );
  });

  it('is found by a full name or a legal form that nobody had told, and then everywhere', () => {
    const { text, replacements } = hidden(
      'Пишу за Иванову Марию Петровну из ООО «Кактус и Ко». Ивановой плохо видно, у Кактуса пусто.',
    );
    expect(text).not.toMatch(/иванов|мари[юи]|петровн|кактус/iu);
    expect(replacements.every(({ isKnown }) => !isKnown)).toBe(true);
  });
});

describe('what gives itself away', () => {
  const told: readonly (readonly [text: string, gone: RegExp])[] = [
    ['Пишите на v.pupkin+work@mail.ru', /pupkin/],
    ['тел. 8 (912) 345-67-89', /345/],
    ['моб +7-912-345-67-89', /345/],
    ['call +44 20 7946 0958', /7946/],
    ['доб. 4512', /4512/],
    ['ping 10.1.2.3', /10\.1\.2\.3/],
    ['addr fe80::1ff:fe23:4567:890a', /fe23/],
    ['MAC aa-bb-cc-dd-ee-0f', /bb-cc/],
    ['host db2.kaktus.local', /kaktus/],
    ['машина KAKTUS-SRV-07', /KAKTUS/],
    ['ИНН 7707083893', /7707083893/],
    ['ИНН: 1234567890', /1234567890/],
    ['наш 500100732259', /500100732259/],
    ['карта 4111 1111 1111 1111', /4111/],
    ['паспорт серии 45 07 № 123456', /123456/],
    ['СНИЛС 112-233-445 95', /112-233/],
    ['р/с 40702810900000012345', /4070281/],
    ['по договору № АБ-17/2024', /АБ-17/],
    ['лицевой счёт 00812377', /812377/],
    ['Адрес: Пермь, Революции 13', /Революции/],
    ['сижу на ул. Карла Маркса, д. 15, кв. 3', /Маркса|15/],
    ['https://lk.kaktus.ru/in?token=a8f3c2&x=1', /a8f3c2|kaktus/],
    ['id 3f2504e0-4f89-41d3-9a0c-0305e82c3301', /3f2504e0/],
    ['C:\\Users\\pupkin\\AppData', /pupkin/],
    ['/home/pupkin/.bashrc', /pupkin/],
    ['вхожу как KAKTUS\\v.pupkin', /pupkin|KAKTUS/],
    ['логин: vpupkin', /vpupkin/],
    ['\\\\kaktus-fs\\obmen', /kaktus/],
  ];
  it.each(told)('%s', (text, gone) => {
    expect(hidden(text).text).not.toMatch(gone);
  });

  it.each([
    'Платформа 8.3.24.15, Windows 10.0.19045',
    'маска 255.255.255.0, localhost 127.0.0.1',
    'Откройте web.config и System.IO.File, ошибка 0x80070035',
    'Событие 4625 в 12:30:45, код SSO-4117, UTF-8, x86-64',
    'https://login.microsoftonline.com',
    'C:\\Users\\Public\\Desktop, HKLM\\Software',
    'Рада помочь. Подождите 15 минут, напишу до 12:00 21.11.2026.',
  ])('leaves alone: %s', (text) => {
    expect(hidden(text).text).toBe(text);
  });

  it('has one stand-in however it is written, and another has another one', () => {
    const { text } = hidden('8 (912) 345-67-89, +79123456789 и 8 912 000 11 22');
    expect(text).toBe('+7 000 000-00-01, +7 000 000-00-01 и +7 000 000-00-02');
  });

  it('tells what stayed and has to be looked at', () => {
    const text = 'Добрый день. Говорила с Зульфиёй, номер 90817263.';
    expect(suspicious(text, []).map((one) => one.text)).toEqual(['Зульфиёй', '90817263']);
  });
});

const words = fc.constantFrom(
  'не печатает',
  'срочно',
  'см.',
  'у',
  'ждёт',
  'и',
  '\n',
  'Здравствуйте,',
  'код 0x80',
);

describe('any text about them', () => {
  it('holds none of what was known, in no case of it', () => {
    const forms = [
      ...declineName('Полуэктов', 'surname', 'male'),
      ...declineName('Сергеевич', 'patronymic', 'male'),
      ...declineName('Ершова', 'surname', 'female'),
      ...declineName('Игорь', 'given', 'male'),
      ...declineName('Антон', 'given', 'male'),
      ...['Ромашка', 'Ромашки', 'Ромашке', 'Ромашку', 'Ромашкой'],
      ...['poluektov@romashka.ru', '10.20.30.40', 'kassa7.romashka.ru', '123/45-АБ', 'SM-1042'],
      ...['+7 912 345-67-89', '8(912)3456789', 'i.poluektov'],
    ];
    const written = fc.constantFrom(...forms).chain((form) => {
      return fc.constantFrom(form, form.toUpperCase(), `«${form}»`, `${form},`, `(${form})`);
    });
    const text = fc.array(fc.oneof(words, written), { maxLength: 12 }).map((all) => all.join(' '));
    const gone =
      /полуэктов|сергеевич|ершов|(?<!\p{L})игор|(?<!\p{L})антон|ромашк|romashka|poluektov|10\.20\.30|123\/45|1042|345/iu;
    fc.assert(
      fc.property(text, (some) => {
        const once = hidden(some, kettle).text;
        expect(once).not.toMatch(gone);
        expect(once.split('\n')).toHaveLength(some.split('\n').length);
      }),
      { numRuns: 150 },
    );
  });
});
