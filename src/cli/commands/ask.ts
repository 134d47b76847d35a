import type { Desk } from '../../app/desk/desk.ts';
import { execute } from '../../app/desk/execute.ts';
import { type WaitingQuestion, waitingQuestions } from '../../app/handover/list-waiting.ts';
import { offeredAnswer } from '../../domain/handover/ask-customer.ts';
import { type Clarification, openQuestions } from '../../domain/handover/handover.ts';
import { refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fill } from '../../i18n/fill.ts';
import { loadHandoverTexts } from '../../i18n/handover-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { moment, nameOf } from '../format-ticket.ts';
import { clarificationJson } from '../handover-json.ts';
import { needTypedText } from '../read-text.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, futureMoment, printState } from '../ticket-command.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';

/** `smena ask REF --question TEXT --why TEXT --due TIME [--through LINE]`. */
export async function ask(session: Session, input: CommandInput): Promise<void> {
  const due = input.value('due');
  if (due === undefined) throw new UsageError('option-missing', { name: '--due' });
  const question = input.value('question') ?? '';
  const target = await findTarget(session, input.required(0));
  const { desk } = target;
  const dueAt = futureMoment(target, due, 'until-in-past');
  const throughLine = input.value('through');
  const why = input.value('why') ?? '';
  const command = { type: 'ask-customer', question, why, dueAt, throughLine } as const;
  const { ticket } = accepted(target, execute(desk, target.ticket.id, command));
  await printState(session, desk, ticket);
  const asked = ticket.clarifications?.at(-1);
  if (session.output.isJson || !asked) return;
  const texts = await loadHandoverTexts(session.language);
  const line = nameOf(desk.config.lines, asked.throughLine, desk);
  session.output.talk(fill(texts.asked, { line, time: moment(asked.dueAt, desk) }));
}

/** `smena ask list [--line N]`: questions that wait for the customer's answer. */
export async function askList(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const waiting = waitingQuestions(desk, input.value('line'));
  const { output } = session;
  if (output.isJson) return output.json(waiting.map((one) => rowJson(desk, one)));
  const texts = await loadHandoverTexts(session.language);
  if (waiting.length === 0) return output.talk(texts.nothingAsked);
  for (const { ticket, question } of waiting) {
    const cells = [
      ticket.number,
      nameOf(desk.config.lines, question.throughLine, desk),
      fill(texts.due, { time: moment(question.dueAt, desk) }),
      question.question,
      question.why,
    ];
    output.row(cells.join(output.isPlain ? '\t' : ' · '));
  }
}

/**
 * `smena answer REF [--text TEXT | --from-reply] [--question N]`: what the customer answered; with
 * --from-reply it is what the customer wrote since the question.
 */
export async function answer(session: Session, input: CommandInput): Promise<void> {
  const isReply = input.has('fromReply');
  if (isReply && input.value('text') !== undefined) {
    throw new UsageError('either-or', { one: '--text', other: '--from-reply' });
  }
  const typed = isReply ? null : await needTypedText(session, input);
  const target = await findTarget(session, input.required(0));
  const { desk } = target;
  const { question, text } = answerOf(desk, target.ticket, input, typed);
  const command = {
    type: 'answer-question',
    clarificationId: question.id,
    answer: text,
  } as const;
  const { ticket } = accepted(target, execute(desk, target.ticket.id, command));
  await printState(session, desk, ticket);
}

function answerOf(desk: Desk, ticket: Ticket, input: CommandInput, typed: string | null) {
  const question = questionOf(ticket, input.value('question'));
  if (typed !== null) return { question, text: typed };
  const asked = { ...ticket, clarifications: [question] };
  const offered = offeredAnswer(asked, desk.tickets.entries(ticket.id));
  if (!offered) throw new RefusedError(refusal('no-reply-since', ['ask-customer']), ticket.number);
  return { question, text: offered.entry.text };
}

/** The question that is due first, or one by its place in the list of those that wait. */
function questionOf(ticket: Ticket, place: string | undefined): Clarification {
  const open = openQuestions(ticket);
  const at = place === undefined ? 1 : wholeNumber(place, '--question', 1);
  const question = open[at - 1];
  if (question) return question;
  throw new RefusedError(refusal('no-such-question', ['note']), ticket.number);
}

function rowJson(desk: Desk, { ticket, question }: WaitingQuestion) {
  const { id, number, subject, priority, line } = ticket;
  return { id, number, subject, priority, line, question: clarificationJson(desk, question) };
}
