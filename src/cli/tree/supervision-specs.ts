import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import { replyOptions } from './ticket-specs.ts';

const text: OptionSpec = { flags: '--text <text>' };
const number: OptionSpec = { flags: '--number <n>' };

/** Replies that go through a mentor, and calls for help. */
export const supervisionSpecs: readonly CommandSpec[] = [
  {
    name: 'review',
    commands: [
      { name: 'list', load: async () => (await import('../commands/review.ts')).reviewList },
      {
        name: 'show',
        args: ['<ref>'],
        load: async () => (await import('../commands/review.ts')).reviewShow,
      },
      {
        name: 'ask',
        args: ['<ref>'],
        options: replyOptions,
        load: async () => (await import('../commands/review-ask.ts')).reviewAsk,
      },
      {
        name: 'send',
        args: ['<ref>'],
        options: [text],
        load: async () => (await import('../commands/review.ts')).reviewSend,
      },
      {
        name: 'return',
        args: ['<ref>'],
        options: [{ flags: '--remark <text>' }],
        load: async () => (await import('../commands/review.ts')).reviewReturn,
      },
      {
        name: 'withdraw',
        args: ['<ref>'],
        load: async () => (await import('../commands/review.ts')).reviewWithdraw,
      },
    ],
  },
  {
    name: 'help-me',
    args: ['<ref>'],
    options: [text],
    load: async () => (await import('../commands/help-me.ts')).helpMe,
    commands: [
      { name: 'list', load: async () => (await import('../commands/help-me.ts')).helpList },
      {
        name: 'answer',
        args: ['<ref>'],
        options: [text, number],
        load: async () => (await import('../commands/help-me.ts')).helpAnswer,
      },
      {
        name: 'end',
        args: ['<ref>'],
        options: [number],
        load: async () => (await import('../commands/help-me.ts')).helpEnd,
      },
    ],
  },
];
