import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const out: OptionSpec = { flags: '--out <path>' };
const shift: OptionSpec = { flags: '--shift <ref>' };
const format: OptionSpec = { flags: '--format <format>', choices: ['md', 'text', 'html', 'json'] };

/** Reports: of a shift, of a customer's month, of an outage; the journal on paper and the agenda. */
export const reportSpecs: readonly CommandSpec[] = [
  {
    name: 'report',
    commands: [
      {
        name: 'shift',
        options: [
          shift,
          {
            flags: '--format <format>',
            choices: ['md', 'text', 'short', 'html', 'email', 'csv', 'json'],
          },
          { flags: '--table <name>' },
          out,
          { flags: '--live' },
          { flags: '--revision <n>' },
        ],
        load: async () => (await import('../commands/report-shift.ts')).reportShift,
      },
      {
        name: 'kpi',
        options: [
          { flags: '--from <time>' },
          { flags: '--to <time>' },
          { flags: '--line <code>' },
          { flags: '--customer <name>' },
          { flags: '--codes <codes>' },
          { flags: '--definitions' },
          { flags: '--format <format>', choices: ['md', 'text', 'html', 'csv', 'json'] },
          out,
        ],
        load: async () => (await import('../commands/report-kpi.ts')).reportKpi,
      },
      {
        name: 'customer',
        args: ['<name>'],
        options: [{ flags: '--month <month>' }, format, out],
        load: async () => (await import('../commands/report-customer.ts')).reportCustomer,
      },
      {
        name: 'outage',
        args: ['<ref>'],
        options: [format, out],
        load: async () => (await import('../commands/report-outage.ts')).reportOutage,
      },
      {
        name: 'journal',
        options: [shift, { flags: '--lines <n>' }, out],
        load: async () => (await import('../commands/report-journal.ts')).reportJournal,
        commands: [
          {
            name: 'enter',
            args: ['<file>'],
            options: [{ flags: '--reason <text>' }, { flags: '--dry-run' }],
            load: async () => (await import('../commands/report-journal.ts')).enterJournal,
          },
        ],
      },
      {
        name: 'agenda',
        options: [{ flags: '--week <day>' }, format, out],
        load: async () => (await import('../commands/report-agenda.ts')).reportAgenda,
      },
    ],
  },
];
