import { kinds, priorities } from '../../domain/vocabulary.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const reason: OptionSpec = { flags: '--reason <text>' };
const dryRun: OptionSpec = { flags: '--dry-run' };
const message: readonly OptionSpec[] = [
  { flags: '--text <text>' },
  { flags: '--template <id>' },
  { flags: '--set <name=value>', isMany: true },
  reason,
  dryRun,
];

const massSpec: CommandSpec = {
  name: 'mass',
  commands: [
    {
      name: 'create',
      args: ['[ref...]'],
      options: [
        { flags: '--subject <text>' },
        { flags: '--text <text>' },
        { flags: '--priority <code>', choices: priorities },
        { flags: '--kind <code>', choices: kinds },
        { flags: '--line <code>' },
        { flags: '--tag <tag>', isMany: true },
      ],
      load: async () => (await import('../commands/mass.ts')).massCreate,
    },
    {
      name: 'add',
      args: ['<parent>', '<ref...>'],
      options: [reason],
      load: async () => (await import('../commands/mass.ts')).massAdd,
    },
    {
      name: 'detach',
      args: ['<ref>'],
      options: [reason],
      load: async () => (await import('../commands/mass.ts')).massDetach,
    },
    {
      name: 'show',
      args: ['<parent>'],
      load: async () => (await import('../commands/mass.ts')).massShow,
    },
    {
      name: 'message',
      args: ['<parent>'],
      options: message,
      load: async () => (await import('../commands/mass-message.ts')).massMessage,
    },
    {
      name: 'propose',
      load: async () => (await import('../commands/mass-propose.ts')).massPropose,
    },
    {
      name: 'dismiss',
      args: ['<key>'],
      load: async () => (await import('../commands/mass-propose.ts')).massDismiss,
    },
  ],
};

/** Tickets that belong together. */
export const familySpecs: readonly CommandSpec[] = [
  {
    name: 'merge',
    args: ['<ref>', '<into>'],
    options: [reason, dryRun],
    load: async () => (await import('../commands/merge.ts')).merge,
  },
  {
    name: 'split',
    args: ['<ref>'],
    options: [{ flags: '--entry <n>' }, { flags: '--subject <text>' }],
    load: async () => (await import('../commands/merge.ts')).split,
  },
  massSpec,
  {
    name: 'remind',
    args: ['[ref...]'],
    options: [
      { flags: '--queue <name>' },
      { flags: '--template <id>' },
      { flags: '--set <name=value>', isMany: true },
      reason,
      dryRun,
    ],
    load: async () => (await import('../commands/remind.ts')).remind,
  },
  {
    name: 'callround',
    load: async () => (await import('../commands/remind.ts')).printCallRound,
  },
];
