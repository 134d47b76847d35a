import { day, hour, minute } from '../support/desk.ts';
import type { Chance } from './chance.ts';
import { type Profile, profileOf } from './profiles.ts';

/** One thing that happens in a schedule. `client` counts from 0; what needs chance has its own. */
export type Step =
  | {
      readonly do: 'work';
      readonly client: number;
      readonly chance: number;
      /** Customers, people, queues and articles only. */
      readonly isOnRecords?: true;
      /** The shift that everybody is on. */
      readonly isOnShift?: true;
      /** Practice records. */
      readonly isOnPractice?: true;
      /** Replies that go through a mentor, and help. */
      readonly isSupervised?: true;
    }
  | { readonly do: 'sync'; readonly client: number }
  | { readonly do: 'pass'; readonly ms: number }
  | {
      readonly do: 'bad-network';
      readonly drop: number;
      readonly duplicate: number;
      readonly cut: number;
      readonly delay: number;
    }
  | { readonly do: 'good-network' }
  | { readonly do: 'partition'; readonly client: number; readonly ms: number }
  | { readonly do: 'server-down'; readonly ms: number }
  | { readonly do: 'crash-client'; readonly client: number; readonly statement: number }
  | { readonly do: 'crash-server'; readonly statement: number }
  | {
      readonly do: 'disk-full' | 'store-busy';
      readonly client: number;
      readonly statement: number;
      readonly length: number;
    }
  | { readonly do: 'server-trouble'; readonly statement: number; readonly length: number }
  | { readonly do: 'clock-jump'; readonly client: number; readonly by: number }
  | { readonly do: 'second-window'; readonly client: number }
  | { readonly do: 'poison'; readonly client: number }
  | { readonly do: 'revoke'; readonly client: number; readonly ms: number }
  | { readonly do: 'change-role'; readonly client: number; readonly role: 'hire' | 'engineer' }
  | { readonly do: 'move-ticket'; readonly chance: number }
  | { readonly do: 'expel' | 'admit'; readonly client: number }
  | { readonly do: 'forget-cursor'; readonly client: number; readonly space: 'desk' | 'main' }
  | { readonly do: 'compact' }
  | { readonly do: 'old-program'; readonly client: number; readonly ms: number }
  | { readonly do: 'old-server'; readonly ms: number }
  | { readonly do: 'backup' }
  | { readonly do: 'restore'; readonly isAnnounced: boolean }
  | { readonly do: 'clone'; readonly client: number };

export type StepKind = Step['do'];

/** What a schedule begins with. */
export interface Plan {
  readonly seed: number;
  readonly clients: number;
  readonly steps: readonly Step[];
}

/** Makes the schedule of a seed: the same one every time. */
export function makePlan(seed: number, chance: Chance, length: number): Plan {
  const profile = profileOf(seed);
  const clients = chance.pick(profile.clients);
  const steps = Array.from({ length }, () => makeStep(chance, clients, profile));
  return { seed, clients, steps };
}

function makeStep(chance: Chance, clients: number, profile: Profile): Step {
  const { weights, records, shift = 0, practice = 0, supervised = 0 } = profile;
  const kind = chance.weighted(weights);
  const client = chance.below(clients);
  const statement = chance.below(chance.pick([3, 12, 60, 250]));
  switch (kind) {
    case 'work':
      return {
        ...{ do: kind, client, chance: chance.below(2 ** 31) },
        ...(chance.happens(records) ? { isOnRecords: true } : {}),
        // No chance is drawn on other days: the seeds that once failed go as they went.
        ...(shift > 0 && chance.happens(shift) ? { isOnShift: true } : {}),
        ...(practice > 0 && chance.happens(practice) ? { isOnPractice: true } : {}),
        ...(supervised > 0 && chance.happens(supervised) ? { isSupervised: true } : {}),
      };
    case 'pass':
      return { do: kind, ms: chance.pick([40, 500, 5_000, minute, 10 * minute, hour]) };
    case 'bad-network':
      return { do: kind, ...badNetwork(chance) };
    case 'partition':
      return { do: kind, client, ms: chance.pick([minute, hour, day]) };
    case 'server-down':
    case 'old-server':
      return { do: kind, ms: chance.pick([minute, hour, day]) };
    case 'crash-client':
      return { do: kind, client, statement };
    case 'crash-server':
      return { do: kind, statement };
    case 'disk-full':
    case 'store-busy':
      return { do: kind, client, statement, length: chance.pick([1, 1, 5, 40]) };
    case 'server-trouble':
      return { do: kind, statement, length: chance.pick([1, 1, 5, 40]) };
    case 'clock-jump':
      return { do: kind, client, by: chance.pick([-day, -hour, hour, day]) };
    case 'revoke':
    case 'old-program':
      return { do: kind, client, ms: chance.pick([minute, hour]) };
    case 'change-role':
      return { do: kind, client, role: chance.pick(['hire', 'engineer']) };
    case 'move-ticket':
      return { do: kind, chance: chance.below(2 ** 31) };
    case 'forget-cursor':
      return { do: kind, client, space: chance.pick(['desk', 'main']) };
    case 'restore':
      return { do: kind, isAnnounced: chance.happens(0.5) };
    case 'good-network':
    case 'compact':
    case 'backup':
      return { do: kind };
    default:
      return { do: kind, client };
  }
}

function badNetwork(chance: Chance) {
  return {
    drop: chance.pick([0, 0.05, 0.2, 0.5]),
    duplicate: chance.pick([0, 0.1, 0.4]),
    cut: chance.pick([0, 0.1, 0.3]),
    delay: chance.pick([5, 100, 3_000, 40_000]),
  };
}
