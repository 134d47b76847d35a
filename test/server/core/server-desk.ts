import { join } from 'node:path';
import { expect } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { OP_VERSION, type Op } from '../../../src/domain/op.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { EMPTY_CHAIN } from '../../../src/protocol/chain.ts';
import type {
  LogRow,
  OpResult,
  PushRequest,
  SpaceCursor,
  WireOp,
} from '../../../src/protocol/wire.ts';
import { savePersonFromConsole } from '../../../src/server/core/console/save-person.ts';
import { admit, makeSpace } from '../../../src/server/core/console/spaces.ts';
import type { ConsoleParts } from '../../../src/server/core/console/write-rows.ts';
import { createSyncServer } from '../../../src/server/core/create-sync-server.ts';
import type { Versions } from '../../../src/server/core/push/upcast.ts';
import type { ServerRules } from '../../../src/server/core/server-rules.ts';
import type { SnapshotShelf } from '../../../src/server/core/snapshots.ts';
import type { Caller, Served, SyncServer } from '../../../src/server/core/sync-server.ts';
import type { ServerStore } from '../../../src/server/db/server-store.ts';
import { openSqliteStore } from '../../../src/server/db/sqlite/open-sqlite-store.ts';
import { loadRules } from '../../../src/server/rules/load-rules.ts';
import { must } from '../../../src/util/must.ts';
import { countedIds, movableClock, someWednesday } from '../../support/desk.ts';
import { registered, somebody } from '../../support/domain.ts';

export const console_ = { who: 'console', device: null } as const;

let shipped: ServerRules | null = null;

/** The rules that come with the program, read once. */
export function shippedRules(): ServerRules {
  shipped ??= loadRules(join(import.meta.dirname, '../../..'));
  return shipped;
}

/** What one test wants otherwise. */
export interface ServerDeskOptions {
  readonly store?: ServerStore;
  readonly versions?: Versions;
  readonly snapshots?: SnapshotShelf;
  /** Tells the ids of several servers of one test apart. */
  readonly ids?: string;
}

const noSnapshots: SnapshotShelf = {
  latest: async () => null,
  make: async () => Promise.reject(new Error('no snapshots here')),
  file: async () => null,
};

/** A server in memory, and the devices of its people. */
export class ServerDesk {
  readonly clock = movableClock(someWednesday);
  readonly makeId: () => string;
  readonly store: ServerStore;
  readonly server: SyncServer;
  readonly bugs: unknown[] = [];
  readonly parts: ConsoleParts;

  constructor(options: ServerDeskOptions = {}) {
    const now = () => this.clock.now();
    this.makeId = countedIds(options.ids ?? '5e');
    this.store = options.store ?? openSqliteStore({ path: ':memory:', now });
    this.parts = { store: this.store, now, makeId: this.makeId };
    this.server = createSyncServer({
      ...{ store: this.store, rules: shippedRules(), surroundings: this.parts },
      snapshots: options.snapshots ?? noSnapshots,
      pause: async () => undefined,
      onBug: (error) => this.bugs.push(error),
      ...(options.versions ? { versions: options.versions } : {}),
    });
  }

  /** Somebody who works here, with a device. */
  async joins(more: Partial<Person> = {}, spaces: readonly string[] = ['main']): Promise<Device> {
    const person = somebody(more);
    await savePersonFromConsole(this.parts, console_, person);
    for (const space of spaces) {
      await makeSpace(this.parts, console_, { code: space, title: space });
      await admit(this.parts, console_, { personId: person.id, space });
    }
    return this.device(person);
  }

  device(person: Person, name = `${person.login}-pc`): Device {
    return new Device(this, { person, deviceId: this.makeId(), deviceName: name });
  }

  async ticket(id: string): Promise<Ticket> {
    const [record] = await this.store.entities([{ type: 'ticket', id }]);
    return JSON.parse(must(record?.state, `ticket ${id}`));
  }

  /** Every row of a space. */
  async log(space = 'main'): Promise<LogRow[]> {
    const rows: LogRow[] = [];
    for await (const chunk of this.store.eachRow(space, Number.MAX_SAFE_INTEGER)) {
      rows.push(
        ...chunk.map(({ body, space: _, chain: __, ...row }) => ({
          ...row,
          body: JSON.parse(body),
        })),
      );
    }
    return rows;
  }
}

/** A device that pushes and pulls as a client would, without keeping anything but its numbers. */
export class Device {
  readonly caller: Caller;
  readonly desk: ServerDesk;
  clientId: string;
  /** How far its clock is off. */
  skewMs = 0;
  #cseq = 0;

  constructor(desk: ServerDesk, caller: Caller) {
    this.desk = desk;
    this.caller = caller;
    this.clientId = desk.makeId();
  }

  get id(): string {
    return this.caller.person.id;
  }

  /** Starts over under another name, as a client does that was found to be a copy. */
  becomesNew(): void {
    this.clientId = this.desk.makeId();
    this.#cseq = 0;
  }

  /** An operation as this device would send it next. */
  op(payload: Op['payload'], entityId: string, more: Partial<WireOp> = {}): WireOp {
    this.#cseq += 1;
    return {
      opId: this.desk.makeId(),
      cseq: this.#cseq,
      v: OP_VERSION,
      space: 'main',
      entityType: 'ticket',
      ...{ entityId, baseRev: 0, payload },
      occurredAt: this.desk.clock.now() + this.skewMs,
      byId: this.id,
      ...more,
    };
  }

  send(
    ops: readonly WireOp[],
    more: Partial<PushRequest> = {},
  ): Promise<Served<readonly OpResult[]>> {
    return this.#send({
      clientId: this.clientId,
      epoch: null,
      schema: OP_VERSION,
      sentAt: this.desk.clock.now() + this.skewMs,
      ops,
      ...more,
    });
  }

  async #send(request: PushRequest): Promise<Served<readonly OpResult[]>> {
    // What goes over a wire has no parts that are there and undefined.
    const sent = JSON.parse(JSON.stringify(request)) as PushRequest;
    const answer = await this.desk.server.push(this.caller, sent);
    return answer.ok ? { ok: true, value: answer.value.results } : answer;
  }

  /** Sends what must be served. */
  async sends(...ops: readonly WireOp[]): Promise<readonly OpResult[]> {
    const answer = await this.send(ops);
    if (!answer.ok) throw new Error(`not served: ${JSON.stringify(answer.problem)}`);
    return answer.value;
  }

  /** What one command on a ticket came to: `applied`, or the code of the refusal. */
  async does(
    command: TicketCommand,
    ticketId: string,
    more: Partial<WireOp> = {},
  ): Promise<string> {
    return said(must((await this.sends(this.op(command, ticketId, more)))[0], 'result'));
  }

  /** Opens a ticket and returns its id. */
  async opens(more: Partial<WireOp> = {}): Promise<string> {
    const id = this.desk.makeId();
    expect(await this.does(registered, id, more)).toBe('applied');
    return id;
  }

  /** Everything it may see, page by page, with whether the pages fit together. */
  async pulls(limit = 1000, from: readonly SpaceCursor[] = []): Promise<Map<string, LogRow[]>> {
    const cursors = new Map(from.map((cursor) => [cursor.space, cursor]));
    const rows = new Map<string, LogRow[]>();
    for (;;) {
      const answer = await this.desk.server.pull(this.caller, [...cursors.values()], limit);
      if (!answer.ok) throw new Error(`not served: ${JSON.stringify(answer.problem)}`);
      const { pages } = answer.value;
      for (const { space, rows: more, next: seq, chain } of pages) {
        rows.set(space, [...(rows.get(space) ?? []), ...more]);
        cursors.set(space, { space, seq, chain });
      }
      if (pages.every(({ next, head }) => next === head)) return rows;
    }
  }
}

/** The start of every log. */
export function startOf(space: string): SpaceCursor {
  return { space, seq: 0, chain: EMPTY_CHAIN };
}

/** A result in one word. */
export function said(result: OpResult): string {
  return result.outcome === 'rejected' ? result.code : result.outcome;
}
