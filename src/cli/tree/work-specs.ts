import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const note: OptionSpec = { flags: '--note <text>' };
const reason: OptionSpec = { flags: '--reason <text>' };

/** What is asked of a ticket, and what was done about it. */
const askedSpecs: readonly CommandSpec[] = [
  {
    name: 'details',
    args: ['<ref>'],
    options: [{ flags: '--set <name=value>', isMany: true }],
    load: async () => (await import('../commands/details.ts')).details,
    commands: [
      {
        name: 'find',
        args: ['<name=value>'],
        load: async () => (await import('../commands/details.ts')).detailsFind,
      },
    ],
  },
  {
    name: 'box',
    args: ['<ref>', '[action]', '[item...]'],
    load: async () => (await import('../commands/work.ts')).box,
  },
  {
    name: 'rate',
    args: ['<ref>'],
    options: [
      { flags: '--impact <code>' },
      { flags: '--urgency <code>' },
      { flags: '--override <code>' },
      reason,
    ],
    load: async () => (await import('../commands/work.ts')).rate,
  },
  {
    name: 'stage',
    args: ['<ref>', '<stage>'],
    options: [note],
    load: async () => (await import('../commands/work.ts')).finishStage,
  },
  {
    name: 'check-after',
    args: ['<ref>', '<result>'],
    options: [note],
    load: async () => (await import('../commands/work.ts')).checkAfter,
  },
  {
    name: 'card',
    args: ['<ref>', '<action>', '[key...]'],
    options: [note],
    load: async () => (await import('../commands/work.ts')).card,
  },
  {
    name: 'off-topic',
    args: ['<ref>'],
    options: [reason],
    load: async () => (await import('../commands/work.ts')).offTopic,
  },
];

/** Time, money, and what is kept in sight. */
const spentSpecs: readonly CommandSpec[] = [
  {
    name: 'time',
    args: ['<ref>', '<length...>'],
    options: [note, { flags: '--at <time>' }],
    load: async () => (await import('../commands/spent.ts')).logTime,
    commands: [
      {
        name: 'list',
        options: [
          { flags: '--person <name>' },
          { flags: '--customer <name>' },
          { flags: '--from <day>' },
          { flags: '--to <day>' },
        ],
        load: async () => (await import('../commands/spent.ts')).timeList,
      },
    ],
  },
  {
    name: 'spend',
    args: ['<ref>', '<amount>'],
    options: [reason],
    load: async () => (await import('../commands/spent.ts')).spend,
    commands: [
      {
        name: 'list',
        options: [{ flags: '--month <month>' }],
        load: async () => (await import('../commands/spent.ts')).spendList,
      },
    ],
  },
  {
    name: 'watch',
    args: ['<ref>'],
    options: [{ flags: '--what <text>' }, { flags: '--until <time>' }],
    load: async () => (await import('../commands/work.ts')).watch,
  },
  {
    name: 'unwatch',
    args: ['<ref>'],
    load: async () => (await import('../commands/work.ts')).unwatch,
  },
  {
    name: 'snooze',
    args: ['<ref>', '<time...>'],
    options: [reason],
    load: async () => (await import('../commands/work.ts')).snooze,
  },
  { name: 'wake', load: async () => (await import('../commands/work.ts')).wake },
  {
    name: 'works',
    options: [{ flags: '--all' }],
    load: async () => (await import('../commands/works.ts')).printWorks,
  },
];

/** The work on a ticket. */
export const workSpecs: readonly CommandSpec[] = [...askedSpecs, ...spentSpecs];
