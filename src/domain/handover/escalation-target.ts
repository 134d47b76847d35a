import { ok, type Result } from '../../util/result.ts';
import type { DecideContext } from '../decide-context.ts';
import type { DeskConfig, Line } from '../desk-config.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { EscalationKind } from './handover.ts';
import type { HandoverCommand } from './handover-command.ts';

type Escalate = Extract<HandoverCommand, { type: 'escalate' }>;

/** Where a ticket goes. */
export interface EscalationTarget {
  readonly kind: EscalationKind;
  /** Of the receiver; the ticket's own line when it goes to a person or stays watched inside. */
  readonly line: string;
  readonly personId: string | null;
}

/** Why a ticket is not simply put on a line: one outside never owns it, somebody inside watches. */
export function whyOutside(code: string, { lines }: DeskConfig): Refusal | null {
  const line = lines.find((one) => one.code === code && one.isExternal);
  return line ? { ...refusal('line-outside', ['escalate']), names: { line: line.name } } : null;
}

/** Finds the receiver that a command means: the next who decides where one is not known. */
export function targetOf(
  command: Escalate,
  state: Ticket,
  context: DecideContext,
): Result<EscalationTarget, Refusal> {
  if (command.to === 'line') return lineTarget(command.line, state, context);
  if (command.to === 'vendor') return ok(vendorTarget(state, context.desk.lines));
  const { seniorId, teamLeadId, headId, actor } = context;
  // Nobody is told that nobody is there: it goes to the next who decides.
  const order = {
    senior: [seniorId, teamLeadId, headId],
    'team-lead': [teamLeadId, seniorId, headId],
    head: [headId, teamLeadId, seniorId],
  }[command.to];
  const known = order.filter((id) => id !== null);
  const personId = known.find((id) => id !== actor.id) ?? null;
  if (known.length > 0 && personId === null) return refuse('nobody-above', ['note', 'assign']);
  return ok({ kind: command.to, line: state.line, personId });
}

function lineTarget(
  wanted: string | undefined,
  state: Ticket,
  { desk }: DecideContext,
): Result<EscalationTarget, Refusal> {
  const { lines } = desk;
  const code = wanted ?? nextLineUp(lines, state.line);
  if (code === null) return refuse('no-higher-line', ['escalate']);
  const line = lines.find((one) => one.code === code);
  if (!line) return refuse('unknown-line', [], { line: code });
  if (line.isExternal) return ok(vendorTarget(state, [line]));
  if (code === state.line) return refuse('already-on-line', ['escalate'], { line: code });
  return ok({ kind: 'line', line: code, personId: null });
}

/** The next line of the desk itself; null on the last one. */
function nextLineUp(lines: readonly Line[], code: string): string | null {
  const own = lines.filter(({ isExternal }) => !isExternal);
  const place = own.findIndex((line) => line.code === code);
  return own[place + 1]?.code ?? null;
}

function vendorTarget(state: Ticket, lines: readonly Line[]): EscalationTarget {
  const outside = lines.find(({ isExternal }) => isExternal);
  return { kind: 'vendor', line: outside?.code ?? state.line, personId: null };
}
