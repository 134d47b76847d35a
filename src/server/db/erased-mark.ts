import type { ServerStore } from './server-store.ts';

/** Notes that something of a space was erased by law: copies of it from before tell too much. */
export async function markErased(store: ServerStore, space: string): Promise<void> {
  const [end] = await store.heads([space]);
  if (end) await store.setMeta(keyOf(space), String(end.head));
}

/** Up to which row of a space a copy has to reach, so that nothing erased is in it. */
export async function erasedUpTo(store: ServerStore, space: string): Promise<number> {
  return Number((await store.meta(keyOf(space))) ?? 0);
}

function keyOf(space: string): string {
  return `erased/${space}`;
}
