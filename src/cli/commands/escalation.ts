import type { Desk } from '../../app/desk/desk.ts';
import { execute } from '../../app/desk/execute.ts';
import { handoverHistory } from '../../app/handover/handover-history.ts';
import { type WaitingHandover, waitingHandovers } from '../../app/handover/list-waiting.ts';
import type { Handover } from '../../domain/handover/handover.ts';
import { describeForm } from '../../domain/handover/handover-form.ts';
import { fill } from '../../i18n/fill.ts';
import { type HandoverTexts, loadHandoverTexts } from '../../i18n/handover-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { moment, shortDuration } from '../format-ticket.ts';
import { receiverName } from '../handover-card.ts';
import { handoverJson } from '../handover-json.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState, runOnTicket } from '../ticket-command.ts';

/** `smena escalation list [--line N]`: what was handed over and waits to be accepted. */
export async function escalationList(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const waiting = waitingHandovers(desk, input.value('line'));
  const { output } = session;
  if (output.isJson) return output.json(waiting.map((one) => rowJson(desk, one)));
  const texts = await loadHandoverTexts(session.language);
  if (waiting.length === 0) return output.talk(texts.nothingWaits);
  const cliTexts = await session.texts();
  for (const { ticket, handover } of waiting) {
    const time = shortDuration(desk.clock.now() - handover.at, cliTexts);
    const cells = [
      ticket.number,
      receiverName(desk, handover, texts),
      fill(texts.waits, { time }),
      ticket.priority,
      ticket.subject,
      handover.form.need,
    ];
    output.row(cells.filter((cell) => cell !== '').join(output.isPlain ? '\t' : ' · '));
  }
}

/** `smena escalation show REF`: the form as its receiver reads it, and every earlier one. */
export async function escalationShow(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const history = handoverHistory(desk, ticket.id);
  const { output } = session;
  if (output.isJson) {
    const { id, number, subject, line } = ticket;
    const handover = ticket.handover ? handoverJson(desk, ticket.handover) : null;
    const earlier = history.map((one) => handoverJson(desk, one));
    return output.json({ id, number, subject, line, handover, history: earlier });
  }
  const texts = await loadHandoverTexts(session.language);
  if (history.length === 0) return output.talk(texts.neverHanded);
  for (const [place, handover] of history.entries()) {
    if (place > 0) output.line('');
    output.line(described(desk, handover, texts));
  }
}

/** `smena escalation accept REF`. */
export async function escalationAccept(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), { type: 'accept-handover' });
}

/** `smena escalation return REF --missing TEXT`: back to whoever handed it over. */
export async function escalationReturn(session: Session, input: CommandInput): Promise<void> {
  const missing = input.value('missing') ?? '';
  const target = await findTarget(session, input.required(0));
  const command = { type: 'return-handover', missing } as const;
  const { ticket } = accepted(target, execute(target.desk, target.ticket.id, command));
  await printState(session, target.desk, ticket);
}

function rowJson(desk: Desk, { ticket, handover }: WaitingHandover) {
  const { id, number, subject, priority, line, status } = ticket;
  const waitingMs = desk.clock.now() - handover.at;
  return {
    id,
    number,
    subject,
    priority,
    line,
    status,
    waitingMs,
    handover: handoverJson(desk, handover),
  };
}

function described(desk: Desk, handover: Handover, texts: HandoverTexts): string {
  const person = (id: string | null) => (id === null ? '' : (desk.people.person(id)?.name ?? ''));
  const { at, byId, settledAt, settledById, state, missing, reason, form } = handover;
  const head = fill(texts.handed, {
    time: moment(at, desk),
    by: person(byId),
    to: receiverName(desk, handover, texts),
  });
  const settled = settledAt === null ? '' : moment(settledAt, desk);
  const outcome = fill(texts.states[state], {
    time: settled,
    by: person(settledById),
    missing: missing ?? '',
  });
  const why = reason === '' ? [] : [fill(texts.reason, { reason })];
  return [head, ...why, describeForm(form, desk.language), outcome].join('\n');
}
