import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileReport } from '../../../src/app/report/compile-report.ts';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { findShift } from '../../../src/app/shift/find-shift.ts';
import { listTray } from '../../../src/app/sync/tray/find-in-tray.ts';
import { retryOnCurrent } from '../../../src/app/sync/tray/retry-on-current.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { ReportSection, Shift } from '../../../src/domain/shift/shift.ts';
import type { ShiftCommand } from '../../../src/domain/shift/shift-command.ts';
import type { AcceptedItem, HandoverItem } from '../../../src/domain/shift/shift-handover.ts';
import { eraseTicket } from '../../../src/server/core/console/erase-ticket.ts';
import { admit, expel, makeSpace } from '../../../src/server/core/console/spaces.ts';
import { machineSurroundings } from '../../../src/server/surroundings.ts';
import { must } from '../../../src/util/must.ts';
import { quietReport } from '../../support/any-shift-command.ts';
import { hour } from '../../support/desk.ts';
import { dayShiftId, logItem, openShift } from '../../support/shift.ts';
import { type StageDesk, SyncStage } from '../../support/sync-stage.ts';

let stage: SyncStage;
let people: Record<'anya' | 'oleg' | 'vera' | 'petr' | 'inna', Person>;
const desks: StageDesk[] = [];

beforeEach(async () => {
  stage = await SyncStage.open();
  people = {
    anya: await stage.person('Аня'),
    oleg: await stage.person('Олег'),
    vera: await stage.person('Вера', { role: 'lead' }),
    petr: await stage.person('Пётр', { role: 'lead' }),
    inna: await stage.person('Инна', { role: 'lead' }),
  };
});
afterEach(async () => {
  expect(stage.bugs).toEqual([]);
  for (const desk of desks.splice(0)) desk.here.close();
  await stage.close();
});

async function sits(who: keyof typeof people): Promise<StageDesk> {
  const desk = await stage.desk(people[who]);
  await desk.settles();
  desks.push(desk);
  return desk;
}

function does(at: StageDesk, command: ShiftCommand): void {
  const done = executeShift(at.here.desk, dayShiftId, command);
  if (!done.ok) throw new Error(`${command.type} refused: ${done.problem.code}`);
}

function shiftAt({ here: { desk } }: StageDesk): Shift {
  return must(desk.shifts.byId(dayShiftId), 'shift');
}

async function allMeet(...together: readonly StageDesk[]): Promise<void> {
  for (const desk of together) await desk.settles();
  for (const desk of together) await desk.settles();
  const [first] = together.map(shiftAt);
  for (const desk of together) expect(shiftAt(desk)).toEqual(first);
}

function writes(section: ReportSection, text: string, over = { text: '', rev: 0 }): ShiftCommand {
  return { type: 'write-section', section, text, base: over.text, baseRev: over.rev };
}

function submit(items: readonly HandoverItem[] = []): ShiftCommand {
  const report = { ...quietReport, shiftId: dayShiftId };
  return { type: 'submit-shift', revision: 1, toId: null, items, report, override: 'так надо' };
}

function handed(ticketId: string, fromId: string, toId: string): HandoverItem {
  return {
    ...{ key: `red:${ticketId}`, part: 'red', ticketId, fromId, toId },
    ...{ nextAction: 'позвонить в банк', ifThen: 'нет ответа — писать', needsReadBack: false },
  };
}

function accept(items: readonly AcceptedItem[] = []): ShiftCommand {
  return { type: 'accept-shift', revision: 1, items, isRestAccepted: true, remarks: [] };
}

function takes(ticketId: string, seenOwnerId: string, ownerId: string): AcceptedItem {
  const said = { nextAction: null, readBack: 'звоню в банк' };
  return { key: `red:${ticketId}`, ownerId, seenOwnerId, ...said };
}

describe('two leads write one shift without a network', () => {
  it('both open it: one of them leads, and nothing of the other is lost', async () => {
    const [vera, petr] = [await sits('vera'), await sits('petr')];
    does(vera, openShift(people.vera.id));
    does(petr, openShift(people.petr.id));
    does(petr, logItem('касса молчит'));
    await allMeet(vera, petr);
    expect(shiftAt(vera).leadId).toBe(people.vera.id);
    expect(shiftAt(vera).items.map(({ text }) => text)).toEqual(['касса молчит']);
    expect(listTray(petr.here.desk)).toEqual([]);
  });

  it('different parts stand side by side, the same part has every line of both', async () => {
    const [vera, petr] = [await sits('vera'), await sits('petr')];
    does(vera, openShift(people.vera.id));
    does(vera, writes('how', 'утро\nвечер'));
    await allMeet(vera, petr);
    const over = { text: 'утро\nвечер', rev: 1 };
    does(vera, writes('how', 'утро спокойное\nвечер', over));
    does(vera, writes('attention', 'банк'));
    does(petr, writes('how', 'утро\nвечер\nночь', over));
    does(petr, writes('watch', 'лаг базы'));
    await allMeet(vera, petr);
    const { how, attention, watch } = shiftAt(vera).sections;
    expect(how?.text).toBe('утро спокойное\nвечер\nночь');
    expect([attention?.text, watch?.text]).toEqual(['банк', 'лаг базы']);
  });

  it('lines that five people logged all arrive, each once, whoever had the network first', async () => {
    const all = [
      ...[await sits('anya'), await sits('oleg'), await sits('vera')],
      ...[await sits('petr'), await sits('inna')],
    ];
    for (const [n, desk] of all.entries()) {
      for (const line of ['один', 'два']) does(desk, logItem(`${line} ${n}`));
    }
    await allMeet(...all.toReversed());
    const texts = shiftAt(must(all[0], 'desk')).items.map(({ text }) => text);
    expect(texts.toSorted()).toEqual(all.flatMap((_, n) => [`два ${n}`, `один ${n}`]).toSorted());
  });
});

describe('a shift is handed over', () => {
  let vera: StageDesk;
  let petr: StageDesk;
  let inna: StageDesk;
  let ticket: string;

  beforeEach(async () => {
    [vera, petr, inna] = [await sits('vera'), await sits('petr'), await sits('inna')];
    ticket = vera.here.registers('Банк не работает');
    vera.here.does(ticket, { type: 'assign', personId: people.anya.id });
    does(vera, openShift(people.vera.id));
    does(vera, submit([handed(ticket, people.anya.id, people.oleg.id)]));
    await allMeet(vera, petr, inna);
  });

  it('tickets change hands with the acceptance, for everybody in one pull', async () => {
    does(petr, accept([takes(ticket, people.anya.id, people.oleg.id)]));
    expect(petr.here.ticket(ticket).assigneeId).toBe(people.oleg.id);
    await petr.settles();
    expect(petr.here.ticket(ticket).assigneeId).toBe(people.oleg.id);
    await inna.settles();
    expect(inna.here.ticket(ticket).assigneeId).toBe(people.oleg.id);
    expect(shiftAt(inna).handovers[0]?.state).toBe('accepted');
    expect(await stage.opened.store.verify()).toEqual([]);
  });

  it('of two acceptances the first at the server counts, the second is a remark and moves nothing', async () => {
    does(inna, accept([takes(ticket, people.anya.id, people.inna.id)]));
    inna.here.does(ticket, { type: 'note', text: 'беру' });
    does(petr, accept([takes(ticket, people.anya.id, people.oleg.id)]));
    await petr.settles();
    expect(inna.here.ticket(ticket).assigneeId).toBe(people.inna.id);
    await inna.settles();
    const [handover] = shiftAt(inna).handovers;
    expect(handover?.settledById).toBe(people.petr.id);
    expect(handover?.remarks).toMatchObject([{ kind: 'second-acceptance', byId: people.inna.id }]);
    expect(handover?.remarks[0]?.text).toContain('звоню в банк');
    expect(inna.here.ticket(ticket).assigneeId).toBe(people.oleg.id);
    expect(inna.texts(ticket)).toContain('беру');
    await allMeet(vera, petr, inna);
    expect(listTray(inna.here.desk)).toEqual([]);
  });

  it('whoever took a ticket meanwhile keeps it', async () => {
    does(petr, accept([takes(ticket, people.anya.id, people.oleg.id)]));
    inna.here.does(ticket, { type: 'assign', personId: people.inna.id });
    await inna.settles();
    await petr.settles();
    expect(petr.here.ticket(ticket).assigneeId).toBe(people.inna.id);
    await allMeet(vera, petr, inna);
    expect(petr.here.ticket(ticket)).toEqual(inna.here.ticket(ticket));
  });

  it('an answer that was lost is asked for again: it is accepted once', async () => {
    does(petr, accept([takes(ticket, people.anya.id, people.oleg.id)]));
    petr.fault = (asked) => (asked === 'push' ? 'lost-answer' : null);
    await petr.syncs();
    petr.fault = () => null;
    await allMeet(petr, vera, inna);
    expect(shiftAt(vera).handovers[0]?.remarks).toEqual([]);
    const assigned = vera.here.desk.tickets
      .events(ticket)
      .filter(({ fact }) => fact.type === 'assigned');
    expect(assigned).toHaveLength(2);
  });
});

it('a report as it is compiled is one that the server takes', async () => {
  const vera = await sits('vera');
  const ticketId = vera.here.registers('Банк не работает');
  vera.here.does(ticketId, { type: 'set-fields', fields: { priority: 'P1', reason: 'стоит' } });
  vera.here.does(ticketId, { type: 'assign', personId: people.anya.id });
  const dueAt = stage.clock.now() + 7 * hour;
  const promise = { id: 'p1', kind: 'call-back', dueAt, text: 'перезвонить' } as const;
  vera.here.does(ticketId, { type: 'promise', promise });
  does(vera, openShift(people.vera.id));
  does(vera, logItem('лаг базы', { kind: 'watch', ticketId, ownerId: people.anya.id }));
  const report = compileReport(vera.here.desk, findShift(vera.here.desk, 'current'));
  expect(report.red).toHaveLength(1);
  const submitted = { ...report, revision: 1, state: 'submitted' } as const;
  const command = { type: 'submit-shift', revision: 1, toId: null, items: [] } as const;
  does(vera, { ...command, report: submitted, override: 'так надо' });
  await vera.settles();
  expect(listTray(vera.here.desk)).toEqual([]);
  expect(shiftAt(vera).handovers[0]?.report.red).toHaveLength(1);
});

describe('what the server does not take waits in the tray with everything that was typed', () => {
  it('a report of somebody who leads no more, and only what they wrote themselves', async () => {
    const vera = await sits('vera');
    const ticket = vera.here.registers('Тайный предмет');
    does(vera, openShift(people.vera.id));
    await vera.settles();
    await stage.person('Вера', { role: 'engineer' });
    does(vera, submit([handed(ticket, people.vera.id, people.vera.id)]));
    await vera.settles();
    const [item] = listTray(vera.here.desk);
    expect(item).toMatchObject({ kind: 'refused', code: 'not-permitted' });
    expect(item?.text.split('\n\n')).toEqual([
      ...['спокойно', 'позвонить в банк', 'нет ответа — писать', 'так надо'],
    ]);
    expect(shiftAt(vera).handovers).toEqual([]);
    await stage.person('Вера', { role: 'lead' });
    await vera.settles();
    expect(retryOnCurrent(vera.here.desk, must(item, 'item').id, 0).ok).toBe(true);
    await vera.settles();
    expect(shiftAt(vera).handovers).toHaveLength(1);
    expect(listTray(vera.here.desk)).toEqual([]);
  });
});

describe('a shift goes where its group goes', () => {
  const second = 'shift/night/2026-11-18/08:00-20:00';

  function parts() {
    const { makeId } = machineSurroundings(stage.clock.now);
    return { store: stage.opened.store, now: stage.clock.now, makeId };
  }

  const console_ = { who: 'console', device: null } as const;

  it('who is not of the group never hears of it, and who leaves it keeps only what they typed', async () => {
    await makeSpace(parts(), console_, { code: 'night', title: 'Ночь' });
    const member = { personId: people.vera.id, space: 'night' };
    await admit(parts(), console_, member);
    const [vera, petr] = [await sits('vera'), await sits('petr')];
    const logs = (text: string) => executeShift(vera.here.desk, second, logItem(text)).ok;
    expect(logs('дошло')).toBe(true);
    await vera.settles();
    await petr.settles();
    expect(petr.here.desk.shifts.byId(second)).toBeNull();
    expect(logs('не дошло')).toBe(true);
    await expel(parts(), console_, member);
    await vera.settles();
    expect(vera.here.desk.shifts.byId(second)).toBeNull();
    expect(vera.here.desk.shifts.events(second)).toEqual([]);
    expect(listTray(vera.here.desk).map(({ text }) => text)).toEqual(['не дошло']);
  });

  it('a new workstation has all of it from a snapshot, and what it logged before stays on top', async () => {
    const vera = await sits('vera');
    does(vera, openShift(people.vera.id));
    does(vera, writes('how', 'тихо'));
    does(vera, submit());
    await vera.settles();
    const lone = await stage.loneDesk();
    const done = executeShift(lone.desk, dayShiftId, logItem('до входа'));
    expect(done.ok).toBe(true);
    const petr = await stage.joins(lone, people.petr);
    desks.push(petr);
    expect(shiftAt(petr).items[0]?.byId).toBe(people.petr.id);
    await allMeet(petr, vera);
    expect(shiftAt(vera).items).toMatchObject([{ text: 'до входа', byId: people.petr.id }]);
    expect(shiftAt(petr).sections.how?.text).toBe('тихо');
    expect(await stage.opened.store.verify()).toEqual([]);
  });

  it('what the law wants gone is gone from reports, logs and trays everywhere', async () => {
    const secret = 'Паспорт 4510 Иванова';
    const [vera, petr] = [await sits('vera'), await sits('petr')];
    const ticketId = vera.here.registers(secret);
    await vera.settles();
    const { number } = vera.here.ticket(ticketId);
    does(vera, openShift(people.vera.id));
    const watched = { id: 'w1', kind: 'watch', ticketId, stopWhen: secret } as const;
    does(vera, logItem(`жду: ${secret}`, watched));
    does(vera, writes('attention', `${number}: ${secret}\nбанк`));
    const { status, kind, priority, line } = vera.here.ticket(ticketId);
    const about = { ticketId, number, subject: secret, status, kind, priority, line };
    const rest = [{ ...about, customer: null, owner: null, promisedAt: null, newOwner: null }];
    const command = submit();
    if (command.type !== 'submit-shift') throw new Error('no report');
    does(vera, { ...command, report: { ...command.report, rest } });
    await allMeet(vera, petr);
    does(petr, logItem(`ещё жду: ${secret}`, { ...watched, id: 'w2', kind: 'attention' }));
    await eraseTicket(parts(), console_, ticketId);
    await allMeet(vera, petr);
    expect(shiftAt(vera).sections.attention?.text).toBe(`${number}: …\nбанк`);
    expect(shiftAt(vera).handovers[0]?.report.rest).toMatchObject([{ number, subject: '' }]);
    expect(listTray(petr.here.desk)).toMatchObject([{ code: 'no-such-ticket', text: '' }]);
    for (const { here } of [vera, petr]) {
      for (const table of ['shift', 'event', 'outbox', 'discrepancy']) {
        const rows = JSON.stringify(here.desk.store.sql.all(`SELECT * FROM ${table}`));
        expect(rows, table).not.toContain(secret);
      }
    }
    expect(await stage.opened.store.verify()).toEqual([]);
  });
});
