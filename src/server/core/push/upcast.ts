import { OP_VERSION } from '../../../domain/op.ts';
import type { WireOp } from '../../../protocol/wire.ts';
import type { ProblemCode } from '../../../protocol/wire-problem.ts';

/** Turns an operation of one version into one of the next. */
export type Upcast = (op: WireOp) => WireOp;

/** Which versions of payloads a server takes. */
export interface Versions {
  /** What it writes itself. */
  readonly current: number;
  /** Steps from a version to the next one, by the version they start from. */
  readonly steps: ReadonlyMap<number, Upcast>;
}

/** The versions that there have been. A new one adds its step here. */
export const knownVersions: Versions = { current: OP_VERSION, steps: new Map() };

/** Why a program of some version is not talked to; null when it is. */
export function whyNotTalkTo(schema: number, { current }: Versions): ProblemCode | null {
  if (schema > current) return 'server-too-old';
  return schema < current - 1 ? 'client-too-old' : null;
}

/** An operation as the current version writes it; null when nobody reads its version any more. */
export function upcast(op: WireOp, { current, steps }: Versions): WireOp | null {
  let raised = op;
  while (raised.v < current) {
    const step = steps.get(raised.v);
    if (step === undefined) return null;
    raised = { ...step(raised), v: raised.v + 1 };
  }
  return raised.v === current ? raised : null;
}
