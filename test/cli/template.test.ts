import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

interface Shown {
  readonly text: string;
  readonly lang: string;
  readonly stops: readonly {
    readonly number: number;
    readonly required: boolean;
    readonly isFilled: boolean;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
  readonly missing: readonly string[];
  readonly actions: readonly { readonly type: string; readonly [key: string]: unknown }[];
}

interface Stored {
  readonly status: string;
  readonly line: string;
  readonly tags: readonly string[];
  readonly rev: number;
  readonly timeSpentMs: number;
  readonly entries: readonly { readonly text: string; readonly visibility: string }[];
}

let desk: CliDesk;
beforeEach(async () => {
  desk = new CliDesk();
  await desk.json([
    ...['new', '--subject', 'Не входит', '--text', 'Пароль не подходит.'],
    ...['--customer', 'Ромашка', '--contact', 'Иванов Иван Иванович'],
  ]);
});
afterEach(() => desk.close());

/** A template or a part of the desk's own. */
function writes(name: string, body: string, meta = '', channel = 'chat'): void {
  const file = join(desk.folder, 'content/replies', name);
  const [situation = '', base = ''] = name.split('/');
  const id = base.split('.')[0];
  const more = `title: Своё\nsituation: ${situation}\nchannel: [${channel}]\nwhen: Всегда.\n${meta}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\nid: ${id}\n${situation === 'parts' ? '' : more}---\n${body}\n`);
}

const stored = () => desk.json<Stored>(['show', '1']);
const shown = (...line: string[]) => desk.json<Shown>(['template', 'show', ...line]);

describe('template list', () => {
  it('tells of every template what it is for and how often it was sent', async () => {
    const rows = async () =>
      (await desk.json<Record<string, unknown>[]>(['template', 'list'])).find(
        ({ id }) => id === 'hold-with-time',
      );
    expect(await rows()).toMatchObject({
      situation: 'hold',
      title: expect.any(String),
      langs: ['en', 'ru'],
      channel: ['chat'],
      uses: 0,
    });
    await desk.json(['reply', '1', '--template', 'hold-with-time', '--set', '2=читаю журнал']);
    expect(await rows()).toMatchObject({ uses: 1 });
  });
});

describe('template show and render', () => {
  it('leave required stops as they are written, and say what is missing and what will happen', async () => {
    const { text, stops, missing, actions } = await shown('hold-with-time', '--ticket', 'SM-1');
    expect(text).toMatch(
      /^Иван Иванович, мне нужно 10 минут \(до 14:10 по Москве\): \$\{2!:что делаю/,
    );
    expect(missing).toEqual(['2']);
    expect(stops.map(({ number, required, isFilled }) => [number, required, isFilled])).toEqual([
      [1, false, true],
      [2, true, false],
    ]);
    for (const { start, end, text: said } of stops) expect(text.slice(start, end)).toBe(said);
    expect(actions).toMatchObject([
      { type: 'promise', kind: 'hold', dueAt: '2026-11-18T11:10:00.000Z' },
    ]);
  });

  it('take variables, stops and the language; the last of two values counts', async () => {
    const set = ['contact.callName=Olga', '2=a', '2=reading the log'].flatMap((v) => ['--set', v]);
    const line = ['hold-with-time', '--ticket', '1', ...set, '--lang', 'en'];
    const { text, missing, lang } = await shown(...line);
    expect(text).toMatch(/^Olga, I need 10 minutes .*: reading the log\./);
    expect({ missing, lang }).toEqual({ missing: [], lang: 'en' });
    const { text: plain } = await shown('hold-with-time', '--set', 'contact.callName=Оля');
    expect(plain).toMatch(/^Оля, мне нужно/);
    expect((await desk.json<Shown>(['template', 'render', 'hold-with-time', '1'])).missing).toEqual(
      ['2'],
    );
  });

  it('list a variable without a value, and what the template requires', async () => {
    writes(
      'hold/mine.ru.md',
      'Звоню: {{ contact.phone }}. {% if incident.number %}Авария {{ incident.number }}.{% endif %}',
      'requires: [incident, customer.city]\n',
    );
    expect(await shown('mine', '--ticket', '1')).toMatchObject({
      text: 'Звоню: ⟦телефон⟧. ',
      missing: ['contact.phone', 'incident', 'customer.city'],
    });
    const set = ['contact.phone=+7 900', 'incident=SM-1', 'customer.city=Омск'];
    expect(
      await shown('mine', '--ticket', '1', ...set.flatMap((one) => ['--set', one])),
    ).toMatchObject({ text: 'Звоню: +7 900. Авария SM-1.', missing: [] });
  });

  it('tell a wrong key and a wrong value, exit code 1', async () => {
    for (const set of ['9=x', 'contact.nick=x', '__proto__=x', 'promise.due=никогда']) {
      const told = await desk.refused(['template', 'show', 'hold-extended', '--set', set]);
      expect([set, told.exit]).toEqual([set, 1]);
    }
    expect((await desk.run(['template', 'show', 'nope'])).code).toBe(1);
    expect((await desk.run(['template', 'show', 'hold-extended', '--ticket', 'SM-9'])).code).toBe(
      1,
    );
  });
});

describe('reply --template', () => {
  it('asks to take out a mark that came with a value, not to fill it', async () => {
    const before = await stored();
    const set = ['--set', '2=смотрю {{ журнал }}'];
    const told = await desk.refused(['reply', '1', '--template', 'hold-with-time', ...set]);
    expect(told).toMatchObject({ exit: 3, code: 'text-unsendable' });
    expect(told.message).toContain('{{.');
    expect(await stored()).toEqual(before);
  });

  it('stores nothing while anything is missing, and names it', async () => {
    const before = await stored();
    const told = await desk.refused(['reply', '1', '--template', 'hold-with-time']);
    expect(told).toMatchObject({ exit: 3, code: 'template-unfilled' });
    expect(told.message).toContain('2 (что делаю');
    expect(await stored()).toEqual(before);
  });

  it('never sends what is there to be spoken or to stay inside', async () => {
    writes('hold/said.ru.md', 'Минуту.', '', 'phone');
    const told = await desk.refused(['reply', '1', '--template', 'said']);
    expect(told).toMatchObject({ exit: 3, code: 'template-not-for-customers' });
    expect((await stored()).entries).toHaveLength(1);
  });

  it('does everything its template does with the text, or nothing', async () => {
    writes(
      'hold/macro.ru.md',
      'Напишу до ${1:15:00}.',
      'requires: [reason, form]\nactions:\n  promise: {kind: next-update, from: 1}\n  status: waiting-third-party\n  tags: {add: [vendor]}\n  time: 10m\n  escalation: {line: 3}\n',
    );
    const line = ['reply', '1', '--template', 'macro'];
    expect((await desk.refused(line)).message).toContain('reason, form');
    const set = ['--set', 'reason=ждём завод', '--set', 'form=Нужен журнал'];
    const done = await desk.json([...line, ...set]);
    expect(done).toMatchObject({ status: 'waiting-third-party', line: '3', tags: ['vendor'] });
    expect(done['promiseAt']).toBe('2026-11-18T12:00:00.000Z');
    expect((await desk.run(['show', '1'])).out).toContain('потрачено: 10м');
    const { entries, timeSpentMs } = await stored();
    expect(timeSpentMs).toBe(600_000);
    expect(entries.slice(1).map(({ text, visibility }) => `${visibility} ${text}`)).toEqual([
      'public Напишу до 15:00.',
      'internal Нужен журнал',
    ]);
    await desk.json(['undo', '1']);
    expect(await stored()).toMatchObject({ status: 'new', line: '2', tags: [], timeSpentMs: 0 });
  });

  it('closes by a confirmation that it asks for, only what is resolved', async () => {
    const line = ['reply', '1', '--template', 'confirm-and-close', '--set', '1=a', '--set', '2=b'];
    expect((await desk.refused(line)).message).toContain('confirmation');
    const confirmed = [...line, '--set', 'confirmation=по телефону'];
    expect(await desk.refused(confirmed)).toMatchObject({ exit: 3, code: 'not-resolved' });
    expect((await stored()).entries).toHaveLength(1);
    await desk.json(['resolve', '1']);
    expect(await desk.json(confirmed)).toMatchObject({ status: 'closed' });
  });

  it('keeps whatever a value says literal, wherever it stands', async () => {
    writes(
      'hold/echo.ru.md',
      '{{ ticket.subject }}|${1:{{ ticket.subject }}}|${2!:что}|${3|{{ ticket.subject }},b|}|$2',
    );
    const unit = fc.constantFrom('{{', '}}', '${1}', '\\', '|}', '{%', ',', 'x', '$', '}', ' now ');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1 }), async (value) => {
        if (value.trim() === '') return;
        const set = ['--set', `ticket.subject=${value}`, '--set', `2=${value}`];
        const { text } = await shown('echo', ...set);
        expect(text).toBe([value, value, value, value, value].join('|'));
      }),
      { numRuns: 25 },
    );
  });
});

describe('note --template', () => {
  it('leaves an internal note with what goes with it', async () => {
    const meta = 'requires: [form]\nactions: {escalation: {line: 3}}\n';
    writes('hold/handing.ru.md', 'Прошу ${1!:что}.', meta, 'note');
    expect((await desk.refused(['note', '1', '--template', 'handing'])).exit).toBe(3);
    await desk.json(['note', '1', '--template', 'handing', '--set', '1=права']);
    expect(await stored()).toMatchObject({
      line: '3',
      entries: [{ visibility: 'public' }, { visibility: 'internal', text: 'Прошу права.' }],
    });
  });
});

describe('template check', () => {
  it('names file, line and column of every mistake and ends with 1', async () => {
    writes('hold/mine.ru.md', 'Да.\n{{ contact.nick }}');
    writes('parts/sign.ru.md', '{{ org.name | nope }}');
    const ran = await desk.run(['template', 'check', '--json']);
    expect(ran.code).toBe(1);
    const { checked, errors, problems } = JSON.parse(ran.out) as {
      checked: number;
      errors: number;
      problems: { file: string; line: number; column: number; message: string }[];
    };
    expect(checked).toBeGreaterThan(40);
    expect(errors).toBe(2);
    const folder = join(desk.folder, 'content/replies');
    expect(problems).toMatchObject([
      { file: join(folder, 'hold/mine.ru.md'), line: 9, column: 4, severity: 'error' },
      { file: join(folder, 'parts/sign.ru.md'), line: 4, column: 15, severity: 'error' },
    ]);
    expect(problems[0]?.message).toContain('Переменной «contact.nick» нет. Есть: contact.name');
    const { out } = await desk.run(['template', 'check', join(folder, 'hold'), '--lang', 'en']);
    expect(out).toContain('mine.ru.md:9:4 There is no variable “contact.nick”.');
  });

  it('finds nothing wrong with what is shipped', async () => {
    expect(await desk.json(['template', 'check'])).toMatchObject({ errors: 0, problems: [] });
  });
});

describe('smena template render --copy', () => {
  const line = ['template', 'render', 'hold-with-time', '--set', '2=смотрю журнал', '--copy'];
  const ssh = { SSH_TTY: '/dev/pts/1' };

  it('asks the terminal over ssh and says so, the text is printed only when asked', async () => {
    const copied = await desk.run(line, { columns: 80, env: ssh });
    expect(copied).toMatchObject({ code: 0, out: '' });
    const sequence = copied.err.slice(copied.err.indexOf(';c;') + 3, copied.err.indexOf('\u0007'));
    expect(Buffer.from(sequence, 'base64').toString()).toContain('смотрю журнал');
    expect(copied.err).toContain('отправлено в терминал: hold-with-time');
    const both = await desk.run([...line, '--print'], { columns: 80, env: ssh });
    expect(both.out).toContain('смотрю журнал');
  });

  it('says that there is no clipboard where nobody could take the text', async () => {
    const { exit, code, out } = await desk.refused(line, { env: ssh });
    expect({ exit, code, out }).toEqual({ exit: 1, code: 'no-clipboard', out: '' });
  });
});

it('a template that was kept out is told with its place, not as one that nobody wrote', async () => {
  const folder = join(desk.folder, 'content/replies/hold');
  mkdirSync(folder, { recursive: true });
  const head = 'id: mine\ntitle: Т\nsituation: hold\nchannel: [chat]\nwhen: Когда.\n';
  writeFileSync(join(folder, 'mine.ru.md'), `---\n${head}---\nПривет, {{ contact.nmae }}\n`);
  for (const verb of [['show'], ['render'], ['show', '--set', '1=a']]) {
    const [name = '', ...rest] = verb;
    const { code, err } = await desk.run(['template', name, 'mine', ...rest]);
    expect(code).toBe(1);
    expect(err).toMatch(/mine\.ru\.md:8:\d+ variable-unknown/);
  }
});
