import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { noteFact } from '../own-entry.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { handoverWords } from './handover-words.ts';
import { speaksForLine } from './receiver.ts';

/** Writes down what somebody found out by themselves, whatever the form said. */
export function decideDiagnose(text: string, state: Ticket, context: DecideContext): Decision {
  if (text.trim() === '') return refuse('text-missing');
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  const { language } = context.desk;
  return ok([
    noteFact(`${handoverWords[language].diagnosis}: ${text.trim()}`, context),
    { type: 'diagnosed', line: state.line },
  ]);
}

/**
 * Why a ticket cannot be solved yet: a line that it was handed to has not looked itself. What
 * somebody of that line writes as the solution is a diagnosis too.
 */
export function whyUndiagnosed(
  solution: string,
  state: Ticket,
  { desk, actor }: DecideContext,
): Refusal | null {
  if (!awaitsDiagnosis(state, desk)) return null;
  if (solution.trim() !== '' && speaksForLine(actor, state.line)) return null;
  const name = desk.lines.find(({ code }) => code === state.line)?.name;
  const steps = ['diagnose', 'return-handover'] as const;
  return { ...refusal('diagnosis-needed', steps), names: name ? { line: name } : {} };
}

/** The fact that a solution stands for a diagnosis, where one is waited for. */
export function diagnosedBySolution(
  solution: string,
  state: Ticket,
  { desk }: DecideContext,
): TicketFact[] {
  const isOne = solution.trim() !== '' && awaitsDiagnosis(state, desk);
  return isOne ? [{ type: 'diagnosed', line: state.line }] : [];
}

/** Whether the line that a ticket was handed to still owes its own diagnosis. */
function awaitsDiagnosis(
  { line, handedTo, diagnosis }: Ticket,
  { lines }: DecideContext['desk'],
): boolean {
  const rule = lines.find(({ code }) => code === line);
  if (!rule?.needsDiagnosis || handedTo?.line !== line) return false;
  return diagnosis?.line !== line || diagnosis.at < handedTo.at;
}
