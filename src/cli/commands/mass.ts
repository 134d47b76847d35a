import type { Desk } from '../../app/desk/desk.ts';
import { execute } from '../../app/desk/execute.ts';
import { familyOf } from '../../app/family/family-view.ts';
import { registerTicket } from '../../app/ticket/register-ticket.ts';
import { ticketRow } from '../../app/ticket/ticket-row.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { kinds, priorities } from '../../domain/vocabulary.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { ticketLine } from '../format-ticket.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState } from '../ticket-command.ts';
import { ticketStateJson } from '../ticket-json.ts';
import { oneOf, UsageError } from '../usage-error.ts';

/** `smena mass create --subject TEXT REF…`: a new mass incident of these tickets. */
export async function massCreate(session: Session, input: CommandInput): Promise<void> {
  const text = (await readText(session, input)) ?? '';
  const subject = input.value('subject');
  if (subject === undefined) throw new UsageError('option-missing', { name: '--subject' });
  const members = await membersOf(session, input.args);
  const desk = await session.desk();
  const priority = input.value('priority');
  const kind = input.value('kind');
  const done = registerTicket(desk, {
    ...{ subject, text, channel: 'internal', childIds: members },
    kind: kind === undefined ? 'incident' : oneOf(kind, kinds, '--kind'),
    priority: priority === undefined ? undefined : oneOf(priority, priorities, '--priority'),
    line: input.value('line'),
    tags: input.all('tag'),
  });
  const { ticket } = accepted({ desk, ticket: null }, done);
  await printGathered(session, desk, ticket);
}

/** `smena mass add PARENT REF…`: puts tickets under a mass incident. */
export async function massAdd(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  const childIds = await membersOf(session, input.args.slice(1));
  const reason = input.value('reason') ?? '';
  const done = execute(target.desk, target.ticket.id, { type: 'gather', childIds, reason });
  await printGathered(session, target.desk, accepted(target, done).ticket);
}

async function membersOf(session: Session, references: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const reference of references) ids.push((await findTarget(session, reference)).ticket.id);
  return ids;
}

async function printGathered(session: Session, desk: Desk, ticket: Ticket): Promise<void> {
  const t = familyTexts(session.language);
  session.output.talk(t.gathered(ticket.number, ticket.childIds?.length ?? 0));
  await printState(session, desk, ticket);
}

/** `smena mass detach REF [--reason TEXT]`: this ticket has another cause. */
export async function massDetach(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const parent = familyOf(desk, ticket).parent?.ticket.number ?? '';
  const reason = input.value('reason') ?? '';
  const done = accepted(target, execute(desk, ticket.id, { type: 'detach', reason }));
  session.output.talk(familyTexts(session.language).detached(ticket.number, parent));
  await printState(session, desk, done.ticket);
}

/** `smena mass show PARENT`: a mass incident and how its tickets stand. */
export async function massShow(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const { output } = session;
  if (output.isJson) return output.json(ticketStateJson(desk, ticket));
  const { children } = familyOf(desk, ticket);
  const t = familyTexts(session.language);
  const texts = await session.texts();
  const open = children.filter(({ status }) => status !== 'resolved' && status !== 'closed').length;
  output.row(ticketLine(ticketRow(desk, ticket), desk, texts));
  output.row(children.length === 0 ? t.noChildren : t.children(children.length, open));
  for (const child of children) output.row(`  ${ticketLine(ticketRow(desk, child), desk, texts)}`);
}
