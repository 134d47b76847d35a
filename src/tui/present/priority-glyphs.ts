import type { Priority } from '../../domain/vocabulary.ts';

/** The sign of each priority, told apart without colour. */
export const priorityGlyphs = {
  P1: '●',
  P2: '◐',
  P3: '○',
  P4: '·',
} as const satisfies Readonly<Record<Priority, string>>;
