import { isDeepStrictEqual } from 'node:util';
import type { DeskVersion } from '../../domain/desk-version.ts';
import { replayArticle } from '../../domain/evolve-article.ts';
import { replayTicket } from '../../domain/evolve-ticket.ts';
import { replayPractice } from '../../domain/practice/evolve-practice.ts';
import { replayShift } from '../../domain/shift/evolve-shift.ts';
import type { RowBody } from '../../protocol/wire.ts';
import type { WireRecord } from '../../protocol/wire-record.ts';
import type { EntityRecord, StoreView } from './server-store.ts';

const folded = [
  ...(['ticket', 'person', 'customer', 'contact', 'asset'] as const),
  ...(['article', 'queue', 'desk', 'shift', 'practice'] as const),
];
const MOST_TOLD = 20;

/**
 * Folds what stands in a space again from its rows alone and tells what is kept otherwise, or not at
 * all. What has a part erased by law cannot be folded and is not compared.
 */
export async function wrongStates(view: StoreView, space: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const type of folded) {
    for await (const chunk of view.eachEntity(space, type)) {
      for (const entity of chunk) {
        if (await isAsFolded(view, entity)) continue;
        wrong.push(`${space}: ${type} ${entity.id} is not what its rows say`);
        if (wrong.length === MOST_TOLD) return wrong;
      }
    }
  }
  return [...wrong, ...(await missingStates(view, space))].slice(0, MOST_TOLD);
}

/** Tickets and records that rows tell of, and nothing else. */
async function missingStates(view: StoreView, space: string): Promise<readonly string[]> {
  const missing = new Set<string>();
  for await (const chunk of view.eachRow(space, Number.MAX_SAFE_INTEGER)) {
    const told = chunk.filter(({ body }) =>
      /^\{"kind":"(?:ticket|arrived|record|shift|practice)"/.test(body),
    );
    const keys = told.map(({ entityType: type, entityId: id }) => ({ type, id }));
    const known = new Set((await view.entities(keys)).map(({ type, id }) => `${type} ${id}`));
    for (const { type, id } of keys) {
      // A row of a pack is about the desk, whatever tickets it has events of.
      if (type !== 'desk' && !known.has(`${type} ${id}`)) missing.add(`${type} ${id}`);
    }
    if (missing.size >= MOST_TOLD) break;
  }
  return [...missing].map((name) => `${space}: ${name} is told of and does not stand here`);
}

async function isAsFolded(view: StoreView, entity: EntityRecord): Promise<boolean> {
  const rows = await view.history(entity.id, Number.MAX_SAFE_INTEGER);
  const here = rows.filter(({ space }) => space === entity.space);
  // Only what this server wrote stands in its log; hashes are compared beside.
  const all = here.map(({ body }) => JSON.parse(body) as RowBody);
  const arrival = all.findLastIndex(
    (body) => body.kind === 'arrived' || (body.kind === 'shift' && body.isWhole === true),
  );
  const bodies = all.slice(Math.max(arrival, 0));
  if (bodies.some(({ kind }) => kind === 'erased')) return true;
  const state: unknown = JSON.parse(entity.state ?? 'null');
  return isFoldOf(entity, bodies, state);
}

function isFoldOf({ type, id }: EntityRecord, bodies: readonly RowBody[], state: unknown): boolean {
  switch (type) {
    case 'ticket':
      return isTicket(bodies, id, state);
    case 'article':
      return isArticle(bodies, state);
    case 'queue':
      return isQueue(bodies, id, state);
    case 'desk':
      return isDesk(bodies, state);
    case 'shift':
      return isShift(bodies, state);
    case 'practice':
      return isPractice(bodies, state);
    default:
      return isRecord(bodies, { type, state });
  }
}

function isRecord(
  bodies: readonly RowBody[],
  { type, state }: { readonly type: EntityRecord['type']; readonly state: unknown },
): boolean {
  const last = bodies.findLast((body) => body.kind === 'record');
  // People may come with a pack, which is no row of their own.
  if (!last) return type === 'person';
  return isDeepStrictEqual(plain(imageOf(last.record)), state);
}

function isTicket(bodies: readonly RowBody[], id: string, state: unknown): boolean {
  const events = bodies
    .flatMap((body) => (body.kind === 'ticket' || body.kind === 'arrived' ? body.events : []))
    .filter(({ ticketId }) => ticketId === id);
  if (events[0]?.fact.type !== 'registered') return false;
  return isDeepStrictEqual(plain(replayTicket(events)), state);
}

const revisions: readonly string[] = [
  ...['version-saved', 'version-submitted', 'version-accepted', 'version-sent-back'],
  'article-archived',
];

function isArticle(bodies: readonly RowBody[], state: unknown): boolean {
  const events = bodies
    .flatMap((body) => (body.kind === 'article' ? body.events : []))
    .filter(({ fact }) => revisions.includes(fact.type));
  return isDeepStrictEqual(plain(replayArticle(events)), state);
}

function isQueue(bodies: readonly RowBody[], id: string, state: unknown): boolean {
  const saved = bodies.flatMap((body) => {
    const command = body.kind === 'queue' ? body.command : null;
    return command?.type === 'save-queue' && command.queue.id === id ? [command.queue] : [];
  });
  // A row may be about another queue than the one it names: then nobody can tell from here.
  return saved.length === 0 || isDeepStrictEqual(plain(saved.at(-1)), state);
}

function isShift(bodies: readonly RowBody[], state: unknown): boolean {
  const events = bodies.flatMap((body) => (body.kind === 'shift' ? body.events : []));
  return isDeepStrictEqual(plain(replayShift(events)), state);
}

function isPractice(bodies: readonly RowBody[], state: unknown): boolean {
  const events = bodies.flatMap((body) => (body.kind === 'practice' ? body.events : []));
  return isDeepStrictEqual(plain(replayPractice(events)), state);
}

/** The pack that was put in force last, and its files. */
function isDesk(bodies: readonly RowBody[], state: unknown): boolean {
  const last = bodies.findLast((body) => body.kind === 'desk');
  if (!last || typeof state !== 'object' || state === null) return false;
  // Whatever stands there is compared part by part.
  const { current, files } = state as { current?: Partial<DeskVersion>; files?: unknown };
  const { version, hash } = last.event.fact;
  const isSame = current?.version === version && current.hash === hash;
  return isSame && isDeepStrictEqual(plain(last.files), files);
}

function imageOf(record: WireRecord): unknown {
  switch (record.type) {
    case 'person':
      return record.person;
    case 'customer':
      return record.customer;
    case 'contact':
      return record.contact;
    case 'asset':
      return record.asset;
  }
}

/** As it is after being written: without what is undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
