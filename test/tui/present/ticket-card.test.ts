import { expect, test } from 'vitest';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { ticketCard } from '../../../src/tui/present/ticket-card.ts';
import { createTimeText } from '../../../src/tui/present/time-text.ts';
import { must } from '../../../src/util/must.ts';
import { minute } from '../../support/desk.ts';
import { openWorkStage } from '../../support/work-stage.ts';

test('the card tells the time spent to the minute, once there is any', async () => {
  using stage = await openWorkStage({}, (here) => here.registers('VPN'));
  const { here, state } = stage;
  const id = must(here.desk.tickets.idByNumber('SM-1'), 'a ticket');
  const time = createTimeText(here.desk.config.timeZone, 'ru');
  const card = () => {
    const rows = ticketCard(must(showTicket(here.desk, id), 'the ticket'), state, time, 100);
    return rows
      .flat()
      .map(({ text }) => text)
      .join('');
  };
  expect(card()).not.toContain('потрачено');
  const note = { type: 'note', text: 'Разбирала журнал', attachments: [] } as const;
  here.does(id, { ...note, effects: { timeSpentMs: 90 * minute } });
  expect(card()).toContain('потрачено 1ч 30м');
  here.does(id, { ...note, effects: { timeSpentMs: 60 * 24 * minute } });
  expect(card()).toContain('потрачено 25ч 30м');
});
