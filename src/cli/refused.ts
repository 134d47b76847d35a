import type { Desk } from '../app/desk/desk.ts';
import type { Permission } from '../domain/permission.ts';
import { whyNotAllowed } from '../domain/permission-gate.ts';
import type { Refusal } from '../domain/refusal.ts';

/** A refusal by a rule, on its way to the exit code 3. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;
  /** The ticket or article it is about, for the commands that would help; null for none. */
  readonly number: string | null;

  constructor(refusal: Refusal, number: string | null) {
    super(refusal.code);
    this.refusal = refusal;
    this.number = number;
  }
}

/** Throws why something that is no command on a ticket is not mine to do. */
export function mustBeAllowed({ me, config }: Desk, permission: Permission): void {
  const why = whyNotAllowed(permission, me, config);
  if (why) throw new RefusedError(why, null);
}

/** The refusal with names in the place of ids: rules know ids only. */
export function refusedError(desk: Desk, refusal: Refusal, number: string | null): RefusedError {
  const { personId } = refusal.params;
  if (typeof personId !== 'string') return new RefusedError(refusal, number);
  const person = desk.people.person(personId)?.name ?? personId;
  return new RefusedError({ ...refusal, params: { ...refusal.params, person } }, number);
}
