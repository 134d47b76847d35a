import type { Desk } from '../../app/desk/desk.ts';
import type { ReportItem, ReportTicket, ShiftReport } from '../../domain/report/shift-report.ts';
import type { HandoverItem, ShiftHandover } from '../../domain/shift/shift-handover.ts';
import type { OfferedItem } from './acceptance-state.ts';

/** How an item reads in the report. */
export type ItemShown = Pick<
  OfferedItem,
  'number' | 'about' | 'priority' | 'dueAt' | 'contact' | 'stopWhen'
>;

const unknown: ItemShown = {
  number: '',
  about: '',
  priority: null,
  dueAt: null,
  contact: '',
  stopWhen: '',
};

/** What is offered to the incoming lead: the words are those of the report, the owners those of now. */
export function offeredItems(desk: Desk, handover: ShiftHandover): readonly OfferedItem[] {
  const shown = itemsShown(handover.report);
  const named = new Map(
    handover.items.flatMap(({ part, ticketId, toId }): [string, string][] =>
      part === 'watch' || ticketId === null || toId === null ? [] : [[ticketId, toId]],
    ),
  );
  return handover.items.map((item) => {
    const ticket = item.ticketId === null ? null : desk.tickets.byId(item.ticketId);
    const seenOwnerId = ticket && item.part !== 'watch' ? ticket.assigneeId : item.fromId;
    const said = shown.get(item.key) ?? { ...unknown, about: item.nextAction };
    return {
      ...said,
      item,
      number: said.number || (ticket?.number ?? ''),
      about: said.about || (ticket?.subject ?? ''),
      seenOwnerId,
      // What nobody has is taken by whoever takes over.
      ownerId: item.toId ?? named.get(ticketOf(item)) ?? seenOwnerId ?? desk.me.id,
    };
  });
}

/** Whoever has a ticket has all of it; a line of the log is looked at by somebody of its own. */
function ticketOf({ part, ticketId }: HandoverItem): string {
  return part === 'watch' ? '' : (ticketId ?? '');
}

/** How each item of a report reads, by its key. */
export function itemsShown(report: ShiftReport): ReadonlyMap<HandoverItem['key'], ItemShown> {
  return new Map([
    ...report.red.map((red): [string, ItemShown] => [
      `red:${red.ticketId}`,
      { ...ticketShown(red), dueAt: red.dueAt, contact: red.contact },
    ]),
    ...report.promises.map((promise): [string, ItemShown] => [
      `promise:${promise.promiseId}`,
      { ...ticketShown(promise), about: promiseWords(promise), dueAt: promise.dueAt },
    ]),
    ...report.items.map((item): [string, ItemShown] => [`watch:${item.id}`, watchShown(item)]),
    ...report.rest.map((ticket): [string, ItemShown] => [
      `rest:${ticket.ticketId}`,
      { ...ticketShown(ticket), dueAt: ticket.promisedAt },
    ]),
  ]);
}

function ticketShown({ number, subject, priority }: ReportTicket): ItemShown {
  return { ...unknown, number, about: subject, priority };
}

function promiseWords({ text, subject }: ShiftReport['promises'][number]): string {
  return text === '' ? subject : `${text} · ${subject}`;
}

function watchShown({ number, text, until, stopWhen }: ReportItem): ItemShown {
  return { ...unknown, number: number ?? '', about: text, dueAt: until, stopWhen };
}
