import type { Desk } from '../../app/desk/desk.ts';
import { execute } from '../../app/desk/execute.ts';
import { type EscalationKind, escalationKinds } from '../../domain/handover/handover.ts';
import type { HandoverCommand } from '../../domain/handover/handover-command.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fill } from '../../i18n/fill.ts';
import { loadHandoverTexts } from '../../i18n/handover-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { receiverName } from '../handover-card.ts';
import { readForm } from '../read-form.ts';
import { readPerson } from '../read-person.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, futureMoment, printState, type Target } from '../ticket-command.ts';
import { UsageError } from '../usage-error.ts';

type Escalate = Extract<HandoverCommand, { type: 'escalate' }>;

/** `smena escalate REF --to LINE|line|senior|team-lead|head|vendor --seen … --done … --need …`. */
export async function escalate(session: Session, input: CommandInput): Promise<void> {
  const to = input.value('to')?.trim().toLowerCase();
  if (to === undefined) throw new UsageError('option-missing', { name: '--to' });
  const form = await readForm(session, input);
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const kind = escalationKinds.find((one) => one === to) ?? 'line';
  const command: Escalate = {
    type: 'escalate',
    to: kind,
    line: kind === to ? undefined : to,
    reason: input.value('reason') ?? '',
    form,
    vendor: vendorOf(target, input, kind),
  };
  const done = accepted(target, execute(desk, ticket.id, command));
  await printState(session, desk, done.ticket);
  await tellReceiver(session, desk, done.ticket);
}

function vendorOf(target: Target, input: CommandInput, kind: EscalationKind): Escalate['vendor'] {
  const { desk, ticket } = target;
  const options = ['vendor', 'ref', 'vendorDue', 'watcher'] as const;
  const given = options.filter((name) => input.value(name) !== undefined);
  if (given.length === 0) return undefined;
  if (kind !== 'vendor') {
    const value = input.value(given[0] ?? 'vendor') ?? '';
    throw new UsageError('value-not-possible', { option: '--vendor', value, known: '--to vendor' });
  }
  const due = input.value('vendorDue');
  const watcher = input.value('watcher');
  return {
    vendor: input.value('vendor') ?? '',
    ref: input.value('ref') ?? '',
    dueAt: due === undefined ? null : futureMoment(target, due, 'until-in-past'),
    watcherId: watcher === undefined ? ticket.assigneeId : readPerson(desk, watcher).id,
  };
}

/** Says who is to accept: it may be somebody else than was asked for. */
async function tellReceiver(session: Session, desk: Desk, { handover }: Ticket): Promise<void> {
  if (session.output.isJson || !handover) return;
  const texts = await loadHandoverTexts(session.language);
  const isNobody = handover.toId === null && handover.kind !== 'line' && handover.kind !== 'vendor';
  const who = receiverName(desk, handover, texts);
  session.output.talk(isNobody ? texts.goesToNobody : fill(texts.goesTo, { who }));
}
