import { execute } from '../../app/desk/execute.ts';
import { openHelps } from '../../app/supervision/list-supervised.ts';
import { findDraft } from '../../app/ticket/save-draft.ts';
import { refusal } from '../../domain/refusal.ts';
import type { HelpRequest } from '../../domain/supervision/supervision.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { needTypedText } from '../read-text.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { helpJson } from '../supervision-json.ts';
import { accepted, findTarget, printState, type Target } from '../ticket-command.ts';
import { wholeNumber } from '../usage-error.ts';

/** `smena help-me REF --text TEXT`: asks for help; the unfinished reply of the ticket goes along. */
export async function helpMe(session: Session, input: CommandInput): Promise<void> {
  const text = await needTypedText(session, input);
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const draft = findDraft(desk, 'reply', ticket.id)?.text ?? '';
  const helpId = desk.makeId();
  const command = { type: 'ask-help', helpId, text, draft } as const;
  const done = accepted(target, execute(desk, ticket.id, command));
  await printState(session, desk, done.ticket);
}

/** `smena help-me answer REF --text TEXT [--number N]`: helps, where colleagues read it. */
export async function helpAnswer(session: Session, input: CommandInput): Promise<void> {
  const text = await needTypedText(session, input);
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const { id: helpId } = helpIn(target, input.value('number'));
  const done = accepted(target, execute(desk, ticket.id, { type: 'give-help', helpId, text }));
  await printState(session, desk, done.ticket);
}

/** `smena help-me end REF [--number N]`: it helped, or nobody needs it any more. */
export async function helpEnd(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const { id: helpId } = helpIn(target, input.value('number'));
  const done = accepted(target, execute(desk, ticket.id, { type: 'end-help', helpId }));
  await printState(session, desk, done.ticket);
}

/** `smena help-me list`: who waits for a helping hand. */
export async function helpList(session: Session): Promise<void> {
  const desk = await session.desk();
  const open = openHelps(desk);
  const { output } = session;
  if (output.isJson) {
    return output.json(
      open.map(({ ticket: { id, number, subject, priority, line }, help }) => {
        return { id, number, subject, priority, line, ...helpJson(desk, help) };
      }),
    );
  }
  const { list } = supervisionTexts(session.language);
  if (open.length === 0) return output.talk(list.noHelps);
  for (const { ticket, help } of open) {
    const who = desk.people.person(help.byId)?.name ?? '';
    const cells = [ticket.number, who, moment(help.at, desk), help.text];
    output.row(cells.join(output.isPlain ? '\t' : ' · '));
  }
}

/** The call that waits longest, or one by its place in the order of asking. */
function helpIn({ ticket }: Target, place: string | undefined): HelpRequest {
  const at = place === undefined ? 1 : wholeNumber(place, '--number', 1);
  const help = ticket.helps?.[at - 1];
  if (help) return help;
  throw new RefusedError(refusal('no-such-help', ['note']), ticket.number);
}
