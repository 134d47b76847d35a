import { ticketWords } from '../../app/content/ticket-words.ts';
import { showTicket } from '../../app/ticket/show-ticket.ts';
import { type SimilarTicket, similarTickets } from '../../app/ticket/similar-tickets.ts';
import { besideTexts } from '../../i18n/beside-texts.ts';
import { must } from '../../util/must.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';
import { wholeNumber } from '../usage-error.ts';

/** `smena similar REF [--limit N]`: solved tickets of any customer like this one. */
export async function similar(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? '5', '--limit', 1);
  const { desk, ticket } = await findTarget(session, input.required(0));
  const view = must(showTicket(desk, ticket.id), 'ticket that was found');
  const found = similarTickets(desk, { ticketId: ticket.id, words: ticketWords(view), limit });
  const { output, language } = session;
  if (output.isJson) return output.json({ ticket: ticket.number, similar: found.map(toJson) });
  const w = besideTexts(language);
  if (found.length === 0) output.talk(w.similarEmpty);
  for (const { number, subject, customer, solution, solvedAt } of found) {
    const who = customer === null ? '' : `  ${customer}`;
    output.row(`${number}  ${moment(solvedAt, desk)}${who}  ${subject}`);
    output.row(`    ${solution || w.noSolution}`);
  }
}

function toJson({ solvedAt, score, ...ticket }: SimilarTicket) {
  return { ...ticket, solvedAt: iso(solvedAt), score: Math.round(score * 100) / 100 };
}
