import type { Transport } from '../../../src/protocol/transport.ts';
import type { SyncSession } from '../../../src/sync/sync-session.ts';
import type { Mutant } from './mutant.ts';

/** The way to the server with some requests changed, for each process anew. */
function overSession(change: (session: SyncSession) => Partial<Transport>): Mutant['plant'] {
  return (kit) => ({
    ...kit,
    session: (session) => {
      const whole = kit.session(session);
      return { ...whole, transport: { ...whole.transport, ...change(whole) } };
    },
  });
}

/** Bugs in what is asked for and in how answers are understood. */
export const transportMutants: readonly Mutant[] = [
  {
    name: 'epoch-ignored',
    about: 'a server that was put back is talked to as if nothing had happened',
    plant: overSession(({ store, transport }) => {
      const known = (epoch: string) => store.membership()?.epoch ?? epoch;
      return {
        async push(request) {
          const reply = await transport.push({ ...request, epoch: null });
          if (!reply.ok) return reply;
          return { ...reply, value: { ...reply.value, epoch: known(reply.value.epoch) } };
        },
        // Behind its head the server has nothing new to tell.
        async pull(cursors, limit) {
          const asked = await transport.pull(cursors, limit);
          const isPast =
            !asked.ok && asked.problem.kind === 'refused' && asked.problem.code === 'diverged';
          const reply = isPast ? await transport.pull([], limit) : asked;
          if (!reply.ok) return reply;
          return { ...reply, value: { ...reply.value, epoch: known(reply.value.epoch) } };
        },
      };
    }),
  },
  {
    name: 'gated-for-ever',
    about: 'nothing is taken in before everything that was sent has come back',
    plant: overSession(({ store, transport }) => ({
      async pull(cursors, limit) {
        const reply = await transport.pull(cursors, limit);
        if (!reply.ok || store.counts().acked === 0) return reply;
        return { ...reply, value: { ...reply.value, pages: [] } };
      },
    })),
  },
  {
    name: 'op-before-its-file',
    about: 'an operation leaves before the attachment it names is at the server',
    plant: overSession(() => ({
      hasBlob: async () => ({ ok: true, value: true }),
    })),
  },
  {
    name: 'no-answer-is-yes',
    about: 'a push that nobody answered counts as taken',
    plant: overSession(({ transport }) => ({
      async push(request) {
        const reply = await transport.push(request);
        if (reply.ok || reply.problem.kind !== 'offline') return reply;
        const results = request.ops.map(({ cseq, opId }) => {
          return { cseq, opId, outcome: 'applied', space: 'main', seq: 1 } as const;
        });
        const value = { epoch: request.epoch ?? '', time: request.sentAt, results };
        return { ok: true, value };
      },
    })),
  },
  {
    name: 'results-of-the-last-push',
    about: 'answers are taken in order, whatever they are answers to',
    plant: overSession(({ transport }) => {
      let last: Awaited<ReturnType<Transport['push']>> | null = null;
      return {
        async push(request) {
          const reply = await transport.push(request);
          const before = last;
          last = reply;
          if (!reply.ok || !before?.ok) return reply;
          const results = reply.value.results.map((result, n) => {
            const other = before.value.results[n];
            return other ? { ...other, cseq: result.cseq, opId: result.opId } : result;
          });
          return { ...reply, value: { ...reply.value, results } };
        },
      };
    }),
  },
];
