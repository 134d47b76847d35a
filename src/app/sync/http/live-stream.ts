import { httpPaths } from '../../../protocol/http-paths.ts';
import type { LiveEvent } from '../../../protocol/live.ts';
import { misfit } from '../../../protocol/shapes/misfit.ts';
import type { TransportProblem } from '../../../protocol/transport.ts';
import type { SpaceCursor } from '../../../protocol/wire.ts';
import { answerShapes } from './answer-shapes.ts';
import { EventStreamParser } from './event-stream.ts';
import { offline, parseJson, problemOfAnswer, problemOfError } from './http-problem.ts';
import type { HttpWay } from './http-way.ts';
import { askJson } from './json-way.ts';

/** The server says something each 15 s; three missed ones mean that the line is dead. */
const SILENCE_MS = 45_000;
const POLL_MS = 40_000;

export interface Listening {
  readonly heads: readonly SpaceCursor[];
  readonly onEvent: (event: LiveEvent) => void;
  readonly signal: AbortSignal;
}

/** Hears hints until the stream ends; falls back to asking where a proxy lets no stream through. */
export async function listenLive(
  way: HttpWay,
  listening: Listening,
): Promise<TransportProblem | null> {
  const { problem, hasHeard } = await stream(way, listening);
  if (listening.signal.aborted || hasHeard || problem?.kind === 'refused') return problem;
  return poll(way, listening);
}

async function stream(way: HttpWay, { onEvent, signal }: Listening) {
  let hasHeard = false;
  const parser = new EventStreamParser((data) => {
    const event = readEvent(data);
    if (event) onEvent(event);
  });
  try {
    const answer = await way.send({
      method: 'GET',
      path: httpPaths.live,
      headers: { accept: 'text/event-stream' },
      idleMs: SILENCE_MS,
      signal,
    });
    if (answer.status !== 200) return { problem: await problemOfAnswer(answer), hasHeard };
    for await (const chunk of answer.body) {
      hasHeard = true;
      if (!parser.push(chunk)) return { problem: offline('answer-too-long'), hasHeard };
    }
    return { problem: null, hasHeard };
  } catch (error) {
    return { problem: signal.aborted ? null : problemOfError(error), hasHeard };
  }
}

function readEvent(data: string): LiveEvent | null {
  const event = parseJson(Buffer.from(data));
  // Checked against its shape; what is unknown here is a newer server's and of no use.
  return misfit(answerShapes.live, event) === null ? (event as LiveEvent) : null;
}

/** Asks again and again; each question is answered when something grew, at latest after 25 s. */
async function poll(way: HttpWay, listening: Listening): Promise<TransportProblem | null> {
  const { onEvent, signal } = listening;
  const known = new Map(listening.heads.map(({ space, seq }) => [space, seq]));
  while (!signal.aborted) {
    const asked = await askJson<{ heads: readonly { space: string; head: number }[] }>(way, {
      method: 'POST',
      path: httpPaths.wait,
      body: { heads: [...known].map(([space, seq]) => ({ space, seq })) },
      shape: answerShapes.heads,
      idleMs: POLL_MS,
      signal,
    });
    if (!asked.ok) return signal.aborted ? null : asked.problem;
    for (const { space, head } of asked.value.heads) {
      known.set(space, head);
      onEvent({ type: 'head', space, head });
    }
  }
  return null;
}
