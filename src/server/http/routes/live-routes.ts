import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLeading } from '../../../domain/person.ts';
import { httpPaths } from '../../../protocol/http-paths.ts';
import type { LiveEvent } from '../../../protocol/live.ts';
import { count, id, list, object } from '../../../protocol/shapes/shape.ts';
import { spacesOf } from '../../api/api-entity.ts';
import type { Caller } from '../../core/sync-server.ts';
import { asking } from '../guard.ts';
import { heardStations } from '../heard-stations.ts';
import type { HttpParts } from '../http-parts.ts';
import { HttpProblem } from '../problems.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { tokenOf } from '../token-of.ts';
import { bodyOf } from './route-parts.ts';

const HEARTBEAT_MS = 15_000;
const MOST_STREAMS = 4;
/** A reader that is so far behind is let go: it pulls when it comes back. */
const MOST_UNREAD_BYTES = 64 * 1024;

interface Head {
  readonly space: string;
  readonly seq: number;
}

/** Hints that something grew, and who is where. */
export function addLiveRoutes(app: FastifyInstance, parts: HttpParts): void {
  app.get(httpPaths.live, {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'Server-sent events: LiveEvent.',
      tag: 'sync',
      answer: 'text/event-stream',
    }),
    handler: async (request, reply) => stream(parts, request, reply),
  });
  app.post(httpPaths.wait, {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'Answers when a space has grown past what the client has, at latest after 25 s.',
      tag: 'sync',
      body: object({ heads: list(object<Head>({ space: id, seq: count }), 10_000) }),
      answer: object({ heads: list(object({ space: id, head: count })) }),
    }),
    handler: async (request, reply) => ({ heads: await waitFor(parts, request, reply) }),
  });
}

async function stream(parts: HttpParts, request: FastifyRequest, reply: FastifyReply) {
  const caller = asking(request);
  const others = parts.live.listeners().filter((one) => one.caller.deviceId === caller.deviceId);
  if (others.length >= MOST_STREAMS) throw new HttpProblem({ status: 429, code: 'rate-limited' });
  const seen: Seen = { spaces: new Set(await spacesOf(parts.server, caller)), caller };
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Tells nginx to hand on each event at once.
    'x-accel-buffering': 'no',
  });
  raw.write(': hello\n\n');
  const tell = (event: LiveEvent) => {
    if (raw.writableEnded || raw.destroyed) return;
    raw.write(`data: ${JSON.stringify(event)}\n\n`);
    if (event.type === 'bye') raw.end();
    // A large desk has more stations than that.
    else if (event.type !== 'stations' && raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
  };
  const leave = tellBeats(parts, seen, tell, () => raw.write(': beat\n\n'));
  const look = setInterval(
    () => void lookAgain(parts, request, seen, () => raw.end()),
    parts.options.times.look,
  );
  raw.on('close', () => {
    leave();
    clearInterval(look);
  });
  raw.on('error', () => raw.destroy());
}

type Tell = (event: LiveEvent) => void;

/** Tells what happens, and by each beat to those who lead whose station is heard; returns the end. */
function tellBeats(parts: HttpParts, seen: Seen, tell: Tell, beat: () => void): () => void {
  const { spaces, caller } = seen;
  const leads = () => isLeading(seen.caller.person);
  const leave = parts.live.listen({ caller, spaces, isLeading: leads, tell });
  if (leads()) tellDrafts(parts, spaces, tell);
  if (leads()) void tellStations(parts, tell);
  const timer = setInterval(() => {
    beat();
    if (leads()) void tellStations(parts, tell);
  }, HEARTBEAT_MS);
  return () => {
    leave();
    clearInterval(timer);
  };
}

/** What somebody who listens may see, as of the last look. */
interface Seen {
  readonly spaces: Set<string>;
  caller: Caller;
}

async function tellStations(parts: HttpParts, tell: Tell): Promise<void> {
  // A store that does not answer just now tells nothing of anybody.
  const stations = await heardStations(parts).catch(() => null);
  if (stations !== null) tell({ type: 'stations', stations });
}

function tellDrafts({ stations }: HttpParts, spaces: ReadonlySet<string>, tell: Tell): void {
  for (const draft of stations.drafts(spaces)) tell({ type: 'draft', draft });
}

/** A device may have lost its access, a person a space. */
async function lookAgain(
  parts: HttpParts,
  request: FastifyRequest,
  seen: Seen,
  end: () => void,
): Promise<void> {
  const { spaces } = seen;
  try {
    const known = await parts.identity.identify(tokenOf(request));
    if (!known.ok) return end();
    seen.caller = known.value;
    const now = await spacesOf(parts.server, known.value);
    for (const space of spaces) if (!now.has(space)) spaces.delete(space);
    for (const space of now) spaces.add(space);
  } catch {
    // The store does not answer just now: the next look will tell.
  }
}

/** The heads that lie past what the client has; waits for the first one. */
async function waitFor(parts: HttpParts, request: FastifyRequest, reply: FastifyReply) {
  const caller = asking(request);
  const seen: Seen = { spaces: new Set(await spacesOf(parts.server, caller)), caller };
  const { spaces } = seen;
  const asked = new Map(
    bodyOf<{ heads: readonly Head[] }>(request).heads.map((one) => [one.space, one.seq]),
  );
  let wake = () => {};
  const grown = new Promise<void>((resolve) => {
    wake = resolve;
  });
  // Listening begins before the look, so that nothing falls between them.
  const tell = ({ type }: LiveEvent) => type === 'presence' || wake();
  const leave = parts.live.listen({ caller, spaces, isLeading: () => false, tell });
  const { times } = parts.options;
  const timer = setTimeout(wake, times.wait);
  const end = () => {
    spaces.clear();
    wake();
  };
  const look = setInterval(() => void lookAgain(parts, request, seen, end), times.look);
  reply.raw.on('close', wake);
  try {
    const found = await past(parts, spaces, asked);
    if (found.length > 0) return found;
    await grown;
    return await past(parts, spaces, asked);
  } finally {
    clearTimeout(timer);
    clearInterval(look);
    leave();
  }
}

async function past(
  { store }: HttpParts,
  spaces: ReadonlySet<string>,
  asked: ReadonlyMap<string, number>,
) {
  const heads = await store.heads([...spaces]);
  return heads
    .filter(({ code, head }) => head > (asked.get(code) ?? 0))
    .map(({ code, head }) => ({ space: code, head }));
}
