import { Chance } from './chance.ts';
import { notRecords } from './desk-work.ts';
import type { Step } from './plan.ts';
import type { SimClient } from './sim-client.ts';
import type { SimWorld } from './sim-world.ts';

const MOST_CLIENTS = 10;

/** Lets one step of a plan happen. */
export async function perform(world: SimWorld, step: Step): Promise<void> {
  const { network, server, tally } = world;
  switch (step.do) {
    case 'pass':
      return world.pass(step.ms);
    case 'bad-network':
      network.condition = step;
      if (step.delay >= 3000) tally.fault('slow');
      return;
    case 'good-network':
      return network.calm();
    case 'server-down':
      tally.fault('server-down');
      return server.goDown(step.ms);
    case 'crash-server':
      return server.faults.crashIn(step.statement);
    case 'server-trouble':
      tally.fault('server-trouble');
      return server.faults.fail('store-disk-full', step.statement, step.length);
    case 'old-server':
      tally.fault('old-server');
      return server.beOld(step.ms);
    case 'move-ticket':
      return moveTicket(world, new Chance(step.chance));
    case 'compact':
      return compact(world);
    case 'backup':
      await world.look();
      return server.backup();
    case 'restore':
      return restore(world, step.isAnnounced);
    default: {
      const client = world.clients[step.client % world.clients.length];
      if (client) await performAt(world, client, step);
    }
  }
}

type ClientStep = Extract<Step, { readonly client: number }>;

async function performAt(world: SimWorld, client: SimClient, step: ClientStep): Promise<void> {
  const { network, server, scheduler, tally } = world;
  const device = server.devices.get(client.deviceId);
  switch (step.do) {
    case 'work': {
      const { isOnShift = false, isOnPractice = false, isSupervised = false } = step;
      const without = step.isOnRecords ? notRecords : [];
      const deed = client.work(step.chance, { without, isOnShift, isOnPractice, isSupervised });
      if (deed) world.say(`${client.name} ${deed.kind} ${deed.isDone ? deed.typed : '(refused)'}`);
      return;
    }
    case 'sync':
      return client.sync(scheduler.now);
    case 'partition':
      tally.fault('partition');
      return network.cutOff(client.deviceId, step.ms);
    case 'crash-client':
      return client.window.faults.crashIn(step.statement);
    case 'disk-full':
    case 'store-busy': {
      tally.fault(step.do);
      const code = step.do === 'disk-full' ? 'store-disk-full' : 'store-locked';
      return client.window.faults.fail(code, step.statement, step.length);
    }
    case 'clock-jump':
      tally.fault('clock-jump');
      client.clockOff += step.by;
      return;
    case 'second-window':
      tally.fault('second-window');
      if (client.windows.length < 2) client.open();
      return;
    case 'poison':
      return poison(world, client);
    case 'revoke': {
      if (!device) return;
      tally.fault('revoke');
      device.isRevoked = true;
      scheduler.after(step.ms, () => {
        device.isRevoked = false;
      });
      return;
    }
    case 'change-role':
      tally.fault('change-role');
      return world.changePerson(client.person.id, { role: step.role });
    case 'expel':
    case 'admit':
      tally.fault(step.do);
      return world.admit(client.person.id, step.do === 'admit');
    case 'forget-cursor':
      tally.fault('snapshot');
      return client.forgetCursor(step.space);
    case 'old-program':
      tally.fault('old-program');
      client.isOld = true;
      scheduler.after(step.ms, () => {
        client.isOld = false;
      });
      return;
    case 'clone':
      if (world.clients.length >= MOST_CLIENTS) return;
      tally.fault('clone');
      return world.clone(client);
  }
}

/** The next operation of a client is one that the server stumbles over, for a while. */
function poison(world: SimWorld, client: SimClient): void {
  const opId = client.lastUnsent();
  if (opId === null) return;
  world.tally.fault('poison');
  world.server.poison.add(opId);
}

async function moveTicket(world: SimWorld, chance: Chance): Promise<void> {
  const places = [...world.mirror.placeOf];
  if (places.length === 0) return;
  const [ticketId, space] = chance.pick(places);
  world.tally.fault('move-ticket');
  await world.moveTicket(ticketId, space === 'main' ? 'second' : 'main');
}

async function compact(world: SimWorld): Promise<void> {
  world.tally.fault('compact');
  for (const space of ['desk', 'main'] as const) {
    const length = world.mirror.spaces.get(space)?.length ?? 0;
    if (length > 2) await world.atServer((store) => store.raiseFloor(space, length - 1));
  }
}

async function restore(world: SimWorld, isAnnounced: boolean): Promise<void> {
  const { server, tally } = world;
  if (!server.hasBackup) return;
  tally.fault(isAnnounced ? 'restore' : 'restore-unseen');
  await server.restore(isAnnounced);
  world.anotherPast();
}
