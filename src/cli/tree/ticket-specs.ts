import { promiseKinds } from '../../domain/vocabulary.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
// Scripts and status bars run these two all the time, so they come with the tree itself.
import { printQueue } from '../commands/queue.ts';
import { printTicket } from '../commands/show.ts';
import { openingSpecs, placing } from './opening-specs.ts';

const text: OptionSpec = { flags: '--text <text>' };
const promise: OptionSpec = { flags: '--promise <time>' };
const promiseKind: OptionSpec = { flags: '--promise-kind <kind>', choices: promiseKinds };
const reason: OptionSpec = { flags: '--reason <text>' };

const queueCommands: readonly CommandSpec[] = [
  {
    name: 'save',
    args: ['<name>'],
    options: [{ flags: '--filter <text>' }, { flags: '--title <text>' }, { flags: '--desk' }],
    load: async () => (await import('../commands/saved-queue.ts')).saveQueueAs,
  },
  {
    name: 'list',
    load: async () => (await import('../commands/saved-queue.ts')).printQueues,
  },
  {
    name: 'delete',
    args: ['<name>'],
    load: async () => (await import('../commands/saved-queue.ts')).deleteSavedQueue,
  },
  {
    name: 'rename',
    args: ['<name>', '<new>'],
    load: async () => (await import('../commands/saved-queue.ts')).renameSavedQueue,
  },
  {
    name: 'move',
    args: ['<name>', '<place>'],
    load: async () => (await import('../commands/saved-queue.ts')).moveSavedQueue,
  },
];

/** Commands that list and show tickets. */
export const readingSpecs: readonly CommandSpec[] = [
  {
    name: 'queue',
    args: ['[name]'],
    options: [{ flags: '--filter <text>' }, { flags: '--limit <n>' }],
    load: async () => printQueue,
    commands: queueCommands,
  },
  {
    name: 'show',
    args: ['<ref>'],
    options: [{ flags: '--events' }],
    load: async () => printTicket,
  },
  {
    name: 'suggest',
    args: ['<ref>'],
    options: [{ flags: '--limit <n>' }],
    load: async () => (await import('../commands/suggest.ts')).suggest,
  },
  {
    name: 'similar',
    args: ['<ref>'],
    options: [{ flags: '--limit <n>' }],
    load: async () => (await import('../commands/similar.ts')).similar,
  },
];

/** What goes with a text for the customer. */
export const replyOptions: readonly OptionSpec[] = [
  text,
  { flags: '--template <id>' },
  { flags: '--set <name=value>', isMany: true },
  promise,
  promiseKind,
  { flags: '--status <status>' },
  { flags: '--attach <file>', isMany: true },
];

/** Commands that open tickets and write into them. */
export const writingSpecs: readonly CommandSpec[] = [
  ...openingSpecs,
  {
    name: 'reply',
    args: ['<ref>'],
    options: [...replyOptions, { flags: '--dry-run' }],
    load: async () => (await import('../commands/reply.ts')).reply,
  },
  {
    name: 'note',
    args: ['[ref]'],
    options: [
      text,
      { flags: '--template <id>' },
      { flags: '--set <name=value>', isMany: true },
      { flags: '--dry-run' },
    ],
    load: async () => (await import('../commands/note.ts')).note,
  },
  {
    name: 'call',
    args: ['<ref>'],
    options: [text, { flags: '--minutes <n>' }, promise, promiseKind],
    load: async () => (await import('../commands/call.ts')).logCall,
  },
];

/** Commands that move a ticket through its life. */
export const movingSpecs: readonly CommandSpec[] = [
  {
    name: 'take',
    args: ['<ref>'],
    load: async () => (await import('../commands/assign.ts')).take,
  },
  {
    name: 'assign',
    args: ['<ref>', '<person>'],
    load: async () => (await import('../commands/assign.ts')).assign,
  },
  {
    name: 'status',
    args: ['<ref>', '<status>'],
    options: [reason],
    load: async () => (await import('../commands/status.ts')).setStatus,
  },
  {
    name: 'schedule',
    args: ['<ref>', '<time...>'],
    options: [reason],
    load: async () => (await import('../commands/status.ts')).schedule,
  },
  {
    name: 'resolve',
    args: ['<ref>'],
    options: [
      text,
      { flags: '--without <reason>' },
      { flags: '--children-message <text>' },
      { flags: '--template <id>' },
      { flags: '--set <name=value>', isMany: true },
      { flags: '--reason <text>' },
    ],
    load: async () => (await import('../commands/resolve.ts')).resolve,
  },
  {
    name: 'confirm',
    args: ['<ref>'],
    options: [
      { flags: '--by <name>' },
      { flags: '--how <text>' },
      { flags: '--timeout' },
      { flags: '--without <reason>' },
    ],
    load: async () => (await import('../commands/resolve.ts')).confirm,
  },
  {
    name: 'return',
    args: ['<ref>'],
    options: [reason],
    load: async () => (await import('../commands/resolve.ts')).returnToWork,
  },
  {
    name: 'reopen',
    args: ['<ref>'],
    options: [reason],
    load: async () => (await import('../commands/resolve.ts')).reopen,
  },
  {
    name: 'undo',
    args: ['[ref]'],
    load: async () => (await import('../commands/undo.ts')).undo,
  },
];

/** Commands that change what is known about a ticket. */
export const fieldSpecs: readonly CommandSpec[] = [
  {
    name: 'promise',
    args: ['<ref>', '<time...>'],
    options: [{ flags: '--kind <kind>', choices: promiseKinds }, text],
    load: async () => (await import('../commands/promise.ts')).promise,
    commands: [
      {
        name: 'list',
        args: ['[ref]'],
        options: [
          { flags: '--due' },
          { flags: '--overdue' },
          { flags: '--history' },
          { flags: '--mine' },
          { flags: '--limit <n>' },
        ],
        load: async () => (await import('../commands/promises.ts')).promiseList,
      },
      {
        name: 'stats',
        options: [{ flags: '--from <day>' }, { flags: '--to <day>' }, { flags: '--mine' }],
        load: async () => (await import('../commands/promises.ts')).promiseShare,
      },
    ],
  },
  {
    name: 'priority',
    args: ['<ref>', '<code>'],
    options: [reason],
    load: async () => (await import('../commands/fields.ts')).setPriority,
  },
  {
    name: 'tag',
    args: ['<ref>', '<tags...>'],
    takesDashes: true,
    load: async () => (await import('../commands/fields.ts')).tag,
  },
  {
    name: 'set',
    args: ['<ref>'],
    options: [{ flags: '--subject <text>' }, ...placing, reason],
    load: async () => (await import('../commands/fields.ts')).setFields,
  },
  {
    name: 'link',
    args: ['<ref>', '<other>'],
    options: [{ flags: '--relation <relation>', choices: ['related', 'continues', 'duplicates'] }],
    load: async () => (await import('../commands/link.ts')).link,
  },
];
