import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const text: OptionSpec = { flags: '--text <text>' };
const reason: OptionSpec = { flags: '--reason <text>' };

const formOptions: readonly OptionSpec[] = [
  { flags: '--seen <text>' },
  { flags: '--done <text>' },
  { flags: '--need <text>' },
  { flags: '--reproduced <text>' },
  { flags: '--ruled-out <text>' },
  { flags: '--hypotheses <text>' },
  { flags: '--promised <text>' },
  { flags: '--logs <text>' },
  { flags: '--form <file>' },
];

const vendorOptions: readonly OptionSpec[] = [
  { flags: '--vendor <name>' },
  { flags: '--ref <number>' },
  { flags: '--vendor-due <time>' },
  { flags: '--watcher <person>' },
];

/** Handing tickets on, asking customers through others, exceptions. */
export const handoverSpecs: readonly CommandSpec[] = [
  {
    name: 'escalate',
    args: ['<ref>'],
    options: [{ flags: '--to <where>' }, ...formOptions, reason, ...vendorOptions],
    load: async () => (await import('../commands/escalate.ts')).escalate,
  },
  {
    name: 'escalation',
    commands: [
      {
        name: 'list',
        options: [{ flags: '--line <code>' }],
        load: async () => (await import('../commands/escalation.ts')).escalationList,
      },
      {
        name: 'show',
        args: ['<ref>'],
        load: async () => (await import('../commands/escalation.ts')).escalationShow,
      },
      {
        name: 'accept',
        args: ['<ref>'],
        load: async () => (await import('../commands/escalation.ts')).escalationAccept,
      },
      {
        name: 'return',
        args: ['<ref>'],
        options: [{ flags: '--missing <text>' }],
        load: async () => (await import('../commands/escalation.ts')).escalationReturn,
      },
    ],
  },
  {
    name: 'diagnose',
    args: ['<ref>'],
    options: [text],
    load: async () => (await import('../commands/diagnose.ts')).diagnose,
  },
  {
    name: 'brief',
    args: ['<ref>'],
    options: [text, { flags: '--waive' }, reason],
    load: async () => (await import('../commands/brief.ts')).brief,
    commands: [
      {
        name: 'list',
        load: async () => (await import('../commands/brief.ts')).briefList,
      },
    ],
  },
  {
    name: 'ask',
    args: ['<ref>'],
    options: [
      { flags: '--question <text>' },
      { flags: '--why <text>' },
      { flags: '--due <time>' },
      { flags: '--through <line>' },
    ],
    load: async () => (await import('../commands/ask.ts')).ask,
    commands: [
      {
        name: 'list',
        options: [{ flags: '--line <code>' }],
        load: async () => (await import('../commands/ask.ts')).askList,
      },
    ],
  },
  {
    name: 'answer',
    args: ['<ref>'],
    options: [text, { flags: '--question <n>' }, { flags: '--from-reply' }],
    load: async () => (await import('../commands/ask.ts')).answer,
  },
  {
    name: 'grant',
    args: ['<ref>', '<person>'],
    options: [reason],
    load: async () => (await import('../commands/grant.ts')).grant,
  },
  {
    name: 'vendor',
    args: ['<ref>'],
    options: [
      { flags: '--ref <number>' },
      { flags: '--due <time>' },
      { flags: '--watcher <person>' },
    ],
    load: async () => (await import('../commands/grant.ts')).vendor,
  },
];
