import type { CommandSpec } from '../command-spec.ts';
import { discrepanciesSpec } from './tray-specs.ts';

/** The exchange with a central server. */
export const syncSpecs: readonly CommandSpec[] = [
  {
    name: 'login',
    args: ['<url>'],
    options: [
      { flags: '--code <code>' },
      { flags: '--device <name>' },
      { flags: '--pin <fingerprint>' },
      { flags: '--yes' },
      { flags: '--insecure-http' },
    ],
    load: async () => (await import('../commands/login.ts')).login,
  },
  {
    name: 'logout',
    options: [{ flags: '--wipe <file>' }],
    load: async () => (await import('../commands/logout.ts')).logoutDevice,
  },
  {
    name: 'sync',
    options: [{ flags: '--watch' }],
    commands: [discrepanciesSpec],
    load: async () => (await import('../commands/sync.ts')).sync,
  },
];
