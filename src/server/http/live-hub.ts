import type { LiveEvent, Presence } from '../../protocol/live.ts';
import type { Caller } from '../core/sync-server.ts';

/** Heads are told at most this often: a busy space would say nothing else. */
const COALESCE_MS = 200;

/** Somebody who listens: a stream, or a request that waits. */
export interface Listener {
  readonly caller: Caller;
  /** Whether this person leads others, as of the last look. */
  readonly isLeading: () => boolean;
  /** Spaces that this person sees, as of the last look. */
  readonly spaces: ReadonlySet<string>;
  tell(event: LiveEvent): void;
}

/** Brings hints to whoever listens. Nothing rests on them: what they tell is pulled. */
export interface LiveHub {
  /** Returns what ends it. */
  listen(listener: Listener): () => void;
  listeners(): readonly Listener[];
  present(space: string, presence: Presence): void;
  /** Tells those who lead in a space. */
  tellLeading(space: string, event: LiveEvent): void;
  /** Says good-bye to all; nobody is told anything after that. */
  close(): void;
}

/** A hub over the growth of a store. `later` is a timer that does not keep the process alive. */
export function createLiveHub(
  onHeads: (listener: (heads: ReadonlyMap<string, number>) => void) => () => void,
  later: (ms: number, then: () => void) => () => void,
): LiveHub {
  const all = new Set<Listener>();
  const grown = new Map<string, number>();
  let cancel: (() => void) | null = null;
  const tellSome = (space: string, event: LiveEvent) => {
    for (const listener of all) if (listener.spaces.has(space)) listener.tell(event);
  };
  const flush = () => {
    // What comes first is told at once, what follows it closely together.
    cancel = grown.size > 0 ? later(COALESCE_MS, flush) : null;
    for (const [space, head] of grown) tellSome(space, { type: 'head', space, head });
    grown.clear();
  };
  const stop = onHeads((heads) => {
    for (const [space, head] of heads) grown.set(space, Math.max(head, grown.get(space) ?? 0));
    cancel ??= later(0, flush);
  });
  return {
    listen: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    listeners: () => [...all],
    tellLeading: (space, event) => {
      for (const listener of all) {
        if (listener.spaces.has(space) && listener.isLeading()) listener.tell(event);
      }
    },
    present: (space, presence) => tellSome(space, { type: 'presence', presence }),
    close: () => {
      stop();
      cancel?.();
      for (const listener of all) listener.tell({ type: 'bye' });
      all.clear();
    },
  };
}
