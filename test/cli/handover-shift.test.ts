import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asBoris, atEnd, dayShift, type Handover, nightShift, ShiftDesk } from './shift-desk.ts';

let desk: ShiftDesk;
beforeEach(() => {
  desk = new ShiftDesk();
});
afterEach(() => desk.close());

/** Twenty minutes into the night shift. */
const atNight = ['--now', '2026-11-18T17:20:00Z'];

/** The file of an acceptance with everything ticked. */
function ticked(file: Handover, change: object = {}) {
  const tick = <Item extends object>(item: Item) => ({ ...item, accepted: true, ...change });
  const lists = { red: file.red.map(tick), promises: file.promises.map(tick) };
  return { ...file, ...lists, watch: file.watch.map(tick), restAccepted: true };
}

describe('a shift from hand to hand', () => {
  it('is submitted as a file says and accepted item by item; owners and the watch move with it', async () => {
    await desk.run([...asBoris, 'queue']);
    await desk.busyDay();
    const sent = await desk.submitted((file) => ({
      how: 'Тихо, кроме кассы.',
      to: 'Борис',
      red: file.red.map((item) => ({ ...item, nextAction: 'позвонить в ЦОД', newOwner: 'Борис' })),
    }));
    expect(sent).toMatchObject({
      ...{ shift: dayShift, revision: 1, state: 'submitted', lead: 'Анна', to: 'Борис' },
      ...{ how: 'Тихо, кроме кассы.', blocking: [], metrics: { submittedOnTime: true } },
      red: [{ ticket: 'SM-1', owner: 'Анна', newOwner: 'Борис', needsReadBack: true }],
      promises: [
        { ticket: 'SM-1', text: 'скажем, что с кассой', dueAt: '2026-11-18T18:30:00.000Z' },
      ],
      watch: [{ text: 'очередь писем растёт', stopWhen: 'очередь пуста', owner: 'Анна' }],
    });

    const waiting = await desk.shown(...asBoris, ...atEnd);
    expect(waiting).toMatchObject({ shift: dayShift, state: 'submitted', restAccepted: false });
    const file = desk.paper(ticked(waiting, { readBack: 'звоню в ЦОД', newOwner: 'Борис' }));
    const ran = await desk.run([...asBoris, 'handover', 'accept', '--file', file, ...atEnd]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.trim().split('\n')).toEqual([
      `Смена ${dayShift} принята.`,
      'SM-1: Анна → Борис',
      `Пункты под контролем перешли в журнал смены ${nightShift}.`,
    ]);

    const ticket = await desk.json(['show', 'SM-1']);
    expect(ticket.assignee).toBe('Борис');
    const next = await desk.shown(...asBoris, ...atNight);
    expect(next).toMatchObject({
      ...{ shift: nightShift, state: 'draft', lead: 'Борис' },
      watch: [{ text: 'очередь писем растёт', owner: 'Борис' }],
    });
    const past = await desk.shown('--shift', dayShift, ...atNight);
    expect(past).toMatchObject({
      ...{ state: 'accepted', settledBy: 'Борис', restAccepted: true, blocking: [] },
      red: [{ accepted: true, readBack: 'звоню в ЦОД', newOwner: 'Борис', owner: 'Анна' }],
    });
  });

  it('is refused while something stands in the way, and says where', async () => {
    await desk.run(['new', '--subject', 'Касса молчит', '--priority', 'P2', '--text', 'беда']);
    const missing = await desk.refused(['handover', 'submit', ...atEnd]);
    expect(missing).toMatchObject({ exit: 3, code: 'submit-blocked' });
    expect(missing).toMatchObject({
      blocking: [
        { code: 'no-owner', ticket: 'SM-1', message: 'SM-1: нет ответственного' },
        { code: 'no-next-action', ticket: 'SM-1' },
      ],
    });
    const blocking = [{ code: 'no-owner' }, { code: 'no-next-action' }];
    expect(await desk.shown(...atEnd)).toMatchObject({ state: 'draft', blocking });
    const reason = ['--override', 'всех увели на аварию'];
    const sent = await desk.json<Handover>(['handover', 'submit', ...reason, ...atEnd]);
    expect(sent).toMatchObject({ state: 'submitted', override: 'всех увели на аварию' });
  });

  it('holds a promise of the next hour until its next owner is named', async () => {
    await desk.run(['new', '--subject', 'Ждут звонка', '--text', 'перезвоните']);
    await desk.run(['take', 'SM-1']);
    await desk.run(['promise', 'SM-1', '2026-11-18T17:30:00Z', '--text', 'позвоним']);
    const ran = await desk.run(['handover', 'submit', ...atEnd]);
    expect([ran.code, ran.err]).toEqual([
      3,
      expect.stringContaining(
        'срок обещанного меньше чем через час, и не сказано, кто с этим остаётся: SM-1.',
      ),
    ]);
    const sent = await desk.submitted(({ promises }) => ({
      promises: promises.map((item) => ({ key: item.key, newOwner: 'Анна' })),
    }));
    expect(sent.promises).toMatchObject([{ ticket: 'SM-1', newOwner: 'Анна' }]);
  });

  it('takes what another lead accepted second for a remark', async () => {
    await desk.busyDay();
    await desk.submitted((file) => ({
      red: file.red.map((item) => ({ ...item, nextAction: 'звонить' })),
    }));
    const file = desk.paper(ticked(await desk.shown(...asBoris, ...atEnd), { readBack: 'звоню' }));
    const accept = ['handover', 'accept', '--file', file, ...atEnd];
    expect(await desk.json([...asBoris, ...accept])).toMatchObject({ isSecond: false, moved: [] });
    const second = await desk.json<Handover>(['--as', 'Вера', ...accept, '--remark', 'где DBA?']);
    expect(second).toMatchObject({
      ...{ isSecond: true, state: 'accepted', settledBy: 'Борис' },
      said: [
        { kind: 'remark', text: 'где DBA?', by: 'Вера' },
        { kind: 'second-acceptance', text: expect.stringContaining('SM-1: звоню'), by: 'Вера' },
      ],
    });
  });

  it('is not accepted by who handed it over, nor without every item, nor as an older revision', async () => {
    await desk.busyDay();
    const first = await desk.submitted(({ red }) => ({
      red: red.map((item) => ({ ...item, nextAction: 'звонить' })),
    }));
    const own = await desk.refused(['handover', 'accept', ...atEnd]);
    expect(own).toMatchObject({ exit: 3, code: 'own-handover' });
    const none = await desk.run([...asBoris, 'handover', 'accept', ...atEnd]);
    expect([none.code, none.err]).toEqual([
      3,
      'Принято по одному не всё. Осталось принять: SM-1, очередь писем растёт.\n',
    ]);
    const silent = desk.paper(ticked(first));
    const asked = await desk.refused([
      ...asBoris,
      'handover',
      'accept',
      '--file',
      silent,
      ...atEnd,
    ]);
    expect(asked).toMatchObject({ exit: 3, code: 'read-back-missing' });

    // Who corrects their own submission hands over the next revision.
    const again = desk.paper({ ...first, how: 'Исправлено.' });
    const sent = await desk.json<Handover>(['handover', 'submit', '--file', again, ...atEnd]);
    expect(sent).toMatchObject({ revision: 2, how: 'Исправлено.' });
    const stale = desk.paper(ticked(first, { readBack: 'звоню' }));
    const old = await desk.refused([...asBoris, 'handover', 'accept', '--file', stale, ...atEnd]);
    expect(old).toMatchObject({ exit: 3, code: 'newer-revision' });
    expect(await desk.shown('--revision', '1', ...atEnd)).toMatchObject({ revision: 1, how: '' });
    const unknown = await desk.refused(['handover', 'show', '--revision', '7', ...atEnd]);
    expect(unknown).toMatchObject({ exit: 1, code: 'handover-revision-unknown' });
  });

  it('goes back with a reason and comes again; what nobody accepts in time is told once', async () => {
    await desk.busyDay();
    await desk.submitted(({ red }) => ({
      red: red.map((item) => ({ ...item, nextAction: 'звонить' })),
    }));
    const noReason = await desk.refused([...asBoris, 'handover', 'return', ...atEnd]);
    expect(noReason).toMatchObject({ exit: 3, code: 'reason-missing' });
    const back = ['handover', 'return', '--reason', 'кто звонит в ЦОД?', ...atEnd];
    expect(await desk.json([...asBoris, ...back])).toMatchObject({ state: 'returned' });
    expect(await desk.shown(...atEnd)).toMatchObject({
      ...{ state: 'draft', revision: 2, reason: 'кто звонит в ЦОД?' },
    });
    await desk.json(['handover', 'submit', ...atEnd]);

    const told = await desk.run(['handover', 'show', ...atNight]);
    expect(told.err).toContain(`Смену ${dayShift} (сдаёт Анна) вовремя никто не принял`);
    expect((await desk.run(['handover', 'show', ...atNight])).err).toBe('');
    const late = await desk.shown(...asBoris, ...atNight);
    expect(late).toMatchObject({ state: 'expired', red: [{ owner: 'Анна' }] });
    const file = desk.paper(ticked(late, { readBack: 'звоню' }));
    const accepted = ['handover', 'accept', '--file', file, ...atNight];
    expect(await desk.json([...asBoris, ...accepted])).toMatchObject({ state: 'accepted' });
    const surprise = [
      'handover',
      'remark',
      'не сказали про сертификат',
      '--surprise',
      '--shift',
      dayShift,
    ];
    expect(await desk.json([...asBoris, ...surprise, ...atNight])).toMatchObject({
      said: [{ kind: 'surprise', by: 'Борис' }],
      metrics: { submittedOnTime: true, minutesToAccept: 25, surprises: 1 },
    });
  });

  it('leaves a ticket with who took it meanwhile', async () => {
    await desk.busyDay();
    await desk.run([...asBoris, 'queue']);
    const sent = await desk.submitted(({ red }) => ({
      red: red.map((item) => ({ ...item, nextAction: 'звонить', newOwner: 'Борис' })),
    }));
    const file = desk.paper(ticked(sent, { readBack: 'звоню' }));
    await desk.run(['--as', 'Вера', 'queue']);
    await desk.run(['assign', 'SM-1', 'Вера']);
    const ran = await desk.run([...asBoris, 'handover', 'accept', '--file', file, ...atEnd]);
    expect(ran.out).toContain('SM-1 остаётся у того, кто взял его тем временем (Вера).');
    expect((await desk.json(['show', 'SM-1'])).assignee).toBe('Вера');
    const past = await desk.shown('--shift', dayShift, ...atEnd);
    expect(past.red).toMatchObject([{ accepted: true, newOwner: null }]);
  });

  it('needs nothing but a word on a quiet day, and comes from two leads as one report', async () => {
    await desk.run(['shift', 'open']);
    await desk.run([...asBoris, 'shift', 'open']);
    await desk.run(['shift', 'write', 'how', 'Всё спокойно.']);
    await desk.run([...asBoris, 'shift', 'write', 'attention', 'Ночью работы у оператора.']);
    const sent = await desk.json<Handover>([...asBoris, 'handover', 'submit', ...atEnd]);
    expect(sent).toMatchObject({
      ...{ lead: 'Анна', by: 'Борис', how: 'Всё спокойно.' },
      attention: 'Ночью работы у оператора.',
    });
    const asLead = await desk.refused(['handover', 'accept', ...atEnd]);
    expect(asLead.code).toBe('own-handover');
    const ran = await desk.run([
      '--as',
      'Вера',
      'handover',
      'accept',
      '--remark',
      'спасибо',
      ...atEnd,
    ]);
    expect([ran.code, ran.out]).toEqual([0, `Смена ${dayShift} принята.\n`]);
    const shown = await desk.run(['handover', 'show', '--shift', dayShift, ...atEnd]);
    expect(shown.out).toContain('принята с замечаниями');
    expect(shown.out).toContain('Вера (замечание): спасибо');
    const changed = await desk.refused(['handover', 'submit', '--shift', dayShift, ...atEnd]);
    expect(changed).toMatchObject({ exit: 3, code: 'handover-accepted' });
  });

  it('is for leads where somebody leads', async () => {
    await desk.run(['--as', 'Вера', 'person', 'set', 'me', '--role', 'lead']);
    const ran = await desk.refused(['handover', 'submit', ...atEnd]);
    expect(ran).toMatchObject({ exit: 3, code: 'not-permitted' });
    expect((await desk.run(['--as', 'Вера', 'handover', 'submit', ...atEnd])).code).toBe(0);
    const accept = await desk.refused(['handover', 'accept', '--shift', dayShift, ...atEnd]);
    expect(accept).toMatchObject({ exit: 3, code: 'not-permitted' });
  });
});
