import type { Refusal } from '../../../domain/refusal.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import type { WithholdReason } from '../../../domain/withhold.ts';
import type { CurrentState, OpResult, WireOp } from '../../../protocol/wire.ts';

type Named = Pick<WireOp, 'cseq' | 'opId'>;

/** An operation that stands in the log now. */
export function appliedResult(
  { cseq, opId }: Named,
  {
    space,
    seq,
    withheld,
  }: {
    readonly space: string;
    readonly seq: number;
    readonly withheld: WithholdReason | undefined;
  },
): OpResult {
  return { cseq, opId, outcome: 'applied', space, seq, ...(withheld ? { withheld } : {}) };
}

/** An operation that fills a place and changes nothing: it waits for no row. */
export function unchangedResult({ cseq, opId }: Named): OpResult {
  return { cseq, opId, outcome: 'applied', space: DESK_SPACE, seq: 0 };
}

/** An operation that a rule refuses. */
export function refusedResult(
  { cseq, opId }: Named,
  refusal: Refusal,
  { current, language }: { readonly current: CurrentState | null; readonly language: Language },
): OpResult {
  const { code, nextSteps: next } = refusal;
  const params = toldParams(refusal, language);
  const refused = { cseq, opId, outcome: 'rejected', code, next, params } as const;
  return current ? { ...refused, current } : refused;
}

/** What stands in the sentence; names that the desk gives are told in the language of the desk. */
function toldParams(
  { params, names = {}, missing = [] }: Refusal,
  language: Language,
): Refusal['params'] {
  const named = Object.entries(names).map(([key, name]) => [key, name[language]] as const);
  const gaps = missing.flatMap(({ name }) => name?.[language] ?? []).join('; ');
  const list = gaps === '' ? {} : { missing: gaps };
  return { ...params, ...Object.fromEntries(named), ...list };
}

/** What an operation is told that came before under another number. */
export function duplicateOf(earlier: OpResult, { cseq, opId }: Named): OpResult {
  if (earlier.outcome === 'rejected') return { ...withoutCurrent(earlier), cseq, opId };
  return { ...earlier, cseq, opId, outcome: 'duplicate' };
}

/** A result that says nothing of what stood there. */
export function withoutCurrent(result: OpResult): OpResult {
  if (result.outcome !== 'rejected') return result;
  const { current: _, ...refused } = result;
  return refused;
}
