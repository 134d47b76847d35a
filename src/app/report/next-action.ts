import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { LastNote } from '../../store/report/report-reader.ts';
import { climbOf } from '../people/climb-ladder.ts';
import { type ReportContext, shortened } from './report-context.ts';

/** What whoever takes over a ticket has to know. */
export interface NextAction {
  readonly nextAction: string;
  readonly ifThen: string;
  readonly contact: string;
  readonly newOwnerId: string | null;
}

/** A guess is to be read at a glance; whoever knows better writes it out. */
const LONGEST = 200;

/**
 * What is to be done next about a ticket: as somebody wrote beside it in the shift, else as its
 * handover, its last note, what is watched or what was promised say it.
 */
export function nextActionOf(
  context: ReportContext,
  ticket: Ticket,
  lastNote: LastNote | undefined,
): NextAction {
  const { shift } = context;
  const noted = shift.state?.notes.find(({ ticketId }) => ticketId === ticket.id);
  const guessed = shortened(saidNext(ticket, lastNote), LONGEST);
  return {
    nextAction: noted?.nextAction || guessed,
    ifThen: noted?.ifThen ?? '',
    contact: noted?.contact || contactOf(context, ticket),
    newOwnerId: noted?.newOwnerId ?? null,
  };
}

function saidNext(ticket: Ticket, note: LastNote | undefined): string {
  const { handover, watch } = ticket;
  // A handover stands as a note, too: its own words say more shortly what is wanted.
  const isHandoverLast = handover && (!note || note.at <= handover.at);
  if (isHandoverLast) return handover.form.need;
  return note?.text.trim() || watch?.what || openPromises(ticket)[0]?.text || '';
}

/** The vendor's case, else whom the ladder calls now. */
function contactOf({ desk }: ReportContext, ticket: Ticket): string {
  const { vendorCase } = ticket;
  if (vendorCase) return [vendorCase.vendor, vendorCase.ref].filter(Boolean).join(', ');
  const person = climbOf(desk, ticket).state.lit?.person;
  return person ? [person.name, person.phone ?? ''].filter(Boolean).join(', ') : '';
}
