import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../src/app/people/change-records.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { replayTicket } from '../../../src/domain/evolve-ticket.ts';
import { SyncLease } from '../../../src/store/sync/sync-lease.ts';
import { TrayStore } from '../../../src/store/sync/tray-store.ts';
import { must } from '../../../src/util/must.ts';
import { minute, type TestDesk } from '../../support/desk.ts';
import type { JoinedDesk } from '../../support/small-server.ts';
import { openSyncPair, type SyncPair } from '../../support/sync-pair.ts';

let pair: SyncPair;
let home: TestDesk;
let anya: JoinedDesk;
let oleg: string;

beforeEach(async () => {
  pair = await openSyncPair();
  ({ home, anya } = pair);
  oleg = pair.oleg.id;
});
afterEach(() => pair.close());

function texts(here: TestDesk, ticketId: string): string[] {
  return here.desk.tickets.entries(ticketId).map(({ text }) => text);
}

/** Tickets that words find. */
function found(here: TestDesk, word: string): string[] {
  const text = `SELECT t.id FROM ticket_fts f JOIN ticket t ON t.seq = f.rowid WHERE ticket_fts MATCH ?`;
  return here.desk.store.sql
    .all<{ id: string }>(text, here.desk.store.indexText(word))
    .map(({ id }) => id);
}

/** Ticket by ticket the same here and at the server. */
function isAsAtHome(): void {
  const ids = home.desk.store.sql.all<{ id: string }>('SELECT id FROM ticket');
  for (const { id } of ids) {
    expect(anya.here.desk.tickets.byId(id)).toEqual(home.desk.tickets.byId(id));
    expect(replayTicket(anya.here.desk.tickets.events(id))).toEqual(home.desk.tickets.byId(id));
    expect(texts(anya.here, id)).toEqual(texts(home, id));
  }
}

function tray() {
  return new TrayStore(anya.here.desk.store.sql).open();
}

describe('a day without the server', () => {
  it('goes up in the evening and comes back as it was', () => {
    const id = anya.here.registers('Принтер не печатает');
    anya.here.clock.forward(minute);
    anya.here.does(id, { type: 'take' });
    anya.here.does(id, { type: 'note', text: 'Картридж пуст' });
    expect(anya.store.counts()).toMatchObject({ pending: 3, acked: 0, cursor: 0 });

    anya.pushes();
    expect(anya.store.counts()).toMatchObject({ pending: 0, acked: 3 });
    anya.pulls();
    expect(anya.store.counts()).toMatchObject({ pending: 0, acked: 0, cursor: 3, head: 3 });
    expect(anya.states()).toEqual(['register landed', 'take landed', 'note landed']);
    isAsAtHome();
    expect(found(anya.here, 'картридж')).toEqual([id]);
  });

  it('a provisional number becomes the server’s, and goes on finding its ticket', () => {
    const id = anya.here.registers('Принтер');
    const provisional = anya.here.ticket(id).number;
    expect(provisional).toBe(`SM-${anya.here.desk.device}-1`);
    anya.syncs();
    expect(anya.here.ticket(id).number).toBe('SM-1');
    expect(anya.here.desk.tickets.idByNumber(provisional)).toBe(id);
    expect(found(anya.here, 'SM-1')).toContain(id);
  });

  it('a page is applied once, however often it comes', () => {
    const id = anya.here.registers('Принтер');
    anya.pushes();
    const page = anya.server.page('main', 0);
    expect(anya.store.applyPage(page, anya.now).outcome).toBe('applied');
    expect(anya.store.applyPage(page, anya.now).outcome).toBe('stale');
    expect(texts(anya.here, id)).toHaveLength(1);
  });

  it('a page with another row in it, a hole or a broken chain changes nothing', () => {
    const id = anya.here.registers('Принтер');
    anya.here.does(id, { type: 'note', text: 'раз' });
    anya.here.does(id, { type: 'note', text: 'два' });
    anya.pushes();
    const page = anya.server.page('main', 0);
    const [first, ...others] = page.rows;
    const body = { kind: 'nothing' } as const;
    for (const wrong of [
      { ...page, rows: others },
      { ...page, rows: [must(first, 'row'), must(others[1], 'row')] },
      { ...page, chain: 'another' },
      { ...page, rows: page.rows.map((row) => ({ ...row, body })) },
    ]) {
      expect(anya.store.applyPage(wrong, anya.now).outcome).toBe('diverged');
    }
    expect(anya.store.counts()).toMatchObject({ acked: 3, cursor: 0 });
  });

  it('an answer that was lost on the way is given again', () => {
    const id = anya.here.registers('Принтер');
    const out = anya.store.outgoing({ most: 9, bytes: 9999, now: anya.now });
    anya.server.takes(out.map(({ op }) => op));
    anya.here.does(id, { type: 'note', text: 'после' });
    expect(anya.pushes().map(({ cseq }) => cseq)).toEqual([1, 2]);
    anya.pulls();
    isAsAtHome();
  });

  it('what comes back before its answer has landed', () => {
    anya.here.registers('Принтер');
    const out = anya.store.outgoing({ most: 9, bytes: 9999, now: anya.now });
    const results = anya.server.takes(out.map(({ op }) => op));
    anya.pulls();
    expect(anya.states()).toEqual(['register landed']);
    anya.store.settle(results, anya.now);
    expect(anya.store.counts()).toMatchObject({ pending: 0, acked: 0 });
  });
});

describe('others at the same ticket', () => {
  it('a colleague took it first: mine waits no longer, my text goes to the tray', () => {
    const id = anya.here.registers('Принтер');
    anya.syncs();
    anya.server.does(id, { type: 'take' }, oleg);
    anya.here.does(id, { type: 'take' });
    anya.here.does(id, { type: 'note', text: 'Уже еду' });
    anya.syncs();
    expect(anya.here.ticket(id).assigneeId).toBe(oleg);
    expect(tray()).toMatchObject([{ kind: 'refused', code: 'already-taken', command: 'take' }]);
    expect(texts(anya.here, id)).toContain('Уже еду');
    isAsAtHome();
  });

  it('their words come below mine that still wait, and are found', () => {
    const id = anya.here.registers('Принтер');
    anya.syncs();
    anya.here.does(id, { type: 'note', text: 'моя заметка' });
    anya.here.does(id, { type: 'set-fields', fields: { subject: 'Сканер' } });
    anya.server.does(id, { type: 'note', text: 'чужая заметка' }, oleg);
    anya.pulls();
    expect(texts(anya.here, id)).toEqual(['Не работает.', 'чужая заметка', 'моя заметка']);
    expect(anya.here.ticket(id).subject).toBe('Сканер');
    expect(found(anya.here, 'чужая')).toEqual([id]);
    expect(found(anya.here, 'моя')).toEqual([id]);
    expect(found(anya.here, 'сканер')).toEqual([id]);
    anya.syncs();
    isAsAtHome();
  });

  it('an operation on several tickets is decided again on all of them', () => {
    const [one, two, three] = ['Связи нет', 'Связь пропала', 'Нет связи'].map((subject) =>
      anya.here.registers(subject),
    );
    anya.syncs();
    const members = [must(two, 'two'), must(three, 'three')];
    const outage = must(one, 'one');
    anya.here.does(outage, { type: 'gather', childIds: members, reason: '' });
    anya.here.does(must(two, 'two'), { type: 'note', text: 'в общей аварии' });
    anya.server.does(must(three, 'three'), { type: 'note', text: 'и у нас' }, oleg);
    anya.pulls();
    expect(anya.here.ticket(must(three, 'three')).parentId).toBe(outage);
    expect(texts(anya.here, must(two, 'two'))).toContain('в общей аварии');
    anya.syncs();
    isAsAtHome();
  });

  it('what the server refuses is taken off with everything it did', () => {
    const id = anya.here.registers('Принтер');
    anya.syncs();
    anya.server.does(id, { type: 'take' }, oleg);
    anya.here.does(id, { type: 'take' });
    anya.pushes();
    expect(anya.here.ticket(id).assigneeId).toBeNull();
    expect(anya.states().at(-1)).toBe('take rejected');
    anya.pulls();
    isAsAtHome();
  });
});

describe('records', () => {
  it('two people change two fields of one customer: both stand', () => {
    const customer = anya.here.customer('Ромашка');
    anya.syncs();
    const mine = changeCustomer(anya.here.desk, customer, { city: 'Тула' });
    expect(mine.ok).toBe(true);
    const theirs = { ...customer, about: 'Два филиала' };
    const record = { type: 'customer', customer: theirs } as const;
    anya.server.takes([
      {
        ...{ opId: 'theirs', cseq: 1, v: 1, space: 'desk', entityType: 'customer', baseRev: 0 },
        ...{ entityId: customer.id, occurredAt: anya.now, byId: oleg },
        payload: { type: 'save-customer', customer: theirs, changed: ['about'] },
      },
    ]);
    anya.pulls();
    const now = () => anya.here.desk.people.customer(customer.id);
    expect(now()).toMatchObject({ city: 'Тула', about: 'Два филиала' });
    anya.syncs();
    expect(now()).toMatchObject({ city: 'Тула', about: record.customer.about });
    expect(home.desk.people.customer(customer.id)).toEqual(now());
    expect(anya.here.desk.store.sql.all('SELECT 1 FROM base')).toEqual([]);
  });
});

describe('what cannot go up', () => {
  it('is put aside with what rests on it, and everything else goes on', () => {
    const [one, two] = ['Принтер', 'VPN'].map((subject) => anya.here.registers(subject));
    anya.here.does(must(one, 'one'), { type: 'note', text: 'важный текст' });
    const [first] = anya.store.outgoing({ most: 1, bytes: 1, now: anya.now });
    const opId = must(first, 'op').op.opId;
    expect([1, 2, 3].map(() => anya.store.countTry(opId, 'internal'))).toEqual([1, 2, 3]);
    const ids = anya.store.park(opId, 'internal', anya.now);
    expect(ids).toHaveLength(2);
    expect(tray().map(({ kind, text }) => [kind, text])).toEqual([
      ['parked', expect.stringContaining('Не работает.')],
      ['parked', 'важный текст'],
    ]);
    expect(anya.here.desk.tickets.byId(must(one, 'one'))).toBeNull();
    const results = anya.pushes();
    expect(results.map(({ cseq, outcome }) => [cseq, outcome])).toEqual([
      [1, 'applied'],
      [2, 'applied'],
    ]);
    anya.pulls();
    expect(anya.states()).toEqual(['register parked', 'register landed', 'note parked']);
    expect(anya.here.ticket(must(two, 'two')).number).toBe('SM-1');
    expect(tray()).toHaveLength(2);
  });

  it('changes of one customer that are put aside leave the customer as the server knows it', () => {
    const customer = anya.here.customer('Ромашка');
    anya.syncs();
    for (const city of ['Тула', 'Орёл']) changeCustomer(anya.here.desk, customer, { city });
    const [first] = anya.store.outgoing({ most: 1, bytes: 1, now: anya.now });
    expect(anya.store.park(must(first, 'op').op.opId, 'internal', anya.now)).toHaveLength(2);
    expect(anya.here.desk.people.customer(customer.id)).toEqual(customer);
    expect(tray()).toHaveLength(2);
  });

  it('a text that can still be taken back waits, and so does what is behind it', () => {
    const [one, two] = ['Принтер', 'VPN'].map((subject) => anya.here.registers(subject));
    anya.syncs();
    anya.here.does(must(one, 'one'), { type: 'take' });
    anya.syncs();
    anya.here.replies(must(one, 'one'), 'Проверьте кабель', 10_000);
    anya.here.does(must(one, 'one'), { type: 'note', text: 'жду' });
    anya.here.does(must(two, 'two'), { type: 'note', text: 'другое' });
    expect(anya.pushes()).toHaveLength(1);
    expect(anya.states().slice(-3)).toEqual(['reply held', 'note pending', 'note acked']);
  });

  it('what the server has cannot be taken back any more', () => {
    const id = anya.here.registers('Принтер');
    anya.here.does(id, { type: 'note', text: 'раз' });
    expect(undoLast(anya.here.desk).ok).toBe(true);
    anya.here.does(id, { type: 'note', text: 'два' });
    anya.pushes();
    expect(undoLast(anya.here.desk)).toMatchObject({
      ok: false,
      problem: { code: 'undo-at-server' },
    });
  });
});

describe('two processes on one store', () => {
  it('whoever slept through the lease writes nothing any more', () => {
    anya.here.registers('Принтер');
    expect(anya.store.lease('one', 0, 10)).toBe(true);
    anya.pushes();
    const other = new SyncLease(anya.here.desk.store.sql);
    expect(other.take('two', 5, 15)).toBe(false);
    expect(other.take('two', 10, 20)).toBe(true);
    expect(anya.store.lease('one', 15, 25)).toBe(false);
    expect(anya.store.applyPage(anya.server.page('main', 0), anya.now).outcome).toBe('stale');
    expect(anya.store.counts().cursor).toBe(0);
    other.release('two');
    expect(anya.store.lease('one', 16, 26)).toBe(true);
    expect(anya.store.applyPage(anya.server.page('main', 0), anya.now).outcome).toBe('applied');
  });
});

describe('starting over as another client', () => {
  it('pushes everything again under new numbers; the server counts it once', () => {
    const id = anya.here.registers('Принтер');
    anya.here.does(id, { type: 'note', text: 'раз' });
    anya.syncs();
    anya.here.does(id, { type: 'note', text: 'два' });
    expect(anya.store.becomeClient('another', anya.now).resent).toBe(3);
    expect(undoLast(anya.here.desk).ok).toBe(true);
    expect(undoLast(anya.here.desk)).toMatchObject({ ok: false });
    anya.here.does(id, { type: 'note', text: 'два' });
    const results = anya.pushes();
    expect(results.map(({ cseq }) => cseq)).toEqual([1, 2, 3]);
    anya.pulls();
    isAsAtHome();
    expect(anya.store.counts()).toMatchObject({ pending: 0, acked: 0 });
    expect(anya.store.forgetOld(anya.now + 31 * 24 * 60 * minute)).toBe(3);
  });

  it('wishes for the number that the customer was told, and keeps the older name', () => {
    const id = anya.here.registers('Принтер');
    const first = anya.here.ticket(id).number;
    anya.syncs();
    const told = anya.here.ticket(id).number;
    expect(told).not.toBe(first);
    anya.store.becomeClient('another', anya.now);
    const [again] = anya.store.outgoing({ most: 500, bytes: 1_000_000, now: anya.now });
    expect(again?.op).toMatchObject({ number: told, names: [first] });
  });
});
