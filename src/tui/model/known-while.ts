import { type FoundIncident, knownIncidents } from '../../app/family/known-incidents.ts';
import { subjectOf } from '../../domain/work/decide-opening.ts';
import type { Ui } from './ui.ts';

/** Finds the mass incidents that a problem may be part of, while it is typed. */
export type KnownWhile = (text: string, customerId: string | null) => readonly FoundIncident[];

/** Remembers the last answer: a screen is drawn more often than its words change. */
export function knownWhile(ui: Ui): KnownWhile {
  let last: { readonly key: string; readonly found: readonly FoundIncident[] } | null = null;
  return (text, customerId) => {
    const key = `${text}\u0000${customerId ?? ''}`;
    if (last?.key !== key) {
      const asked = { subject: subjectOf(text), text, customerId, tags: [] };
      last = { key, found: text.trim() === '' ? [] : knownIncidents(ui.desk(), asked) };
    }
    return last.found;
  };
}
