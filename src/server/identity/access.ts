import { type Role, roles } from '../../domain/vocabulary.ts';

/** What a route is for; who may go where is decided by these and by nothing else. */
export const accessKinds = [
  /** Needs no token: redeeming a code, whether the server is alive. */
  'open',
  /** About oneself: who am I, leave. */
  'own',
  /** What stands at the desk. */
  'read',
  /**
   * Operations of a device. Whoever only reads may send them as well: each is refused by the rules,
   * so that its text comes back to a person whose role has changed since.
   */
  'push',
  /** One command, from a program. */
  'command',
  /** Files that commands refer to. */
  'upload',
] as const;
export type AccessKind = (typeof accessKinds)[number];

const everybody: readonly Role[] = roles;
const people = roles.filter((role) => role !== 'connector');
const writers = roles.filter((role) => role !== 'read-only');

/** Who may use what. A role that stands nowhere is refused. */
const allowed: Readonly<Record<Exclude<AccessKind, 'open'>, readonly Role[]>> = {
  own: everybody,
  read: people,
  push: people,
  command: writers,
  upload: writers,
};

/** Whether a role may use routes of a kind. */
export function mayUse(role: Role, kind: Exclude<AccessKind, 'open'>): boolean {
  return allowed[kind].includes(role);
}
