import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const shift: OptionSpec = { flags: '--shift <ref>' };
const file: OptionSpec = { flags: '--file <file>' };

/** Handing a shift over, accepting it, sending it back. */
export const shiftHandoverSpecs: readonly CommandSpec[] = [
  {
    name: 'handover',
    commands: [
      {
        name: 'show',
        options: [shift, { flags: '--revision <n>' }],
        load: async () => (await import('../commands/handover-show.ts')).handoverShow,
      },
      {
        name: 'submit',
        options: [shift, file, { flags: '--override <reason>' }, { flags: '--to <person>' }],
        load: async () => (await import('../commands/handover-submit.ts')).handoverSubmit,
      },
      {
        name: 'accept',
        options: [shift, file, { flags: '--remark <text>' }],
        load: async () => (await import('../commands/handover-accept.ts')).handoverAccept,
      },
      {
        name: 'return',
        options: [shift, { flags: '--reason <text>' }],
        load: async () => (await import('../commands/handover-answer.ts')).handoverReturn,
      },
      {
        name: 'remark',
        args: ['<text>'],
        options: [
          shift,
          { flags: '--surprise' },
          { flags: '--question' },
          { flags: '--revision <n>' },
        ],
        load: async () => (await import('../commands/handover-answer.ts')).handoverRemark,
      },
    ],
  },
];
