import type { CommandSpec } from '../command-spec.ts';

/** The learning path, what was played, and what it says about the lexicon. */
export const practicePathSpecs: readonly CommandSpec[] = [
  {
    name: 'plan',
    load: async () => (await import('../commands/practice-path.ts')).practicePlan,
  },
  {
    name: 'path',
    args: ['[person]'],
    load: async () => (await import('../commands/practice-path.ts')).practicePath,
  },
  {
    name: 'lesson',
    args: ['<item>'],
    load: async () => (await import('../commands/practice-path.ts')).practiceLesson,
  },
  {
    name: 'quiz',
    options: [
      { flags: '--topic <code>', isMany: true },
      { flags: '--item <id>' },
      { flags: '--count <n>' },
      { flags: '--seed <n>' },
      { flags: '--answers <file>' },
    ],
    load: async () => (await import('../commands/practice-quiz.ts')).practiceQuiz,
  },
  {
    name: 'history',
    load: async () => (await import('../commands/practice-history.ts')).practiceHistory,
  },
  {
    name: 'replay',
    args: ['<run>'],
    load: async () => (await import('../commands/practice-replay.ts')).practiceReplay,
  },
  {
    name: 'share',
    args: ['<run>'],
    load: async () => (await import('../commands/practice-history.ts')).practiceShare,
  },
  {
    name: 'abandon',
    load: async () => (await import('../commands/practice-history.ts')).practiceAbandon,
  },
  {
    name: 'stats',
    load: async () => (await import('../commands/practice-stats.ts')).practiceStatsCommand,
  },
];
