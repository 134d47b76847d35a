import type { CommandSpec } from '../command-spec.ts';

const load = () => import('../commands/discrepancies.ts');

/** What of mine is not at the server as I meant it, and what can be done about it. */
export const discrepanciesSpec: CommandSpec = {
  name: 'discrepancies',
  load: async () => (await load()).listDiscrepancies,
  commands: [
    { name: 'list', load: async () => (await load()).listDiscrepancies },
    { name: 'show', args: ['<id>'], load: async () => (await load()).showDiscrepancy },
    { name: 'retry', args: ['<id>'], load: async () => (await load()).retryDiscrepancy },
    { name: 'send', args: ['<id>'], load: async () => (await load()).sendDiscrepancy },
    { name: 'edit', args: ['<id>'], load: async () => (await load()).editDiscrepancy },
    { name: 'note', args: ['<id>'], load: async () => (await load()).noteDiscrepancy },
    {
      name: 'merge',
      args: ['<id>'],
      options: [{ flags: '--from <file>' }],
      load: async () => (await import('../commands/discrepancy-merge.ts')).mergeDiscrepancy,
    },
    { name: 'copy', args: ['<id>'], load: async () => (await load()).copyDiscrepancy },
    { name: 'discard', args: ['<id>'], load: async () => (await load()).discardDiscrepancy },
  ],
};
