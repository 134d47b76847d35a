import type { DecideContext } from '../decide-context.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { TicketFact } from '../event.ts';
import { type NextStep, type Refusal, refusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { kindRule, missingBefore } from '../work/missing.ts';
import { detailOf } from '../work/work.ts';
import type { EscalationKind, HandoverForm } from './handover.ts';
import { missingParts, otherParts, requiredParts } from './handover-form.ts';

/** What keeps a ticket from being handed on: the kind's own fields count for lines and vendors. */
export function whyIncomplete(
  form: HandoverForm | null,
  kind: EscalationKind,
  state: Ticket,
  { desk }: DecideContext,
): Refusal | null {
  const ofKind = kind === 'line' || kind === 'vendor';
  const parts = form === null ? [] : missingParts(form);
  const fields = ofKind ? missingBefore('transfer', state, desk) : [];
  const missing = [
    ...parts,
    ...fields.filter(({ code }) => parts.every((part) => part.code !== code)),
  ];
  if (missing.length === 0) return null;
  const steps: NextStep[] = parts.length > 0 ? ['escalate'] : [];
  if (fields.length > 0) steps.push('details');
  return { ...refusal('handover-incomplete', steps), missing };
}

/** What the form says answers the fields of the kind that ask the same, so nobody writes it twice. */
export function answeredByForm(
  form: HandoverForm,
  state: Ticket,
  desk: DeskConfig,
): Readonly<Record<string, string>> {
  const rule = kindRule(desk, state.kind);
  const texts = rule?.fields.filter(({ type }) => type === 'text' || type === 'long-text') ?? [];
  return Object.fromEntries(
    texts.flatMap(({ code }) => {
      const part = [...requiredParts, ...otherParts].find((one) => one === code);
      const text = part === undefined ? '' : (form[part] ?? '');
      return text === '' || detailOf(state, code) !== undefined ? [] : [[code, text] as const];
    }),
  );
}

/** The facts of such answers. */
export function answerFacts(answers: Readonly<Record<string, string>>): TicketFact[] {
  const changes = Object.entries(answers).map(([field, to]) => ({ field, from: null, to }));
  return changes.length > 0 ? [{ type: 'details-changed', changes }] : [];
}
