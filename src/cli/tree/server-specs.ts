import { roles } from '../../domain/vocabulary.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const people = () => import('../commands/server-people.ts');
const spaces = () => import('../commands/server-spaces.ts');
const upkeep = () => import('../commands/server-upkeep.ts');

/** Where the server keeps its store when it is not a file of the data folder. */
const database: OptionSpec = { flags: '--database <url>' };
const options = [database];
const person: readonly OptionSpec[] = [
  { flags: '--line <line>' },
  { flags: '--space <code>', isMany: true },
  { flags: '--minutes <n>' },
  database,
];

/** The central server and its console. */
export const serverSpecs: readonly CommandSpec[] = [
  {
    name: 'serve',
    options: [
      { flags: '--listen <address>' },
      database,
      { flags: '--tls-cert <file>' },
      { flags: '--tls-key <file>' },
      { flags: '--behind-proxy <cidr>' },
      { flags: '--token-days <n>' },
    ],
    load: async () => (await import('../commands/serve.ts')).serve,
  },
  {
    name: 'server',
    commands: [
      {
        name: 'init',
        options: [{ flags: '--admin <name>' }, ...person],
        load: async () => (await people()).serverInit,
      },
      {
        name: 'invite',
        options: [
          { flags: '--name <name>' },
          { flags: '--role <role>', choices: roles },
          ...person,
        ],
        load: async () => (await people()).serverInvite,
      },
      { name: 'people', options, load: async () => (await people()).serverPeople },
      { name: 'devices', options, load: async () => (await people()).serverDevices },
      {
        name: 'revoke',
        args: ['<who>'],
        options,
        load: async () => (await people()).serverRevoke,
      },
      {
        name: 'spaces',
        options,
        load: async () => (await spaces()).listSpaces,
        commands: [
          { name: 'list', options, load: async () => (await spaces()).listSpaces },
          {
            name: 'make',
            args: ['<code>', '[title]'],
            options,
            load: async () => (await spaces()).makeSpace,
          },
          {
            name: 'admit',
            args: ['<person>', '<space>'],
            options,
            load: async () => (await spaces()).admitToSpace,
          },
          {
            name: 'expel',
            args: ['<person>', '<space>'],
            options,
            load: async () => (await spaces()).expelFromSpace,
          },
          {
            name: 'move',
            args: ['<ref>', '<space>'],
            options,
            load: async () => (await spaces()).moveToSpace,
          },
        ],
      },
      {
        name: 'audit',
        options: [{ flags: '--limit <n>' }, database],
        load: async () => (await upkeep()).serverAudit,
        commands: [{ name: 'verify', options, load: async () => (await upkeep()).verifyAudit }],
      },
      {
        name: 'backup',
        args: ['<file>'],
        options,
        load: async () => (await upkeep()).serverBackup,
      },
      {
        name: 'restore',
        args: ['[file]'],
        options: [{ flags: '--new-epoch' }, database],
        load: async () => (await upkeep()).serverRestore,
      },
      { name: 'verify', options, load: async () => (await upkeep()).serverVerify },
      { name: 'compact', options, load: async () => (await upkeep()).serverCompact },
      { name: 'erase', args: ['<ref>'], options, load: async () => (await upkeep()).serverErase },
      {
        name: 'erase-practice',
        args: ['<person>'],
        options,
        load: async () => (await upkeep()).serverErasePractice,
      },
      {
        name: 'min-client',
        args: ['[version]'],
        options,
        load: async () => (await upkeep()).serverMinClient,
      },
    ],
  },
];
