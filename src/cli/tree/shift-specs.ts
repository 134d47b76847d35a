import { shiftItemKinds } from '../../domain/shift/shift.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const shift: OptionSpec = { flags: '--shift <ref>' };

/** A shift: who is there, what happens, what the next one has to know. */
export const shiftSpecs: readonly CommandSpec[] = [
  {
    name: 'shift',
    commands: [
      {
        name: 'open',
        options: [
          { flags: '--name <text>' },
          { flags: '--hours <from-to>' },
          { flags: '--line <code>' },
          { flags: '--lead <person>' },
        ],
        load: async () => (await import('../commands/shift.ts')).shiftOpen,
      },
      {
        name: 'close',
        options: [shift],
        load: async () => (await import('../commands/shift.ts')).shiftClose,
      },
      {
        name: 'status',
        options: [shift],
        load: async () => (await import('../commands/shift.ts')).shiftStatus,
      },
      {
        name: 'list',
        options: [{ flags: '--from <day>' }, { flags: '--to <day>' }],
        load: async () => (await import('../commands/shift.ts')).shiftList,
      },
      {
        name: 'log',
        args: ['[text...]'],
        options: [
          { flags: '--kind <code>', choices: shiftItemKinds },
          { flags: '--ticket <ref>' },
          { flags: '--until <time>' },
          { flags: '--stop <text>' },
          { flags: '--if <text>' },
          { flags: '--owner <person>' },
          shift,
        ],
        load: async () => (await import('../commands/shift-log.ts')).shiftLog,
      },
      {
        name: 'settle',
        args: ['<item>'],
        options: [{ flags: '--outcome <text>' }, shift],
        load: async () => (await import('../commands/shift-log.ts')).shiftSettle,
      },
      {
        name: 'person',
        args: ['<person>'],
        options: [
          ...[{ flags: '--came' }, { flags: '--left' }, { flags: '--at <time>' }],
          ...[{ flags: '--absent <text>' }, { flags: '--reserve' }, { flags: '--duty' }],
          ...[{ flags: '--deputy' }, { flags: '--line <code>', isMany: true }],
          ...[{ flags: '--from <time>' }, { flags: '--to <time>' }, { flags: '--remove' }],
          shift,
        ],
        load: async () => (await import('../commands/shift-people.ts')).shiftPerson,
      },
      {
        name: 'load',
        options: [shift],
        load: async () => (await import('../commands/shift-people.ts')).shiftLoads,
      },
      {
        name: 'review',
        args: ['[ref]'],
        options: [{ flags: '--resolved' }, { flags: '--card' }, { flags: '--undo' }, shift],
        load: async () => (await import('../commands/shift-review.ts')).shiftReview,
      },
      {
        name: 'write',
        args: ['<section>', '[text...]'],
        options: [{ flags: '--base-rev <n>' }, shift],
        load: async () => (await import('../commands/shift-report.ts')).shiftWrite,
      },
      {
        name: 'note',
        args: ['<ref>'],
        options: [
          { flags: '--next <text>' },
          { flags: '--if <text>' },
          { flags: '--contact <text>' },
          { flags: '--to <person>' },
          shift,
        ],
        load: async () => (await import('../commands/shift-report.ts')).shiftNote,
      },
    ],
  },
];
