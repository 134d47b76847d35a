import { executeShift } from '../../app/shift/execute-shift.ts';
import { mustFindTicket } from '../../app/ticket/find-ticket.ts';
import { reportSections } from '../../domain/shift/shift.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { loadShiftTexts } from '../../i18n/shift-texts.ts';
import { must } from '../../util/must.ts';
import type { CommandInput } from '../command-input.ts';
import { readPerson } from '../read-person.ts';
import { argumentText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { noteJson, sectionJson } from '../shift-json.ts';
import { accepted } from '../ticket-command.ts';
import { oneOf, UsageError, wholeNumber } from '../usage-error.ts';
import { shiftOption } from './shift.ts';

/** `smena shift write SECTION [TEXT|-]`: a hand-written part of the report. */
export async function shiftWrite(session: Session, input: CommandInput): Promise<void> {
  const section = oneOf(input.required(0), reportSections, '<section>');
  const text = await argumentText(session, input, 1);
  const rev = input.value('baseRev');
  const desk = await session.desk();
  const { id, state } = shiftOption(desk, input);
  const known = state?.sections[section];
  const { output } = session;
  const about = { section, shift: shiftRef(id), shiftId: id };
  if (text === undefined) {
    if (output.isJson) return output.json({ ...about, written: sectionJson(desk, state, section) });
    const texts = await loadShiftTexts(session.language);
    return known ? output.line(known.text) : output.talk(texts.emptySection);
  }
  const baseRev = rev === undefined ? (known?.rev ?? 0) : wholeNumber(rev, '--base-rev');
  const base = textOf(desk.shifts.events(id), section, baseRev);
  const command = { type: 'write-section', section, text, base, baseRev } as const;
  const { shift } = accepted({ desk, ticket: null }, executeShift(desk, id, command));
  if (output.isJson) return output.json({ ...about, written: sectionJson(desk, shift, section) });
  const texts = await loadShiftTexts(session.language);
  output.line(shift.sections[section]?.text ?? '');
  output.talk(texts.written);
}

/** The text that a section had at one of its versions. */
function textOf(
  events: ReturnType<Awaited<ReturnType<Session['desk']>>['shifts']['events']>,
  section: string,
  rev: number,
): string {
  const written = events.flatMap(({ fact }) =>
    fact.type === 'section-written' && fact.section === section ? [fact.text] : [],
  );
  return rev === 0 ? '' : (written[rev - 1] ?? '');
}

/** `smena shift note REF --next TEXT …`: what whoever comes next does with a ticket. */
export async function shiftNote(session: Session, input: CommandInput): Promise<void> {
  const [next, ifThen, contact, to] = ['next', 'if', 'contact', 'to'].map((key) =>
    input.value(key),
  );
  if ([next, ifThen, contact, to].every((value) => value === undefined)) {
    throw new UsageError('nothing-asked', { known: '--next, --if, --contact, --to' });
  }
  session.keepText([next, ifThen, contact].filter((one) => one !== undefined).join('\n'));
  const desk = await session.desk();
  const ticket = mustFindTicket(desk, input.required(0));
  const { id, state } = shiftOption(desk, input);
  const known = state?.notes.find(({ ticketId }) => ticketId === ticket.id);
  const nobody = to?.trim().toLowerCase() === 'none';
  const newOwner = to === undefined || nobody ? null : readPerson(desk, to).id;
  const note = {
    ticketId: ticket.id,
    nextAction: next ?? known?.nextAction ?? '',
    ifThen: ifThen ?? known?.ifThen ?? '',
    contact: contact ?? known?.contact ?? '',
    newOwnerId: to === undefined ? (known?.newOwnerId ?? null) : newOwner,
  };
  const done = executeShift(desk, id, { type: 'note-ticket', note });
  const { shift } = accepted({ desk, ticket }, done);
  const noted = must(
    shift.notes.find(({ ticketId }) => ticketId === ticket.id),
    'note of a shift',
  );
  const { output } = session;
  if (output.isJson) {
    return output.json({ ...noteJson(desk, noted), shift: shiftRef(id), shiftId: id });
  }
  const texts = await loadShiftTexts(session.language);
  output.row(texts.noted(ticket.number));
}
