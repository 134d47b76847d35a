import type { EntityRecord, ServerStore } from '../../src/server/db/server-store.ts';
import { difference, isEqual, rowsOf, wrongFolds } from './client-check.ts';
import { wrongPracticeEntities } from './practice-check.ts';
import { whatShiftsLack, wrongShiftEntities } from './shift-check.ts';
import type { SimClient } from './sim-client.ts';
import type { SimWorld } from './sim-world.ts';
import { wrongStories } from './story-check.ts';

/** Rounds after which everything has to be at rest once nothing goes wrong any more. */
const MOST_ROUNDS = 200;
const ROUND_MS = 61_000;
/** Later rounds are longer: a clock that was ahead may have put something off for a day. */
const LONG_ROUND_MS = 60 * 60_000;
const SHORT_ROUNDS = 20;

/** Mends everything and lets everybody sync until nothing moves. What does not come to rest is wrong. */
export async function comeToRest(world: SimWorld): Promise<readonly string[]> {
  mendAll(world);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const client of world.clients)
      for (const place of client.windows.keys()) client.sync(place);
    await world.pass(round < SHORT_ROUNDS ? ROUND_MS : LONG_ROUND_MS);
    await world.look();
    if (round > 0 && world.clients.every((client) => isAtRest(world, client))) {
      world.tally.note(`at rest after ${round < 5 ? round : round < 20 ? '<20' : '>20'}`);
      return [];
    }
  }
  const restless = world.clients.filter((client) => !isAtRest(world, client));
  return restless.map(
    (client) => `${client.name} does not come to rest: ${whyRestless(world, client)}`,
  );
}

function mendAll(world: SimWorld): void {
  const { network, server, clients } = world;
  network.calm();
  server.comeUp();
  server.update(false);
  server.faults.heal();
  for (const device of server.devices.values()) device.isRevoked = false;
  for (const client of clients) {
    client.clockOff = 0;
    client.isOld = false;
    for (const { faults } of client.windows) faults.heal();
    if (client.windows.length === 0) client.open();
  }
}

function isAtRest(world: SimWorld, client: SimClient): boolean {
  return whyRestless(world, client) === '' && !client.windows.some(({ isSyncing }) => isSyncing);
}

function whyRestless(world: SimWorld, client: SimClient): string {
  const waiting = rowsOf<{ state: string; n: number }>(
    client,
    "SELECT state, count(*) AS n FROM outbox WHERE state IN ('pending', 'held', 'acked') GROUP BY state",
  );
  if (waiting.length > 0) return waiting.map(({ state, n }) => `${n} ${state}`).join(', ');
  const known = rowsOf<{ space: string; seq: number | null }>(
    client,
    'SELECT space, seq FROM sync_space',
  );
  if (known.length === 0) return 'knows no space';
  const behind = known.filter(
    ({ space, seq }) => seq !== (world.mirror.spaces.get(space)?.length ?? 0),
  );
  return behind.map(({ space, seq }) => `${space} at ${seq}`).join(', ');
}

/** Looks at a world at rest: everything typed is found, and everybody sees the same. */
export async function whatIsWrongAtRest(world: SimWorld): Promise<readonly string[]> {
  const wrong = [...whatIsNotFound(world)];
  await world.atServer(async (store) => {
    wrong.push(...(await wrongEntities(world, store)), ...(await wrongShiftEntities(world, store)));
    wrong.push(...(await wrongPracticeEntities(world, store)));
    for (const client of world.clients) {
      wrong.push(...(await wrongAt(world, client, store)), ...whatShiftsLack(world, client));
    }
  });
  return wrong;
}

function* whatIsNotFound(world: SimWorld): Iterable<string> {
  for (const client of world.clients) {
    const tray = new Map(
      rowsOf<{ op_id: string; text: string }>(client, 'SELECT op_id, text FROM discrepancy').map(
        (row) => [row.op_id, row.text],
      ),
    );
    for (const { opId, typed, type } of world.ledger.of(client.name)) {
      const row = world.mirror.byOp.get(opId);
      const isLogged = row?.record.body.includes(typed) ?? false;
      const isNothing = row?.body.kind === 'nothing';
      const isTold = tray.get(opId)?.includes(typed) ?? false;
      if (!isLogged && !isTold && !isNothing)
        yield `${client.name}: ${type} ${opId} ${typed} is nowhere`;
    }
  }
  for (const { store, typed, type, opId } of world.ledger.takenBack) {
    if (world.mirror.byOp.has(opId) && !world.ledger.has(opId))
      yield `${opId} was taken back and is in the log`;
    const client = world.clients.find(({ name }) => name === store);
    if (!client || typed === '') continue;
    const texts = rowsOf<{ text: string }>(
      client,
      'SELECT text FROM draft UNION ALL SELECT text FROM discrepancy',
    );
    const hasDraft = draftTypes.has(type) && !texts.some(({ text }) => text.includes(typed));
    if (hasDraft) yield `${client.name}: the draft of ${typed} is gone`;
  }
}

/** Commands whose text comes back as a draft when they are taken back. */
const draftTypes: ReadonlySet<string> = new Set([
  'reply',
  'note',
  'log-call',
  'register',
  'resolve',
]);

/** What the server keeps of each ticket is the fold of its log. */
async function wrongEntities(world: SimWorld, store: ServerStore): Promise<readonly string[]> {
  const keys = [...world.mirror.placeOf.keys()].map((id) => ({ type: 'ticket' as const, id }));
  const wrong: string[] = [];
  const found = new Map((await store.entities(keys)).map((entity) => [entity.id, entity]));
  for (const { id } of keys) {
    const space = world.mirror.placeOf.get(id) ?? '';
    const expected = world.mirror.ticketAt(space, id, Number.POSITIVE_INFINITY);
    const entity = found.get(id);
    if (entity?.space !== space)
      wrong.push(`ticket ${id} lies in ${entity?.space}, its log in ${space}`);
    const state = JSON.parse(entity?.state ?? 'null') as object;
    const folded = JSON.parse(expected?.json ?? 'null') as object;
    if (!isEqual(state, folded)) {
      wrong.push(
        `the server keeps ticket ${id} otherwise than its log: ${difference(state ?? {}, folded ?? {})}`,
      );
    }
    const timed = timeOf(world, id);
    if ((expected?.ticket?.timeSpentMs ?? 0) !== timed)
      wrong.push(`ticket ${id} has not ${timed} ms of work`);
  }
  return wrong;
}

function timeOf(world: SimWorld, ticketId: string): number {
  const logged = [...world.mirror.byOp.values()].filter(
    ({ record }) => record.type === 'log-time' && record.entityId === ticketId,
  );
  return logged.length * 5 * 60_000;
}

async function wrongAt(
  world: SimWorld,
  client: SimClient,
  store: ServerStore,
): Promise<readonly string[]> {
  const wrong = [...wrongFolds(client), ...wrongStories(client), ...unseemly(world, client)];
  const left = rowsOf<{ entity_type: string; entity_id: string }>(client, 'SELECT * FROM base');
  for (const { entity_type: type, entity_id: id } of left) {
    wrong.push(`an image of what the server told of ${type} ${id} is left over`);
  }
  const own = rowsOf<{ id: string; type: string }>(
    client,
    'SELECT id, type FROM event WHERE server_seq IS NULL',
  );
  for (const { id, type } of own)
    wrong.push(`event ${id} (${type}) stands there and no server told it`);
  wrong.push(...(await wrongRecords(client, store)));
  return wrong.map((what) => `${client.name}: ${what}`);
}

/** What lies in a space that this person does not see. */
function unseemly(world: SimWorld, client: SimClient): readonly string[] {
  const seen = new Set(
    rowsOf<{ space: string }>(client, 'SELECT space FROM sync_space').map((r) => r.space),
  );
  const dump = rowsOf<{ text: string }>(
    client,
    `SELECT text FROM entry UNION ALL SELECT image FROM base UNION ALL SELECT state FROM ticket
     UNION ALL SELECT fact FROM event UNION ALL SELECT coalesce(theirs, '') FROM discrepancy`,
  );
  const wrong: string[] = [];
  for (const [id, space] of world.mirror.placeOf) {
    if (seen.has(space)) continue;
    const foreign = [...world.ledger.all()].filter(
      ({ entityId, store, typed }) => entityId === id && store !== client.name && typed !== '',
    );
    for (const { typed } of foreign) {
      if (dump.some(({ text }) => text.includes(typed)))
        wrong.push(`${typed} of ${space} can be read`);
    }
  }
  return wrong;
}

const recordTypes = ['customer', 'person'] as const;

async function wrongRecords(client: SimClient, store: ServerStore): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const type of recordTypes) {
    for await (const chunk of store.eachEntity('desk', type)) {
      for (const entity of chunk) wrong.push(...wrongRecord(client, type, entity));
    }
  }
  return wrong;
}

function wrongRecord(
  client: SimClient,
  type: (typeof recordTypes)[number],
  { id, state }: EntityRecord,
): readonly string[] {
  const { people } = client.window.desk;
  const known = type === 'customer' ? people.customer(id) : people.person(id);
  const told = JSON.parse(state ?? 'null') as object | null;
  if (told === null) return known === null ? [] : [`${type} ${id} is gone at the server`];
  if (known === null) return [`${type} ${id} is not there`];
  const plain = JSON.parse(JSON.stringify(known)) as object;
  return isEqual(plain, told) ? [] : [`${type} ${id}: ${difference(plain, told)}`];
}
