import type { CommandSpec } from '../command-spec.ts';

/** Deadlines. */
export const slaSpecs: readonly CommandSpec[] = [
  {
    name: 'sla',
    commands: [
      {
        name: 'explain',
        args: ['<ref>'],
        options: [{ flags: '--at <iso>' }],
        load: async () => (await import('../commands/sla-explain.ts')).slaExplain,
      },
      {
        name: 'sweep',
        load: async () => (await import('../commands/sla-sweep.ts')).slaSweep,
      },
      {
        name: 'check',
        args: ['<file>'],
        load: async () => (await import('../commands/sla.ts')).slaCheck,
      },
    ],
  },
];
