import type { CommandSpec } from '../command-spec.ts';

/** Deadlines. */
export const slaSpecs: readonly CommandSpec[] = [
  {
    name: 'sla',
    commands: [
      {
        name: 'check',
        args: ['<file>'],
        load: async () => (await import('../commands/sla.ts')).slaCheck,
      },
    ],
  },
];
