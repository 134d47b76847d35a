import { openDescendants } from '../../domain/family/kin.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';
import type { ComposedMany, ComposedMessage, ManyFinding } from './compose-many.ts';

/** Whom news of a mass incident goes to: everybody whose ticket it still holds up. */
export function childrenToTell(desk: Desk, parent: Ticket): readonly Ticket[] {
  return openDescendants(parent, (id) => desk.tickets.byId(id));
}

/** What keeps composed messages from being sent: nothing, a reason would do, or nothing does. */
export type ManyBar = 'none' | 'nobody' | 'unfilled' | 'reason' | 'absolute';

/** What stands between the messages and their sending. */
export function barOfMany({ messages, findings }: ComposedMany): ManyBar {
  if (messages.length === 0) return 'nobody';
  if (messages.some(({ missing }) => missing.length > 0)) return 'unfilled';
  if (findings.some(({ isAbsolute }) => isAbsolute)) return 'absolute';
  return errorsIn(findings).length > 0 ? 'reason' : 'none';
}

/** The findings that block. */
export function errorsIn(findings: readonly ManyFinding[]): readonly ManyFinding[] {
  return findings.filter(({ severity }) => severity === 'E');
}

/** Those whom no letter reaches: they have to be called. */
export function unreachableIn(messages: readonly ComposedMessage[]): readonly ComposedMessage[] {
  return messages.filter(({ unreachable }) => unreachable !== null);
}

/** The keys of `set` that the messages still need, each once. */
export function missingIn(messages: readonly ComposedMessage[]): readonly string[] {
  return [...new Set(messages.flatMap(({ missing }) => missing))];
}
