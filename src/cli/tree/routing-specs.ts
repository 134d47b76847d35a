import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const recordOptions: readonly OptionSpec[] = [
  { flags: '--about <text>' },
  { flags: '--variable <name=value>', isMany: true },
  { flags: '--command <title=command>', isMany: true },
  { flags: '--diagnosis <title=command>', isMany: true },
  { flags: '--remove-command <title>', isMany: true },
];

/** `smena desk route`: stands in the group of the desk. */
export const routeSpec: CommandSpec = {
  name: 'route',
  args: ['[ref]'],
  options: [
    { flags: '--dry-run' },
    { flags: '--ticket <ref>' },
    { flags: '--customer <name>' },
    { flags: '--contact <name>' },
    { flags: '--subject <text>' },
    { flags: '--text <text>' },
    { flags: '--channel <code>' },
    { flags: '--kind <code>' },
    { flags: '--priority <code>' },
    { flags: '--line <code>' },
    { flags: '--tag <tag>', isMany: true },
    { flags: '--at <time>' },
  ],
  load: async () => (await import('../commands/desk-route.ts')).deskRoute,
};

/** Who is on duty and whom to call. */
export const dutySpecs: readonly CommandSpec[] = [
  {
    name: 'duty',
    options: [{ flags: '--at <time>' }],
    load: async () => (await import('../commands/duty.ts')).duty,
  },
  {
    name: 'ladder',
    args: ['[ref]'],
    load: async () => (await import('../commands/ladder.ts')).ladder,
    commands: [
      {
        name: 'log',
        args: ['<ref>', '<outcome>'],
        options: [{ flags: '--step <n>' }],
        load: async () => (await import('../commands/ladder.ts')).ladderLog,
      },
    ],
  },
];

/** People of the desk and the customers they serve. */
export const peopleSpecs: readonly CommandSpec[] = [
  {
    name: 'customer',
    commands: [
      { name: 'list', load: async () => (await import('../commands/customer.ts')).customerList },
      {
        name: 'show',
        args: ['<name>'],
        options: [{ flags: '--ticket <ref>' }],
        load: async () => (await import('../commands/customer.ts')).customerShow,
      },
      {
        name: 'set',
        args: ['<name>'],
        options: [
          { flags: '--name <text>' },
          { flags: '--town <text>' },
          { flags: '--level <text>' },
          { flags: '--time-zone <zone>' },
          { flags: '--peculiarity <text>' },
          { flags: '--domain <domain>' },
          { flags: '--engineer <person>' },
          { flags: '--team-lead <person>' },
          { flags: '--team <name>' },
          { flags: '--parent <name>' },
          { flags: '--environment <line>', isMany: true },
          ...recordOptions,
        ],
        load: async () => (await import('../commands/customer-set.ts')).customerSet,
      },
      {
        name: 'asset',
        args: ['<name>', '<asset>'],
        options: [{ flags: '--host <address>' }, ...recordOptions],
        load: async () => (await import('../commands/customer-set.ts')).customerAsset,
      },
      {
        name: 'command',
        args: ['<name>', '<title>'],
        options: [{ flags: '--asset <name>' }, { flags: '--ticket <ref>' }],
        load: async () => (await import('../commands/customer.ts')).customerCommand,
      },
    ],
  },
  {
    name: 'person',
    commands: [
      { name: 'list', load: async () => (await import('../commands/person.ts')).personList },
      {
        name: 'set',
        args: ['<person>'],
        options: [
          { flags: '--name <text>' },
          { flags: '--role <code>' },
          { flags: '--line <code>' },
          { flags: '--skill <name>', isMany: true },
          { flags: '--phone <number>' },
          { flags: '--time-zone <zone>' },
          { flags: '--team <name>' },
        ],
        load: async () => (await import('../commands/person.ts')).personSet,
      },
    ],
  },
];
