import type { Bench, Part } from '../bench.ts';
import { practiceCheckRows } from './practice-check.ts';
import { practiceFactRows } from './practice-facts.ts';

/** Practice: its files, and how replies are judged. */
export const practice: Part = {
  name: 'practice',
  run: async (bench: Bench) => [
    ...(await practiceCheckRows(bench)),
    ...(await practiceFactRows(bench)),
  ],
};
