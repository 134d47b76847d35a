import type { CommandSpec } from '../command-spec.ts';

/** Scenarios as files: what there is, and what is wrong with them. */
export const practiceCheckSpecs: readonly CommandSpec[] = [
  {
    name: 'list',
    load: async () => (await import('../commands/practice-list.ts')).practiceList,
  },
  {
    name: 'check',
    args: ['[path...]'],
    load: async () => (await import('../commands/practice-check.ts')).practiceCheck,
  },
  {
    name: 'from-ticket',
    args: ['<ticket>'],
    options: [{ flags: '-o, --out <file>' }, { flags: '--confirm' }],
    load: async () => (await import('../commands/practice-from-ticket.ts')).practiceFromTicket,
  },
];
