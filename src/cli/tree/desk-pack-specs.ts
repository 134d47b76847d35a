import type { CommandSpec } from '../command-spec.ts';
import { routeSpec } from './routing-specs.ts';

/** The rules of the desk: packs, and where tickets go by them. */
export const deskPackSpecs: readonly CommandSpec[] = [
  {
    name: 'desk',
    commands: [
      {
        name: 'check',
        args: ['<folder>'],
        load: async () => (await import('../commands/desk-check.ts')).deskCheck,
      },
      {
        name: 'apply',
        args: ['<folder>'],
        options: [{ flags: '--dry-run' }, { flags: '--base <n>' }],
        load: async () => (await import('../commands/desk-apply.ts')).deskApply,
      },
      {
        name: 'show',
        args: ['[part]'],
        load: async () => (await import('../commands/desk-show.ts')).deskShow,
      },
      {
        name: 'history',
        load: async () => (await import('../commands/desk-show.ts')).deskHistoryList,
      },
      routeSpec,
    ],
  },
];
