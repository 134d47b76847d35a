import { withLine } from './record.ts';
import type { ReplyPromise } from './run-event.ts';
import type { RunPromise, RunState } from './run-state.ts';

/** The run after a word to the customer: whatever was promised and is not due yet is kept by it. */
export function keepPromises(state: RunState): RunState {
  let current = state;
  for (const [index, promise] of state.promises.entries()) {
    if (promise.state === 'open') current = keep(current, promise, index);
  }
  return current;
}

function keep(state: RunState, promise: RunPromise, index: number): RunState {
  const kept: RunPromise = { ...promise, state: 'kept', settledAt: state.now };
  return withLine(
    { ...state, promises: state.promises.with(index, kept) },
    { from: 'system', what: 'promise-kept', text: promise.text, dueAt: promise.dueAt },
  );
}

/** The run with one more promise to keep. */
export function makePromise(state: RunState, { kind, text, dueAt }: ReplyPromise): RunState {
  const promise: RunPromise = {
    ...{ kind, text, dueAt, madeAt: state.now },
    ...{ state: 'open', settledAt: null },
  };
  return withLine(
    { ...state, promises: [...state.promises, promise] },
    { from: 'system', what: 'promise-made', text, dueAt },
  );
}
