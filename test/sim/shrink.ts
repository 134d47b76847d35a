import type { Plan } from './plan.ts';

/**
 * Takes steps out of a plan for as long as it still fails: halves first, then ever smaller parts,
 * then clients. What remains is what the failure needs.
 */
export async function shrink(
  plan: Plan,
  fails: (plan: Plan) => Promise<boolean>,
  most = 400,
): Promise<Plan> {
  let best = plan;
  let tries = 0;
  const holds = async (candidate: Plan): Promise<boolean> => {
    tries += 1;
    if (tries > most || !(await fails(candidate))) return false;
    best = candidate;
    return true;
  };
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; ) {
    let hasShrunk = false;
    for (let from = 0; from < best.steps.length; ) {
      const steps = best.steps.toSpliced(from, size);
      if (await holds({ ...best, steps })) hasShrunk = true;
      else from += size;
    }
    if (size === 1 && !hasShrunk) break;
    size = size === 1 ? 1 : Math.floor(size / 2);
  }
  while (best.clients > 1 && (await holds({ ...best, clients: best.clients - 1 })));
  return best;
}
