import type { Paths } from '../../config/paths.ts';
import type { Desk } from './desk.ts';

const endings = new WeakMap<Paths, Set<() => void>>();

/** Keeps what must end with a desk, as a thread that works for it. */
export function endWithDesk({ paths }: Pick<Desk, 'paths'>, end: () => void): void {
  const known = endings.get(paths) ?? new Set();
  endings.set(paths, known.add(end));
}

/** Ends what works for a desk, and closes its store. */
export function closeDesk({ paths, store }: Pick<Desk, 'paths' | 'store'>): void {
  for (const end of endings.get(paths) ?? []) end();
  endings.delete(paths);
  store.close();
}
