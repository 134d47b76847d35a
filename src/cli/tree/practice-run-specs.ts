import type { CommandSpec } from '../command-spec.ts';

/** Playing a scenario. */
export const practiceRunSpecs: readonly CommandSpec[] = [
  {
    name: 'run',
    args: ['<scenario>'],
    options: [
      { flags: '--answers <file>' },
      { flags: '--seed <n>' },
      { flags: '--mode <mode>', choices: ['practice', 'exam'] },
      { flags: '--record' },
    ],
    load: async () => (await import('../commands/practice-run.ts')).practiceRun,
  },
];
