import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(async () => {
  desk = new CliDesk();
  const people = [
    ['Не работает VPN', 'Ромашка', 'anna@romashka.example'],
    ['VPN не подключается', 'Завод', 'oleg@zavod.example'],
    ['Отвалился впн', 'Клиника', 'Пётр Ильин'],
  ] as const;
  for (const [subject, customer, contact] of people) {
    await register(subject, ['--customer', customer, '--contact', contact]);
  }
});
afterEach(() => desk.close());

interface Family extends TicketJson {
  readonly massIncident: boolean;
  readonly parent: string | null;
  readonly children: readonly { readonly number: string; readonly status: string }[];
  readonly mergedInto: string | null;
  readonly entries: readonly { readonly text: string; readonly visibility: string }[];
}

interface Many extends TicketJson {
  readonly count: number;
  readonly texts: number;
  readonly sent: number;
  readonly messages: readonly {
    readonly number: string;
    readonly text: string;
    readonly to: string | null;
  }[];
  readonly unreachable: readonly { readonly number: string; readonly reason: string }[];
  readonly skipped: readonly { readonly number: string; readonly reason: string }[];
}

const register = (subject: string, more: readonly string[] = []) =>
  desk.json(['new', '--subject', subject, '--text', `${subject}, помогите`, ...more]);
const show = (ref: string) => desk.json<Family>(['show', ref]);
const publicTexts = async (ref: string) =>
  (await show(ref)).entries
    .filter(({ visibility }) => visibility === 'public')
    .map(({ text }) => text);

describe('a mass incident from the command line', () => {
  it('is proposed, created, told of, solved with everybody, and taken apart again', async () => {
    const proposed = await desk.json<readonly { key: string; tickets: unknown[] }[]>([
      ...['mass', 'propose'],
    ]);
    expect(proposed).toMatchObject([{ ground: { kind: 'topic' }, count: 3, parent: null }]);
    const mass = ['mass', 'create', '--subject', 'VPN недоступен'];
    const parent = await desk.json<Family>([...mass, '1', '2', '3']);
    expect(parent).toMatchObject({ number: 'SM-4', massIncident: true });
    expect(parent.children.map(({ number }) => number)).toEqual(['SM-1', 'SM-2', 'SM-3']);
    expect(await show('1')).toMatchObject({ parent: 'SM-4', parentSubject: 'VPN недоступен' });
    expect(await desk.json(['mass', 'propose'])).toEqual([]);
    expect((await desk.json(['mass', 'detach', '3', '--reason', 'свой роутер'])).number).toBe(
      'SM-3',
    );
    expect((await desk.json<Family>(['mass', 'show', '4'])).children).toHaveLength(2);
    expect(await desk.json<Family>(['mass', 'add', '4', '3'])).toMatchObject({
      massIncident: true,
    });
  });

  it('tells everybody the same in their own words after a look at it', async () => {
    await desk.run(['mass', 'create', '--subject', 'VPN недоступен', '1', '2', '3']);
    const text = 'Здравствуйте! {{ ticket.number }}: чиним шлюз, напишем до 16:00.';
    const line = ['mass', 'message', '4', '--text', text];
    const dry = await desk.json<Many>([...line, '--dry-run']);
    expect(dry).toMatchObject({ dryRun: true, count: 3, texts: 3, sent: 0 });
    expect(dry.messages[0]).toMatchObject({
      number: 'SM-1',
      to: 'anna@romashka.example',
      text: 'Здравствуйте! SM-1: чиним шлюз, напишем до 16:00.',
    });
    expect(dry.unreachable).toMatchObject([{ number: 'SM-3', reason: 'no-address' }]);
    expect(await publicTexts('1')).toHaveLength(1);
    expect(await desk.json<Many>(line)).toMatchObject({ number: 'SM-4', sent: 3 });
    expect((await publicTexts('2')).at(-1)).toBe(
      'Здравствуйте! SM-2: чиним шлюз, напишем до 16:00.',
    );
    expect(await show('1')).toMatchObject({ parentNextUpdateAt: '2026-11-18T13:00:00.000Z' });
    const undone = await desk.json(['undo']);
    expect(undone).toMatchObject({ number: 'SM-4', undone: { type: 'write-many', text } });
    expect(await publicTexts('2')).toHaveLength(1);
  });

  it('sends nothing to anybody while something is wrong with one text', async () => {
    await desk.run(['mass', 'create', '--subject', 'VPN недоступен', '1', '2']);
    const refused = (text: string) => desk.refused(['mass', 'message', '4', '--text', text]);
    expect(await refused('Пароль: hunter2')).toMatchObject({ exit: 3, code: 'text-unsendable' });
    expect(await refused('Шлюз {{ ticket.nope }}')).toMatchObject({
      exit: 1,
      code: 'many-text-broken',
    });
    expect(await desk.refused(['mass', 'message', '4'])).toMatchObject({ code: 'text-needed' });
    const template = ['mass', 'message', '4', '--template'];
    expect(await desk.refused([...template, 'outage-known'])).toMatchObject({
      exit: 3,
      code: 'template-unfilled',
    });
    expect(await desk.refused([...template, 'nope'])).toMatchObject({ code: 'template-unknown' });
    expect(await publicTexts('1')).toHaveLength(1);
    expect(await desk.refused(['mass', 'message', '1', '--text', 'Здравствуйте'])).toMatchObject({
      exit: 3,
      code: 'nobody-to-write',
    });
  });

  it('is resolved with everybody who hangs on it, each answered once; one who says otherwise returns alone', async () => {
    await desk.run(['mass', 'create', '--subject', 'VPN недоступен', '1', '2']);
    const solved = await desk.json<Many>([
      ...['resolve', '4', '--text', 'перезапущен шлюз'],
      ...['--children-message', 'Здравствуйте! VPN снова работает. Проверьте, пожалуйста.'],
    ]);
    expect(solved).toMatchObject({ number: 'SM-4', status: 'resolved', sent: 2 });
    for (const ref of ['1', '2']) {
      expect(await show(ref)).toMatchObject({ status: 'resolved' });
      expect(await publicTexts(ref)).toHaveLength(2);
    }
    expect(await show('3')).toMatchObject({ status: 'new' });
    await desk.json(['return', '1', '--reason', 'у нас не работает']);
    expect(await show('1')).toMatchObject({ status: 'open', parent: 'SM-4' });
    expect(await show('2')).toMatchObject({ status: 'resolved' });
    expect(await show('4')).toMatchObject({ status: 'resolved' });
  });

  it("answers with the desk's own words when none are given", async () => {
    await desk.run(['mass', 'create', '--subject', 'VPN недоступен', '1']);
    await desk.json(['resolve', '4', '--text', 'перезапущен шлюз']);
    expect((await publicTexts('1')).at(-1)).toContain('Авария SM-4 устранена');
  });

  it('explains what it refuses', async () => {
    await desk.run(['mass', 'create', '--subject', 'Раз', '1']);
    expect(await desk.refused(['mass', 'create', '--subject', 'Два', '1'])).toMatchObject({
      exit: 3,
      code: 'member-elsewhere',
      message: expect.stringContaining('SM-4') as string,
    });
    expect(await desk.refused(['mass', 'add', '1', '4'])).toMatchObject({ code: 'family-circle' });
    expect(await desk.refused(['mass', 'create', '1'])).toMatchObject({ exit: 2 });
    expect(await desk.refused(['mass', 'add', '4', '99'])).toMatchObject({ exit: 1 });
    expect(await desk.refused(['mass', 'dismiss', 'topic:nope'])).toMatchObject({ exit: 1 });
  });

  it('tells whoever registers the same problem of the incident, and whoever looks at a ticket of it', async () => {
    await desk.run(['mass', 'create', '--subject', 'VPN недоступен', '1', '2']);
    const line = ['new', '--subject', 'Снова упал VPN', '--text', 'ошибка 809'];
    expect(await desk.json(line)).toMatchObject({
      knownIncidents: [{ number: 'SM-4', grounds: [{ kind: 'topic' }] }],
    });
    const { out, err } = await desk.run(line);
    expect(out).toBe('SM-6\n');
    expect(err).toContain('Похоже на известную аварию SM-4 «VPN недоступен»');
    expect((await desk.run(['show', '1'])).out).toContain('часть общей аварии SM-4');
    expect((await desk.run(['show', '4'])).out).toContain('общая авария: 2 обращения');
  });

  it('does not propose again what was put aside', async () => {
    const [proposal] = await desk.json<readonly { key: string }[]>(['mass', 'propose']);
    await desk.json(['mass', 'dismiss', proposal?.key ?? '']);
    expect(await desk.json(['mass', 'propose'])).toEqual([]);
  });

  it('lets nobody of a silent line write to its customers, however it is sent', async () => {
    await desk.json(['mass', 'create', '--subject', 'VPN недоступен', '1', '2', '3']);
    await desk.json(['resolve', '1', '--text', 'починили']);
    await desk.run(['--as', 'Глеб', 'person', 'set', 'me', '--line', '3']);
    const silent = (...line: string[]) => desk.refused(['--as', 'Глеб', ...line]);
    const refusal = { exit: 3, code: 'line-does-not-talk' };
    expect(await silent('mass', 'message', '4', '--text', 'Чиним')).toMatchObject(refusal);
    expect(await silent('resolve', '4', '--text', 'починили')).toMatchObject(refusal);
    expect(await silent('remind', '1')).toMatchObject(refusal);
    await desk.run(['--as', 'Вера', 'person', 'set', 'me', '--role', 'lead']);
    await desk.json(['--as', 'Вера', 'grant', '4', 'Глеб', '--reason', 'ночью больше некому']);
    const done = await desk.json<Many>(['--as', 'Глеб', 'resolve', '4', '--text', 'починили']);
    expect(done).toMatchObject({ status: 'resolved', sent: 2 });
  });
});

describe('merging and splitting from the command line', () => {
  it('shows what a merge does, does it, and leads from one number to the other', async () => {
    const own = ['--customer', 'Ромашка', '--contact', 'anna@romashka.example'];
    await register('Опять VPN', own);
    const dry = await desk.json(['merge', '4', '1', '--dry-run']);
    expect(dry).toMatchObject({ dryRun: true, entries: 1, source: 'SM-4', target: 'SM-1' });
    expect(await desk.json(['merge', '4', '1'])).toMatchObject({ number: 'SM-1' });
    expect(await show('4')).toMatchObject({ status: 'merged', mergedInto: 'SM-1' });
    expect((await show('1')).entries.map(({ text }) => text)).toContain('Опять VPN, помогите');
    expect(await desk.refused(['reply', '4', '--text', 'Здравствуйте'])).toMatchObject({
      exit: 3,
      code: 'ticket-merged',
      message: expect.stringContaining('SM-1') as string,
    });
    expect(await desk.refused(['merge', '2', '1'])).toMatchObject({
      exit: 3,
      code: 'merged-other-customer',
    });
    expect(await desk.refused(['merge', '1', '1'])).toMatchObject({ code: 'merged-itself' });
  });

  it('splits an entry by its place, and says how many there are', async () => {
    const opened = await desk.json<Family>(['split', '1', '--entry', '1', '--subject', 'Портал']);
    expect(opened).toMatchObject({ number: 'SM-4', subject: 'Портал', splitFrom: 'SM-1' });
    expect((await show('4')).entries[0]?.text).toBe('Не работает VPN, помогите');
    expect(await show('1')).toMatchObject({ links: [{ number: 'SM-4' }] });
    expect(await desk.refused(['split', '1', '--entry', '9'])).toMatchObject({ exit: 1 });
    expect(await desk.refused(['split', '1', '--entry', 'x'])).toMatchObject({ exit: 2 });
    expect(await desk.refused(['split', '1'])).toMatchObject({ exit: 2 });
  });

  it('links two tickets so that each shows the other', async () => {
    await desk.json(['link', '2', '1', '--relation', 'duplicates']);
    expect(await show('2')).toMatchObject({ links: [{ number: 'SM-1', relation: 'duplicates' }] });
    expect(await show('1')).toMatchObject({ links: [{ number: 'SM-2', relation: 'duplicated' }] });
  });
});

describe("what waits for the customer's word", () => {
  beforeEach(async () => {
    for (const ref of ['1', '2', '3']) await desk.json(['resolve', ref, '--text', 'готово']);
  });

  it('is reminded of once, and of nobody who cannot be reached', async () => {
    const line = ['remind', '--queue', 'to-confirm', '--template', 'confirm-reminder'];
    const dry = await desk.json<Many>([...line, '--dry-run']);
    expect(dry).toMatchObject({ dryRun: true, count: 2, sent: 0 });
    expect(dry.skipped).toMatchObject([{ number: 'SM-3', reason: 'no-address' }]);
    expect(await desk.json<Many>(line)).toMatchObject({ sent: 2, dryRun: false });
    expect(await show('1')).toMatchObject({ reminders: 1, status: 'resolved' });
    const again = await desk.json<Many>(line);
    expect(again.sent).toBe(0);
    expect(again.skipped.map(({ reason }) => reason).toSorted()).toEqual([
      ...['no-address', 'too-soon', 'too-soon'],
    ]);
    const later = ['--now', '2026-11-22T11:00:00Z', ...line];
    expect(await desk.json<Many>(later)).toMatchObject({ sent: 2 });
  });

  it('is taken back as one', async () => {
    await desk.json(['remind', '1', '2', '--template', 'confirm-reminder']);
    await desk.json(['undo']);
    expect(await show('2')).toMatchObject({ reminders: 0 });
    expect(await publicTexts('1')).toHaveLength(1);
  });

  it('names queues and templates that are there', async () => {
    expect(await desk.refused(['remind'])).toMatchObject({ exit: 1, code: 'remind-whom' });
    expect(await desk.refused(['remind', '--queue', 'nope'])).toMatchObject({
      code: 'queue-unknown',
    });
    const onPhone = ['remind', '1', '--template', 'outage-known-phone'];
    expect(await desk.refused(onPhone)).toMatchObject({ exit: 3 });
  });

  it('is a list to call, customer by customer', async () => {
    const items = await desk.json<readonly Record<string, unknown>[]>(['callround']);
    expect(items).toMatchObject([
      { customer: 'Завод', localTime: '14:00', tickets: [{ number: 'SM-2' }] },
      { customer: 'Клиника', contact: 'Пётр Ильин', phone: null },
      { customer: 'Ромашка', email: 'anna@romashka.example' },
    ]);
    const { out } = await desk.run(['callround']);
    expect(out).toContain('Клиника · Пётр Ильин · телефона нет · у них 14:00');
  });
});
