import { expect, test } from 'vitest';
import { deliverDue, retryDelivery } from '../../../../src/app/letter/deliver-letters.ts';
import { holdAgain } from '../../../../src/app/letter/hold-again.ts';
import { discardItem } from '../../../../src/app/sync/tray/discard-item.ts';
import { listTray } from '../../../../src/app/sync/tray/find-in-tray.ts';
import { sendAsIs } from '../../../../src/app/sync/tray/send-as-is.ts';
import { turnIntoNote } from '../../../../src/app/sync/tray/turn-into-note.ts';
import type { TicketCommand } from '../../../../src/domain/command.ts';
import { must } from '../../../../src/util/must.ts';
import { openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { ackOp, joinServer, putIntoTray } from '../../../support/tray.ts';

const settings = { deliver: { command: 'true', smtp: null, from: null } };

/** A reply to a customer with an address, at a store that belongs to a server. */
function written(here: TestDesk) {
  joinServer(here);
  const contact = here.contact('Ольга', { email: 'olga@bank.example' });
  const ticketId = here.registers('VPN не пускает', 'Не работает', contact.id);
  here.replies(ticketId, 'Перезапустите клиент');
  const entry = must(here.desk.tickets.entries(ticketId).at(-1), 'the reply');
  const opId = must(entry.id.split(':')[0], 'its operation');
  return { ticketId, opId, entryId: entry.id };
}

/** The server took the text, but the customer had written meanwhile. */
function withhold(here: TestDesk, { ticketId, opId }: ReturnType<typeof written>): string {
  ackOp(here, opId);
  here.desk.deliveries.withhold(opId, 'customer-wrote', here.clock.now());
  const mine: TicketCommand = {
    ...{ type: 'reply', text: 'Перезапустите клиент', messageId: '<a@desk>' },
    ...{ promise: null, status: null, attachments: [] },
  };
  return putIntoTray(here, {
    kind: 'withheld',
    code: 'customer-wrote',
    mine,
    entityId: ticketId,
    opId,
  });
}

function stateOf({ desk }: TestDesk, ticketId: string) {
  return desk.tickets.entries(ticketId).at(-1)?.delivery?.state;
}

test('where a server decides, a letter leaves when the server has its text, and not before', async () => {
  using here = await openTestDesk({ settings });
  const { opId, entryId } = written(here);
  expect(here.desk.deliveries.nextDueAt()).toBeNull();
  expect((await deliverDue(here.desk)).sent).toEqual([]);
  ackOp(here, opId);
  expect(here.desk.deliveries.nextDueAt()).toBe(here.clock.now());
  expect((await deliverDue(here.desk)).sent).toEqual([entryId]);
});

test('without a server letters leave as they always did', async () => {
  using here = await openTestDesk({ settings });
  const contact = here.contact('Ольга', { email: 'olga@bank.example' });
  const ticketId = here.registers('VPN не пускает', 'Не работает', contact.id);
  here.replies(ticketId, 'Перезапустите клиент');
  expect((await deliverDue(here.desk)).sent).toHaveLength(1);
});

test('a start gives no undo window to what the server has: it could not be taken back', async () => {
  using here = await openTestDesk({ settings });
  const { opId } = written(here);
  ackOp(here, opId);
  expect(holdAgain(here.desk)).toBeNull();
});

test('a text that was kept back says so in the ticket and does not leave by itself', async () => {
  using here = await openTestDesk({ settings });
  const reply = written(here);
  withhold(here, reply);
  expect((await deliverDue(here.desk)).sent).toEqual([]);
  expect(stateOf(here, reply.ticketId)).toBe('withheld');
  expect(retryDelivery(here.desk, reply.entryId)).toEqual({ ok: false, problem: 'needs-decision' });
  expect(listTray(here.desk)[0]?.can).toEqual(['send', 'edit', 'note', 'copy', 'discard']);
});

test('sent as it is, the letter leaves with the next round', async () => {
  using here = await openTestDesk({ settings });
  const reply = written(here);
  const id = withhold(here, reply);
  expect(sendAsIs(here.desk, id)).toMatchObject({ value: { letters: 1, reason: null } });
  expect((await deliverDue(here.desk)).sent).toEqual([reply.entryId]);
  expect(stateOf(here, reply.ticketId)).toBe('sent');
  expect(listTray(here.desk)).toEqual([]);
});

test('sent as it is without an address, the letter says that it has no way out', async () => {
  using here = await openTestDesk({ settings });
  const reply = written(here);
  const id = withhold(here, reply);
  here.does(reply.ticketId, { type: 'set-fields', fields: { contactId: null } });
  expect(sendAsIs(here.desk, id)).toMatchObject({ value: { letters: 0, reason: 'no-address' } });
});

test('made a note or let go of, it never leaves', async () => {
  using here = await openTestDesk({ settings });
  for (const settle of [turnIntoNote, discardItem]) {
    const reply = written(here);
    expect(settle(here.desk, withhold(here, reply)).ok).toBe(true);
    expect((await deliverDue(here.desk)).sent).toEqual([]);
    expect(here.desk.deliveries.byOp(reply.opId)?.state).toBe('withheld');
  }
});

test('what cannot become a note stays undecided, for everybody', async () => {
  using here = await openTestDesk({ settings });
  const reply = written(here);
  const id = withhold(here, reply);
  here.desk.store.sql.run(`UPDATE discrepancy SET text = ?`, ' \u00a0');
  const before = here.desk.outbox.waiting();
  expect(turnIntoNote(here.desk, id).ok).toBe(false);
  expect(here.desk.outbox.waiting()).toBe(before);
  expect(listTray(here.desk)).toHaveLength(1);
});
