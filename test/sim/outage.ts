import { day } from '../support/desk.ts';
import { notRecords } from './desk-work.ts';
import { realKit } from './kit.ts';
import { layGround } from './lean-desk.ts';
import { comeToRest, whatIsWrongAtRest } from './quiet-check.ts';
import { SimWorld, Violation } from './sim-world.ts';

/** How a day without the server ended. */
export interface OutageReport {
  readonly clients: number;
  readonly operations: number;
  /** Virtual seconds from the return of the server until everybody was at rest. */
  readonly restAfterS: number;
  readonly seconds: number;
  readonly wrong: string | null;
}

const ROUND_MS = 1000;
const MOST_ROUNDS = 3600;

/** Everybody works for a day without the server; then it is there again, and all come at once. */
export async function runOutage(size: {
  readonly clients: number;
  readonly ops: number;
  readonly seed: number;
}): Promise<OutageReport> {
  const ground = await layGround();
  const world = new SimWorld(ground, realKit, size.seed);
  const began = performance.now();
  let wrong: string | null = null;
  let restAfterS = 0;
  try {
    await world.open(size.clients);
    workOffline(world, size.ops);
    restAfterS = await drain(world);
    const restless = await comeToRest(world);
    wrong = [...restless, ...(await whatIsWrongAtRest(world))][0] ?? null;
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    wrong = error.message;
  } finally {
    world.close();
    ground.end();
  }
  const seconds = (performance.now() - began) / 1000;
  return { clients: size.clients, operations: world.tally.applied, restAfterS, seconds, wrong };
}

function workOffline(world: SimWorld, ops: number): void {
  const { chance, clients, server } = world;
  server.goDown(day);
  for (const client of clients) {
    for (let done = 0; done < ops; ) {
      const isOnRecords = chance.happens(0.05);
      const deed = client.work(chance.below(2 ** 31), { without: isOnRecords ? notRecords : [] });
      if (deed?.isDone) done += 1;
    }
  }
}

/** All of them hear at the same time that the server is back. Returns how long it took, in s. */
async function drain(world: SimWorld): Promise<number> {
  await world.pass(day);
  const { scheduler, clients } = world;
  const back = scheduler.now;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const client of clients) if (client.hasUnsent()) client.sync();
    await world.pass(ROUND_MS);
    if (!clients.some((client) => client.hasUnsent())) break;
  }
  const restAfterS = (scheduler.now - back) / 1000;
  await world.look();
  return restAfterS;
}
