import { channels, kinds, priorities } from '../../domain/vocabulary.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const text: OptionSpec = { flags: '--text <text>' };

/** Where a ticket belongs and whose it is. */
export const placing: readonly OptionSpec[] = [
  { flags: '--priority <code>', choices: priorities },
  { flags: '--kind <code>', choices: kinds },
  { flags: '--line <code>' },
  { flags: '--customer <name>' },
  { flags: '--contact <name>' },
];

/** Commands that open tickets. */
export const openingSpecs: readonly CommandSpec[] = [
  {
    name: 'new',
    options: [
      { flags: '--subject <text>' },
      text,
      ...placing,
      { flags: '--channel <code>', choices: channels },
      { flags: '--tag <tag>', isMany: true },
      { flags: '--impact <code>' },
      { flags: '--urgency <code>' },
      { flags: '--field <name=value>', isMany: true },
      { flags: '--solved <text>' },
      { flags: '--off-topic <reason>' },
    ],
    load: async () => (await import('../commands/new.ts')).registerNew,
  },
  {
    name: 'open',
    options: [
      { flags: '--phone <number>' },
      { flags: '--email <address>' },
      { flags: '--name <name>' },
      { flags: '--customer <name>' },
      { flags: '--subject <text>' },
      text,
      { flags: '--priority <code>', choices: priorities },
      { flags: '--kind <code>', choices: kinds },
    ],
    load: async () => (await import('../commands/open.ts')).openCaller,
  },
];
