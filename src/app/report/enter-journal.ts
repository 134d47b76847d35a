import type { Refusal } from '../../domain/refusal.ts';
import { ok, type Result } from '../../util/result.ts';
import { allOrNothing } from '../desk/all-or-nothing.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { registerFor } from '../people/served-people.ts';
import { findTicketId } from '../ticket/find-ticket.ts';
import {
  type JournalLine,
  type JournalPart,
  type JournalProblem,
  type JournalProblemCode,
  journalLines,
  journalTime,
} from './journal-lines.ts';

/** A line that can be entered. `ticketId` null: a new ticket about `subject`. */
export interface JournalEntry {
  readonly line: number;
  readonly at: number;
  readonly ticketId: string | null;
  readonly number: string | null;
  readonly subject: string;
  readonly customer: string;
  readonly text: string;
  readonly who: string;
}

/** A journal as it would be entered, or everything that is wrong with it. */
export type ReadJournal = Result<readonly JournalEntry[], readonly JournalProblem[]>;

/** Reads what was written by hand while nothing worked; nothing is written yet. */
export function readJournal(desk: Desk, text: string): ReadJournal {
  const { lines, problems } = journalLines(text);
  const read = lines.map((line) => readLine(desk, line));
  const all = [...problems, ...read.flatMap((one) => one.problems)];
  if (all.length > 0) {
    return { ok: false, problem: all.toSorted((a, b) => a.line - b.line || a.column - b.column) };
  }
  return ok(read.flatMap(({ entry }) => entry ?? []).toSorted((a, b) => a.at - b.at));
}

function readLine(desk: Desk, { line, time, about, customer, text, who }: JournalLine) {
  const problems: JournalProblem[] = [];
  const wrong = (part: JournalPart, code: JournalProblemCode, column: number) =>
    void problems.push({ line, column, part, code });
  const now = desk.clock.now();
  const at = journalTime(time.text, { now, timeZone: desk.config.timeZone });
  if (at === null) wrong('time', 'time', time.column);
  else if (at > now) wrong('time', 'future', time.column);
  const ticketId = about.text === '' ? null : findTicketId(desk, about.text);
  if (about.text === '') wrong('ticket', 'subject', about.column);
  else if (ticketId === null && /^\S{0,4}-?\d+$/u.test(about.text)) {
    wrong('ticket', 'ticket', about.column);
  }
  if (text.text === '') wrong('text', 'text', text.column);
  const person = who.text === '' ? desk.me : desk.people.findPerson(who.text);
  if (!person) wrong('person', 'person', who.column);
  const number = ticketId === null ? null : (desk.tickets.byId(ticketId)?.number ?? null);
  const entry: JournalEntry = {
    ...{ line, at: at ?? now, ticketId, number, customer },
    subject: ticketId === null ? about.text : '',
    text: text.text,
    who: person?.name ?? who.text,
  };
  return { problems, entry };
}

/** Says in the words of the desk that an entry came from paper. */
export type JournalNote = (entry: JournalEntry) => string;

/** Enters a journal at the times that stand in it: all of it, or nothing when a rule refuses a line. */
export function enterJournal(
  desk: Desk,
  entries: readonly JournalEntry[],
  note: JournalNote,
): Result<number, Refusal> {
  return allOrNothing(desk, () => {
    for (const entry of entries) {
      const done = enter(desk, entry, note(entry));
      if (!done.ok) return done;
    }
    return ok(entries.length);
  });
}

/** A new ticket gets its note, too: that it was registered later has to be seen in it. */
function enter(desk: Desk, entry: JournalEntry, note: string): Result<unknown, Refusal> {
  const { ticketId, at, subject, customer, text } = entry;
  if (ticketId !== null) return execute(desk, ticketId, { type: 'note', text: note }, { at });
  const names = { customer: customer === '' ? undefined : customer };
  const ticket = { subject, text, channel: 'call' } as const;
  const registered = registerFor(desk, names, ticket, { at });
  if (!registered.ok) return registered;
  const { id } = registered.value.ticket;
  return execute(desk, id, { type: 'note', text: note }, { at });
}
