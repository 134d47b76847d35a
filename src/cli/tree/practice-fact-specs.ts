import type { CommandSpec } from '../command-spec.ts';

/** What a text says, as replies of practice are judged. */
export const practiceFactSpecs: readonly CommandSpec[] = [
  {
    name: 'facts',
    options: [
      { flags: '--file <file>' },
      { flags: '--scenario <id>' },
      { flags: '--fact <id>', isMany: true },
    ],
    load: async () => (await import('../commands/practice-facts.ts')).practiceFacts,
  },
];
