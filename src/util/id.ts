/** Makes new identifiers. Injected where tests need the same ids each time. */
export type MakeId = () => string;

/**
 * A UUID version 7 (RFC 9562): the first 48 bits are the time, so ids made later sort later and
 * inserts stay at the end of an index. The module of Node is loaded by the first id: a command that
 * only reads starts a fifth faster without it.
 */
export function uuidv7(now: number = Date.now()): string {
  // Of a random (version 4) id only the version and the first 48 bits are replaced.
  const random = process.getBuiltinModule('node:crypto').randomUUID();
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${random.slice(15)}`;
}
