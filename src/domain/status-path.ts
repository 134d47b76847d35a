import { fail } from '../util/result.ts';
import type { Decision } from './decide-context.ts';
import type { DeskConfig, StatusRule } from './desk-config.ts';
import type { TicketFact } from './event.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { LocalName, Status } from './vocabulary.ts';

/** Whether a ticket of a status is still to be worked on at a desk. */
export function isOpenStatus({ statuses }: Pick<DeskConfig, 'statuses'>, status: Status): boolean {
  return statuses.some(({ code, isOpen }) => isOpen && code === status);
}

/** Refuses what would lead a ticket along a way that the desk's statuses do not have. */
export function alongStatuses(decision: Decision, { statuses }: DeskConfig): Decision {
  if (!decision.ok) return decision;
  for (const fact of decision.value) {
    const why = whyNotThere(fact, statuses);
    if (why) return fail(why);
  }
  return decision;
}

function whyNotThere(fact: TicketFact, statuses: readonly StatusRule[]): Refusal | null {
  if (fact.type !== 'status-changed' || fact.from === fact.to) return null;
  const from = statuses.find(({ code }) => code === fact.from);
  if (!from || from.next.includes(fact.to)) return null;
  const name = (code: Status): LocalName => {
    return statuses.find((rule) => rule.code === code)?.name ?? { ru: code, en: code };
  };
  const names = { from: from.name, to: name(fact.to), possible: listed(from.next.map(name)) };
  // What nobody has taken yet leads further from there.
  const isUntaken = fact.from === 'new' && from.next.includes('open');
  return { ...refusal('transition-not-possible', isUntaken ? ['take'] : []), names };
}

function listed(names: readonly LocalName[]): LocalName {
  const join = (language: keyof LocalName) => names.map((name) => name[language]).join(', ') || '—';
  return { ru: join('ru'), en: join('en') };
}
