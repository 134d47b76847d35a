import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveDraft } from '../../../src/app/ticket/save-draft.ts';
import {
  clearStatusFile,
  statusLine,
  writeStatusFile,
} from '../../../src/app/ticket/status-file.ts';
import { isQuiet, whileAway } from '../../../src/app/ticket/while-away.ts';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk();
  anya.person('oleg', { id: 'oleg' });
});
afterEach(() => anya.close());

function mine(subject: string): string {
  const ticketId = anya.registers(subject);
  anya.does(ticketId, { type: 'take' });
  return ticketId;
}

function promised(inMs: number, id: string): TicketCommand {
  const dueAt = anya.clock.now() + inMs;
  return { type: 'promise', promise: { id, kind: 'call-back', dueAt, text: '' } };
}

describe('while I was away', () => {
  it('nothing happened', () => {
    mine('Принтер');
    anya.registers('Чужое');
    anya.clock.forward(minute);
    expect(isQuiet(whileAway(anya.desk, anya.clock.now()))).toBe(true);
  });

  it('customers answered in my tickets, others changed them, some were taken', () => {
    const [answered, changed, taken, other] = ['Ответ', 'Правка', 'Ушло', 'Чужое'].map(mine);
    anya.does(other ?? '', { type: 'assign', personId: 'oleg' });
    anya.clock.forward(minute);
    const left = anya.clock.now();
    anya.clock.forward(minute);
    anya.hears(answered ?? '', 'Ну что?');
    anya.hears(other ?? '', 'Не вам');
    anya.clock.forward(minute);
    anya.does(changed ?? '', { type: 'note', text: 'посмотрел' }, 'oleg');
    anya.does(taken ?? '', { type: 'assign', personId: 'oleg' }, 'oleg');
    anya.does(answered ?? '', { type: 'note', text: 'своя заметка' });
    const away = whileAway(anya.desk, left);
    expect(away.answers.map((t) => t.subject)).toEqual(['Ответ']);
    expect(away.changes).toHaveLength(2);
    expect(away.changes).toContainEqual(
      expect.objectContaining({ subject: 'Правка', isTaken: false, byId: 'oleg' }),
    );
    expect(away.changes).toContainEqual(
      expect.objectContaining({ subject: 'Ушло', isTaken: true }),
    );
    expect(isQuiet(whileAway(anya.desk, anya.clock.now()))).toBe(true);
  });

  it('promises came near and texts waited to be finished', () => {
    const [near, far, late] = ['Скоро', 'Нескоро', 'Поздно'].map(mine);
    anya.does(late ?? '', promised(minute, 'late'));
    anya.clock.forward(hour);
    anya.does(near ?? '', promised(30 * minute, 'near'));
    anya.does(far ?? '', promised(5 * hour, 'far'));
    saveDraft(anya.desk, { kind: 'reply', ticketId: near ?? '', text: 'Недописано' });
    const away = whileAway(anya.desk, anya.clock.now());
    expect(away.promises.map((p) => [p.subject, p.promise.id])).toEqual([
      ['Поздно', 'late'],
      ['Скоро', 'near'],
    ]);
    expect(away.drafts.map((d) => d.text)).toEqual(['Недописано']);
  });
});

describe('the status line', () => {
  it('names my promises, the nearest one, and what waits for a server', () => {
    const [first, second] = ['Один', 'Два'].map(mine);
    const waiting = anya.desk.outbox.waiting();
    expect(statusLine(anya.desk)).toBe(`⇅${waiting}`);
    anya.does(second ?? '', promised(30 * minute, 'b'));
    anya.does(first ?? '', promised(90 * minute, 'a'));
    expect(statusLine(anya.desk)).toBe(`2 обещания · 14:30 SM-2 · ⇅${waiting + 2}`);
    anya.does(first ?? '', { type: 'resolve', solution: '' });
    expect(statusLine(anya.desk)).toBe(`1 обещание · 14:30 SM-2 · ⇅${waiting + 3}`);
  });

  it('stands in a file while the workstation runs', () => {
    const { statusFile } = anya.desk.paths;
    writeStatusFile(anya.desk);
    writeStatusFile(anya.desk);
    expect(readFileSync(statusFile, 'utf8')).toBe(`${statusLine(anya.desk)}\n`);
    expect(statSync(statusFile).mode & 0o777).toBe(0o600);
    clearStatusFile(anya.desk.paths);
    expect(existsSync(statusFile)).toBe(false);
    clearStatusFile(anya.desk.paths);
  });
});
