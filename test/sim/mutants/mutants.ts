import type { Mutant } from './mutant.ts';
import { outboxMutants } from './outbox-mutants.ts';
import { pageMutants } from './page-mutants.ts';
import { practiceMutants } from './practice-mutants.ts';
import { serverMutants, showChainBefore } from './server-mutants.ts';
import { shiftMutants } from './shift-mutants.ts';
import { transportMutants } from './transport-mutants.ts';

const needsChains = new Set(['stale-page-applied']);

/** Every planted bug. */
export const mutants: readonly Mutant[] = [
  ...outboxMutants,
  ...pageMutants,
  ...transportMutants,
  ...serverMutants,
  ...shiftMutants,
  ...practiceMutants,
].map((mutant) =>
  needsChains.has(mutant.name)
    ? { ...mutant, plant: (kit) => mutant.plant(showChainBefore(kit)) }
    : mutant,
);
