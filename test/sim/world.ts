import type { Person } from '../../src/domain/person.ts';
import type { MakeId } from '../../src/util/id.ts';
import type { Chance } from './chance.ts';
import type { Kit } from './kit.ts';
import type { Ground } from './lean-desk.ts';
import type { Ledger } from './ledger.ts';
import type { LogMirror } from './log-mirror.ts';
import type { Network } from './network.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimClient } from './sim-client.ts';
import type { SimServer } from './sim-server.ts';
import type { Tally } from './tally.ts';

/** Everything that one schedule happens in. */
export interface World {
  readonly ground: Ground;
  readonly kit: Kit;
  readonly scheduler: Scheduler;
  /** For what needs no step of its own: ids, delays. */
  readonly chance: Chance;
  readonly tally: Tally;
  readonly ledger: Ledger;
  readonly mirror: LogMirror;
  readonly network: Network;
  readonly server: SimServer;
  readonly clients: readonly SimClient[];
  /** The people of the server, by id; roles change. */
  readonly people: ReadonlyMap<string, Person>;
  readonly makeId: MakeId;
  /** For files of this schedule only. */
  readonly folder: string;
  readonly isInTrouble: boolean;
  /** Adds a line to the trace. */
  say(line: string): void;
  /** The server noticed a mistake of its own. */
  noteBug(error: unknown): void;
  /** Ends the schedule: this must never happen. */
  blame(what: string, error?: unknown): void;
}
