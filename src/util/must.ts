/** Our own mistake: reported with a stack, never shown as the user's fault. */
export class BugError extends Error {
  override readonly name = 'BugError';
}

/** The value, which must be there. Throws a BugError naming `what` when it is not. */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new BugError(`missing: ${what}`);
  return value;
}

/** Makes a switch exhaustive: adding a case without handling it does not compile. */
export function unreachable(value: never): never {
  throw new BugError(`unexpected value: ${JSON.stringify(value)}`);
}
