import type { Desk } from '../../app/desk/desk.ts';
import {
  type DialogueReview,
  markDialogue,
  type ReviewedDialogue,
  reviewDialogues,
} from '../../app/shift/review-dialogues.ts';
import { mustFindTicket } from '../../app/ticket/find-ticket.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { loadShiftTexts, type ShiftTexts } from '../../i18n/shift-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { mustReadReports } from '../read-reports.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { UsageError } from '../usage-error.ts';
import { shiftOption } from './shift.ts';

/** `smena shift review [REF --resolved|--card [--undo]]`: everything said today and yesterday. */
export async function shiftReview(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  const shift = shiftOption(desk, input);
  const marks = (['resolved', 'card'] as const).filter((mark) => input.has(mark));
  const reference = input.argument(0);
  if (reference === undefined && marks.length > 0) {
    throw new UsageError('argument-missing', { name: 'ref' });
  }
  if (reference !== undefined) {
    const ticket = mustFindTicket(desk, reference);
    if (marks.length === 0) throw new UsageError('nothing-asked', { known: '--resolved, --card' });
    const isDone = !input.has('undo');
    desk.store.sql.transact(() => {
      for (const mark of marks) {
        const done = markDialogue(desk, { ticketId: ticket.id, mark, isDone }, shift);
        accepted({ desk, ticket }, done);
      }
    });
  }
  const review = reviewDialogues(desk, shiftOption(desk, input));
  const { output } = session;
  if (output.isJson) return output.json(reviewJson(review));
  const texts = await loadShiftTexts(session.language);
  for (const line of reviewLines(desk, review, texts)) output.row(line);
}

function reviewLines(
  desk: Desk,
  { from, to, dialogues, unresolved, cardless }: DialogueReview,
  { review: words }: ShiftTexts,
): readonly string[] {
  const head = words.title(from, to);
  if (dialogues.length === 0) return [head, words.none];
  const status = (one: ReviewedDialogue) =>
    desk.config.statuses.find(({ code }) => code === one.status)?.name[desk.language] ?? one.status;
  const rows = dialogues.map((one) => {
    const { isResolved, hasCard, number, subject, assignee } = one;
    const marks = [isResolved ? words.resolved.yes : words.resolved.no];
    if (hasCard !== null) marks.push(hasCard ? words.card.yes : words.card.no);
    const sign = isResolved && hasCard !== false ? '✓' : '○';
    return [`${sign} ${number}`, status(one), ...marks, assignee ?? '—', subject].join(' · ');
  });
  return [head, words.sum(dialogues.length, unresolved, cardless), ...rows];
}

function reviewJson({ shift, from, to, dialogues, unresolved, cardless }: DialogueReview) {
  return {
    ...{ shift: shiftRef(shift.id), shiftId: shift.id, from, to },
    ...{ total: dialogues.length, unresolved, cardless },
    dialogues: dialogues.map((one) => ({
      ...{ ticketId: one.ticketId, number: one.number, subject: one.subject, kind: one.kind },
      ...{ status: one.status, priority: one.priority, line: one.line },
      ...{ assignee: one.assignee, assigneeId: one.assigneeId },
      ...{ customer: one.customer, customerId: one.customerId },
      ...{ lastAt: iso(one.lastAt), card: one.card, resolved: one.isResolved },
      needsCard: one.hasCard !== null,
      hasCard: one.hasCard,
    })),
  };
}
