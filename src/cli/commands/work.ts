import { wakeScheduled } from '../../app/work/wake-scheduled.ts';
import type { TicketCommand } from '../../domain/command.ts';
import { refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fill } from '../../i18n/fill.ts';
import { loadWorkDetailsTexts } from '../../i18n/work-details-texts.ts';
import { foldText } from '../../util/fold-text.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { findTarget, futureMoment, runOnTicket } from '../ticket-command.ts';
import { ticketStateJson } from '../ticket-json.ts';
import { oneOf, UsageError } from '../usage-error.ts';
import { checklistJson } from '../work-json.ts';

const boxActions = ['list', 'add', 'tick', 'untick', 'remove'] as const;

/** `smena box REF [add|tick|untick|remove|list] [ITEM]`: an item by its number or some of its words. */
export async function box(session: Session, input: CommandInput): Promise<void> {
  const action = oneOf(input.argument(1) ?? 'list', boxActions, '<action>');
  const item = input.args.slice(2).join(' ');
  if (action === 'list') return printBoxes(session, input.required(0));
  if (item === '') throw new UsageError('argument-missing', { name: 'item' });
  if (action === 'add') session.keepText(item);
  await runOnTicket(session, input.required(0), ({ desk, ticket }): TicketCommand => {
    if (action === 'add') return { type: 'add-boxes', items: [{ id: desk.makeId(), text: item }] };
    const itemId = boxOf(ticket, item);
    if (action === 'remove') return { type: 'remove-box', itemId };
    return { type: 'tick-box', itemId, isDone: action === 'tick' };
  });
}

function boxOf({ checklist = [], number }: Ticket, item: string): string {
  const near = checklist.filter(({ text }) => foldText(text).includes(foldText(item)));
  const found =
    checklist.find(({ id, text }) => id === item || foldText(text) === foldText(item)) ??
    (/^\d{1,3}$/.test(item) ? checklist[Number(item) - 1] : near.length === 1 ? near[0] : null);
  if (!found) throw new RefusedError(refusal('no-such-box', ['box']), number);
  return found.id;
}

async function printBoxes(session: Session, reference: string): Promise<void> {
  const { desk, ticket } = await findTarget(session, reference);
  const { output } = session;
  const boxes = checklistJson(desk, ticket);
  if (output.isJson) return output.json(boxes);
  const texts = await loadWorkDetailsTexts(session.language);
  if (boxes.length === 0) return output.talk(texts.noBoxes);
  for (const [index, { done, text, doneBy }] of boxes.entries()) {
    const who = doneBy === null ? '' : ` (${doneBy})`;
    output.row(`${index + 1}. [${done ? '×' : ' '}] ${text}${who}`);
  }
}

/** `smena rate REF --impact CODE --urgency CODE [--override P1 --reason TEXT]`. */
export async function rate(session: Session, input: CommandInput): Promise<void> {
  const impact = needed(input, 'impact');
  const urgency = needed(input, 'urgency');
  const priority = input.value('override');
  const override =
    priority === undefined ? undefined : { priority, reason: input.value('reason') ?? '' };
  await runOnTicket(session, input.required(0), {
    type: 'rate-priority',
    ...{ impact, urgency, override },
  });
}

function needed(input: CommandInput, name: string): string {
  const value = input.value(name);
  if (value === undefined) throw new UsageError('option-missing', { name: `--${name}` });
  return value;
}

/** `smena stage REF interim|final --note TEXT`: one of the two stages of a change is done. */
export async function finishStage(session: Session, input: CommandInput): Promise<void> {
  const stage = oneOf(input.required(1), ['interim', 'final'] as const, '<stage>');
  const note = input.value('note') ?? '';
  await runOnTicket(session, input.required(0), { type: 'finish-stage', stage, note });
}

/** `smena check-after REF passed|failed [--note TEXT]`: what the customer said when asked. */
export async function checkAfter(session: Session, input: CommandInput): Promise<void> {
  const result = oneOf(input.required(1), ['passed', 'failed'] as const, '<result>');
  const note = input.value('note') ?? '';
  await runOnTicket(session, input.required(0), { type: 'check-after', result, note });
}

/** `smena watch REF [--what TEXT] [--until TIME]`: the shift keeps an eye on it. */
export async function watch(session: Session, input: CommandInput): Promise<void> {
  const until = input.value('until');
  await runOnTicket(session, input.required(0), (target) => ({
    type: 'watch',
    what: input.value('what') ?? '',
    until: until === undefined ? null : futureMoment(target, until, 'until-in-past'),
  }));
}

/** `smena unwatch REF`. */
export async function unwatch(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), { type: 'unwatch' });
}

/** `smena card REF link KEY` and `smena card REF closed`: the card at those who mend it. */
export async function card(session: Session, input: CommandInput): Promise<void> {
  const action = oneOf(input.required(1), ['link', 'closed'] as const, '<action>');
  const ref = input.args.slice(2).join(' ');
  if (action === 'link' && ref === '') throw new UsageError('argument-missing', { name: 'key' });
  const note = input.value('note') ?? '';
  const { ticket } = await runOnTicket(
    session,
    input.required(0),
    action === 'link' ? { type: 'link-card', ref } : { type: 'close-card', note },
  );
  if (action !== 'closed') return;
  const texts = await loadWorkDetailsTexts(session.language);
  session.output.talk(fill(texts.tellReporter, { number: ticket.number }));
}

/** `smena off-topic REF --reason TEXT`: not served here, closed at once and counted apart. */
export async function offTopic(session: Session, input: CommandInput): Promise<void> {
  const reason = input.value('reason') ?? '';
  await runOnTicket(session, input.required(0), { type: 'close-off-topic', reason });
}

/** `smena snooze REF TIME --reason TEXT`: put off with the reason that the next one reads. */
export async function snooze(session: Session, input: CommandInput): Promise<void> {
  const reason = (input.value('reason') ?? '').trim();
  const { desk, ticket } = await runOnTicket(session, input.required(0), (target) => {
    if (reason === '') throw new RefusedError(refusal('reason-missing'), target.ticket.number);
    const until = futureMoment(target, input.args.slice(1).join(' '), 'until-in-past');
    return { type: 'schedule', until, reason };
  });
  if (session.output.isJson || ticket.scheduledUntil === null) return;
  const { done } = await session.texts();
  session.output.talk(fill(done.until, { time: moment(ticket.scheduledUntil, desk) }));
}

/** `smena wake`: brings back every ticket whose time has come until which it was put off. */
export async function wake(session: Session, _input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const woken = wakeScheduled(desk);
  const { output } = session;
  if (output.isJson) return output.json(woken.map((ticket) => ticketStateJson(desk, ticket)));
  const texts = await loadWorkDetailsTexts(session.language);
  if (woken.length === 0) return output.talk(texts.nothingWoken);
  for (const { number, subject } of woken) output.row(`${number} · ${subject}`);
}
