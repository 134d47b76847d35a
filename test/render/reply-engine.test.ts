import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Language } from '../../src/domain/vocabulary.ts';
import { filterNames } from '../../src/render/filters.ts';
import { createReplyEngine } from '../../src/render/reply-engine.ts';
import { type ReplyScope, replyVariables } from '../../src/render/variables.ts';

const deskTimeZone = 'Europe/Moscow';
const engines = {
  ru: createReplyEngine({ language: 'ru', deskTimeZone }),
  en: createReplyEngine({ language: 'en', deskTimeZone }),
};

/** 12:20 in Moscow. */
const scope: ReplyScope = {
  ticket: {
    number: 'SM-1042',
    subject: 'Не входит в почту',
    status: 'В работе',
    priority: 'P2',
    line: 'линия 2',
    created: Date.parse('2026-03-03T06:00:00Z'),
  },
  customer: { name: 'Демо-Причал', city: 'Екатеринбург' },
  contact: {
    name: 'Ирина Петровна Демидова',
    callName: 'Ирина Петровна',
    email: null,
    phone: null,
    timeZone: 'Asia/Yekaterinburg',
    language: 'ru',
  },
  me: { name: 'Аня', line: 'линия 2', gender: 'female' },
  desk: { name: 'Служба поддержки', mail: 'support@desk.example', ticketWord: 'заявка' },
  org: { name: 'Причал-Сервис', signature: 'Поддержка Причала' },
  shift: { name: 'дневная смена', lead: null, until: Date.parse('2026-03-03T17:00:00Z') },
  article: { title: null, link: null },
  incident: { number: null, since: null, eta: null, workaround: null },
  now: Date.parse('2026-03-03T09:20:00Z'),
  promise: { due: null },
};

const of = (contact: Partial<ReplyScope['contact']>, now = scope.now): ReplyScope => {
  return { ...scope, now, contact: { ...scope.contact, ...contact } };
};

function rendered(body: string, from: ReplyScope = scope, lang: Language = 'ru'): string {
  const reply = engines[lang].render(body, from);
  return reply.ok ? reply.value.text : `broken: ${reply.problem.code}`;
}

const remarks = (body: string, promiseFrom: number | null = null) =>
  engines.ru.check(body, promiseFrom).map(({ line, column, code, params }) => {
    const { known: _, ...told } = params;
    return [`${line}:${column} ${code}`, ...Object.values(told)].join(' ');
  });

test('a ticket is called what the desk calls it', () => {
  expect(rendered('Ваша {{ desk.ticketWord }} {{ ticket.number }}')).toMatch(/^Ваша заявка \S/);
});

test('the greeting goes by the customer’s clock, and at night or unknown is no farewell', () => {
  const zones = [
    'Europe/Kaliningrad',
    'Europe/Moscow',
    'Asia/Vladivostok',
    'America/New_York',
    'UTC',
  ];
  for (const timeZone of zones) {
    for (let hour = 0; hour < 24; hour += 1) {
      const now = scope.now + hour * 3_600_000;
      const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
      const local = Number(format.format(now));
      const expected =
        local < 5 || local === 23
          ? 'Здравствуйте'
          : local < 12
            ? 'Доброе утро'
            : local < 18
              ? 'Добрый день'
              : 'Добрый вечер';
      const hello = rendered(
        '{{ now | greeting: contact }}!',
        of({ timeZone, callName: null }, now),
      );
      expect(hello).toBe(`${expected}!`);
    }
  }
  expect(rendered('{{ now | greeting: contact }}!', of({ timeZone: null }))).toBe(
    'Здравствуйте, Ирина Петровна!',
  );
  expect(rendered('{{ now | greeting: contact }}!', of({ callName: '' }), 'en')).toBe(
    'Good afternoon!',
  );
});

test('a time is told on the customer’s clock, with a word about it only where it differs', () => {
  const body = '{{ now | clock: contact }} = {{ now | hm: contact }}';
  expect(rendered(body)).toBe('14:20 по вашему времени = 14:20');
  expect(rendered(body, scope, 'en')).toBe('14:20 your time = 14:20');
  expect(rendered(body, of({ timeZone: 'Europe/Moscow' }))).toBe('12:20 = 12:20');
  expect(rendered(body, of({ timeZone: null }))).toBe('12:20 по Москве = 12:20');
  expect(rendered(body, of({ timeZone: null }), 'en')).toBe('12:20 Moscow time = 12:20');
  expect(rendered(body, of({ timeZone: 'Мордор' }))).toBe('12:20 по Москве = 12:20');
  expect(rendered('{{ now | date: contact }}')).toBe('3 марта');
});

test('minutes from now are never fewer than the words say; from 15 on they are round', () => {
  const at = (seconds: number, minutes: number) =>
    rendered(
      `{{ now | in_minutes: ${minutes} | hm: contact }}`,
      of({}, scope.now + seconds * 1000),
    );
  expect(at(0, 10)).toBe('14:30');
  expect(at(40, 10)).toBe('14:31');
  expect(at(40, 15)).toBe('14:40');
  expect(at(0, 30)).toBe('14:50');
  expect(at(60, 1440)).toBe('14:25');
});

test('verbs take the engineer’s gender, unknown takes the first form', () => {
  const body = '{{ me | g: "проверил", "проверила" }}';
  expect(rendered(body)).toBe('проверила');
  expect(rendered(body, { ...scope, me: { ...scope.me, gender: 'male' } })).toBe('проверил');
  expect(rendered(body, { ...scope, me: { ...scope.me, gender: null } })).toBe('проверил');
});

test('an engineer of unknown gender is written of in words that fit both, where there are some', () => {
  const body = '{{ me | g: "проверил", "проверила", "посмотрели" }}';
  const of = (gender: 'male' | 'female' | null) =>
    rendered(body, { ...scope, me: { ...scope.me, gender } });
  expect([of('male'), of('female'), of(null)]).toEqual(['проверил', 'проверила', 'посмотрели']);
});

test('a length of time is told in its two largest units', () => {
  const minutes = (n: number, lang: Language = 'ru') =>
    rendered(`{{ ${n} | duration }}`, scope, lang);
  expect([0, 1, 60, 140, 1440, 1505].map((n) => minutes(n))).toEqual([
    '0 минут',
    '1 минута',
    '1 час',
    '2 часа 20 минут',
    '1 день',
    '1 день 1 час',
  ]);
  expect(minutes(140, 'en')).toBe('2 hours 20 minutes');
  const outage = { ...scope.incident, since: scope.now - 95 * 60_000 };
  const body = 'Не работает {{ incident.since | duration: now }}.';
  expect(rendered(body, { ...scope, incident: outage })).toBe('Не работает 1 час 35 минут.');
  expect(rendered(body)).toBe('Не работает ⟦начало аварии⟧.');
  expect(rendered('{{ now | duration: incident.since }}')).toBe('⟦начало аварии⟧');
});

test('a day says whose it is where it is another one already', () => {
  const late = Date.parse('2026-03-03T20:30:00Z');
  expect(rendered('{{ now | date: contact }}', of({}, late))).toBe('4 марта по вашему времени');
  expect(rendered('{{ now | date: contact }}', of({ timeZone: null }, late))).toBe('3 марта');
});

test('a language is called by its name', () => {
  expect(rendered('{{ contact.language | language }}')).toBe('русский');
  expect(rendered('{{ contact.language | language }}', scope, 'en')).toBe('Russian');
  expect(rendered('{{ contact.language | language }}', of({ language: '?' }))).toBe('?');
});

test('what is shown as missing is known by its path', () => {
  const body =
    '{% if contact.email %}{{ contact.email }}{% endif %}{{ contact.phone }} {{ org.name }}';
  const reply = engines.ru.render(body, scope);
  expect(reply.ok && reply.value.unknown).toEqual(['contact.phone']);
});

test('plural forms of Russian and English', () => {
  const ru = (n: number) => rendered(`{{ ${n} | plural: "минуту", "минуты", "минут" }}`);
  const forms = Array.from({ length: 26 }, (_, n) => ru(n));
  expect(forms[1]).toBe('минуту');
  expect(forms[21]).toBe('минуту');
  expect([2, 3, 4, 22, 25].map((n) => forms[n])).toEqual([
    'минуты',
    'минуты',
    'минуты',
    'минуты',
    'минут',
  ]);
  expect([0, 5, 11, 12, 14].every((n) => forms[n] === 'минут')).toBe(true);
  expect([101, 111, 1.5].map(ru)).toEqual(['минуту', 'минут', 'минуты']);
  expect(rendered('{{ 2 | plural: "minute", "minutes" }}', scope, 'en')).toBe('minutes');
});

test('an absent value is false in a condition, replaced by default, and visible when printed', () => {
  const body =
    '{% if promise.due %}да{% else %}нет{% endif %} {{ promise.due | default: now | hm: contact }}';
  expect(rendered(body)).toBe('нет 14:20');
  expect(rendered('Звоню на {{ contact.phone }}')).toBe('Звоню на ⟦телефон⟧');
  expect(rendered('До {{ promise.due | in_minutes: 10 | clock: contact }}')).toBe(
    'До ⟦обещанный час⟧',
  );
  expect(rendered('{{ contact.callName | upcase }}', of({ callName: '  ' }))).toBe('⟦имя⟧');
});

test('whatever a customer is called, the name comes through literally', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      if (name.trim() === '') return;
      const from = of({ callName: name });
      const reply = engines.ru.render(
        '{{ contact.callName }}: ${1:{{ contact.callName }}} ${2|{{ contact.callName }},b|}',
        from,
      );
      if (!reply.ok) throw new Error(reply.problem.code);
      expect(reply.value.text).toBe(`${name}: ${name} ${name}`);
      expect(reply.value.stops[1]?.choices).toEqual([name, 'b']);
    }),
  );
  expect(rendered('{{ contact.callName }}', of({ callName: 'ООО "$1 {{ now }} Рога" {x}' }))).toBe(
    'ООО "$1 {{ now }} Рога" {x}',
  );
});

test('an unknown variable is told with its place, in a condition too', () => {
  expect(remarks('Да.\n{{ ticket.nubmer }} {% if contact.nick %}x{% endif %}')).toEqual([
    '2:4 variable-unknown ticket.nubmer',
    '2:27 variable-unknown contact.nick',
  ]);
  expect(remarks('{% assign late = promise.due %}{{ late | default: now | hm: contact }}')).toEqual(
    [],
  );
});

test('unknown filters, tags that read or repeat, and open blocks are told', () => {
  expect(remarks('x\n{{ now | strftime }}')).toEqual(['2:10 filter-unknown strftime']);
  for (const tag of [
    'include "a"',
    'render "a"',
    'layout "a"',
    'for a in b',
    'capture x',
    'raw',
    'liquid',
  ]) {
    expect(remarks(`{% ${tag} %}`)[0]).toContain('tag-unknown');
  }
  expect(remarks('{% if contact.name %}')).toEqual(['1:1 tag-unclosed {% if contact.name %}']);
  expect(remarks('да {{ contact')).toEqual(['1:4 output-unclosed "{{ contact"']);
  expect(remarks('{{ contact }}')).toEqual(['1:1 variable-group']);
  expect(remarks('{{ contact.name | in_minutes: 5 }}')).toEqual(['1:1 time-needed']);
  expect(remarks('{{ now | plural: "a", "b" }}')).toEqual([]);
  expect(remarks('{{ me.name | plural: "a", "b" }}')).toEqual(['1:1 number-needed']);
  expect(remarks('{% assign x %}')[0]).toContain('expression-wrong');
});

test('a mistake hides no other one', () => {
  expect(
    remarks('{{ ticket.nubmer }} {% for a in b %}x{% endfor %}\n{{ now | nope }} {{ me.age }}'),
  ).toEqual([
    '1:4 variable-unknown ticket.nubmer',
    '1:21 tag-unknown for',
    '2:10 filter-unknown nope',
    '2:21 variable-unknown me.age',
  ]);
});

test('stops are looked at in both branches of a condition', () => {
  expect(
    remarks('{% if promise.due %}${1:{{ promise.due | hm: contact }}}{% else %}\n${1:{% endif %}'),
  ).toEqual(['2:1 stop-unclosed']);
  expect(remarks('до ${1:14:30}', 2)).toEqual(['1:1 promise-stop 2']);
  expect(remarks('до ${2:14:30}', 2)).toEqual([]);
});

test('nothing of JavaScript is reached, and no template runs away', () => {
  for (const path of ['contact.constructor', 'ticket.__proto__', 'desk.valueOf', 'toString']) {
    expect(remarks(`{{ ${path} }}`)[0]).toContain(`variable-unknown ${path}`);
    expect(rendered(`{{ ${path} }}`)).toContain('broken: variable-unknown');
  }
  expect(remarks('a'.repeat(50_000))[0]).toContain('too-long');
  const deep = '{% if now %}'.repeat(1_500) + '{% endif %}'.repeat(1_500);
  expect(remarks(deep).length).toBeLessThanOrEqual(1);
});

test('any text is checked without an exception', () => {
  const unit = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    ' ',
    'if',
    'now',
    '|',
    '"',
    '${',
    '1',
    ':',
    '}',
    '\n',
  );
  fc.assert(fc.property(fc.string({ unit }), (body) => void remarks(body)));
});

test('the guide names every variable and every filter', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const guide = readme.slice(readme.indexOf('### Шаблоны ответов'));
  for (const { path } of replyVariables) {
    const [group, field] = path.split('.');
    const row = guide.split('\n').find((line) => line.includes(`\`${group}.`)) ?? '';
    expect(field === undefined ? guide : row, path).toMatch(
      new RegExp(`[ .\`]${field ?? group}\\b`),
    );
  }
  for (const name of filterNames) expect(guide, name).toMatch(new RegExp(`[\` ]${name}[:\` ]`));
});

test('a machine that stood still for a moment is no fault of a template', () => {
  const clock = vi.spyOn(performance, 'now');
  try {
    // The engine looks at the clock when it begins and while it goes on.
    clock.mockReturnValueOnce(0).mockReturnValueOnce(10_000).mockReturnValue(10_000);
    expect(engines.ru.render('Жду.', scope)).toMatchObject({ ok: true });
    let now = 0;
    clock.mockImplementation(() => (now += 10_000));
    expect(engines.ru.render('Жду.', scope)).toMatchObject({ problem: { code: 'too-slow' } });
  } finally {
    clock.mockRestore();
  }
});
