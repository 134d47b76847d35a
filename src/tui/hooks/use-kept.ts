import { useRef } from 'react';

/**
 * What `make` returned when the inputs were last different. Rows kept this way are the same objects
 * from frame to frame, so that a move of the selection draws two rows and not the whole screen.
 */
export function useKept<T>(inputs: readonly unknown[], make: () => T): T {
  const kept = useRef<{ readonly inputs: readonly unknown[]; readonly value: T } | null>(null);
  const known = kept.current;
  const isSame =
    known?.inputs.length === inputs.length && inputs.every((input, i) => input === known.inputs[i]);
  if (known && isSame) return known.value;
  const value = make();
  kept.current = { inputs, value };
  return value;
}
