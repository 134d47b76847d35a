import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpPaths } from '../../../protocol/http-paths.ts';
import type { LiveEvent, Presence } from '../../../protocol/live.ts';
import { count, id, list, object, truth } from '../../../protocol/shapes/shape.ts';
import { spacesOf } from '../../api/api-entity.ts';
import { asking } from '../guard.ts';
import type { HttpParts } from '../http-parts.ts';
import { HttpProblem } from '../problems.ts';
import { routeSchema } from '../schemas/route-schema.ts';
import { ref } from '../schemas/wire-schemas.ts';
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
  app.post(httpPaths.presence, {
    config: { access: 'read' },
    schema: routeSchema({
      summary: 'Tell others that one reads or writes in a ticket.',
      tag: 'sync',
      body: ref('Presence'),
      answer: object({ ok: truth }),
    }),
    handler: async (request) => {
      const caller = asking(request);
      const { ticketId, doing } = bodyOf<Omit<Presence, 'personId'>>(request);
      const [ticket] = await parts.store.entities([{ type: 'ticket', id: ticketId }]);
      const isSeen = ticket && (await spacesOf(parts.server, caller)).has(ticket.space);
      if (!isSeen) throw new HttpProblem({ status: 404, code: 'not-found' });
      parts.live.present(ticket.space, { personId: caller.person.id, ticketId, doing });
      return { ok: true };
    },
  });
}

async function stream(parts: HttpParts, request: FastifyRequest, reply: FastifyReply) {
  const caller = asking(request);
  const others = parts.live.listeners().filter((one) => one.caller.deviceId === caller.deviceId);
  if (others.length >= MOST_STREAMS) throw new HttpProblem({ status: 429, code: 'rate-limited' });
  const spaces = new Set(await spacesOf(parts.server, caller));
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
    raw.write(`data: ${JSON.stringify(event)}\n\n`);
    if (event.type === 'bye') raw.end();
    else if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
  };
  const leave = parts.live.listen({ caller, spaces, tell });
  const beat = setInterval(() => raw.write(': beat\n\n'), HEARTBEAT_MS);
  const look = setInterval(
    () => void lookAgain(parts, request, spaces, () => raw.end()),
    parts.options.times.look,
  );
  raw.on('close', () => {
    leave();
    clearInterval(beat);
    clearInterval(look);
  });
  raw.on('error', () => raw.destroy());
}

/** A device may have lost its access, a person a space. */
async function lookAgain(
  parts: HttpParts,
  request: FastifyRequest,
  spaces: Set<string>,
  end: () => void,
): Promise<void> {
  try {
    const known = await parts.identity.identify(tokenOf(request));
    if (!known.ok) return end();
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
  const spaces = new Set(await spacesOf(parts.server, caller));
  const asked = new Map(
    bodyOf<{ heads: readonly Head[] }>(request).heads.map((one) => [one.space, one.seq]),
  );
  let wake = () => {};
  const grown = new Promise<void>((resolve) => {
    wake = resolve;
  });
  // Listening begins before the look, so that nothing falls between them.
  const tell = ({ type }: LiveEvent) => type === 'presence' || wake();
  const leave = parts.live.listen({ caller, spaces, tell });
  const { times } = parts.options;
  const timer = setTimeout(wake, times.wait);
  const end = () => {
    spaces.clear();
    wake();
  };
  const look = setInterval(() => void lookAgain(parts, request, spaces, end), times.look);
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
