import type { TicketMatch } from './match-rule.ts';
import type { LocalName, Role } from './vocabulary.ts';

/** Somebody of the desk as its pack names them; made when the pack is first applied. */
export interface DeskPerson {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly line: string;
  readonly gender: 'male' | 'female' | null;
  readonly skills: readonly string[];
  readonly phone: string | null;
  /** IANA zone; null is the desk's own. */
  readonly timeZone: string | null;
  /** A module of the desk that a team lead heads. */
  readonly team: string | null;
}

/**
 * Who answers at which hours: the people in order, the first one leads. With `rotation` one of them
 * at a time, a week each, beginning on that Monday (ISO day).
 */
export interface Duty {
  readonly code: string;
  readonly name: LocalName;
  /** The calendar whose hours it covers. */
  readonly calendar: string;
  readonly role: 'duty' | 'night' | 'senior';
  readonly people: readonly string[];
  readonly rotation: string | null;
}

/** Whom a step of a ladder calls: a role on duty, a duty of the pack, or a person by login. */
export type LadderTarget =
  | { readonly role: Role }
  | { readonly duty: string }
  | { readonly person: string }
  | { readonly personalEngineer: true };

/** One step of a ladder: whom to call, how, and after how long the next one lights up. */
export interface LadderStep {
  readonly target: LadderTarget;
  readonly means: 'call' | 'chat' | 'mail';
  readonly waitMs: number;
}

/** Whom to call when one is stuck at night, step by step. */
export interface EscalationLadder {
  readonly code: string;
  readonly name: LocalName;
  readonly when: TicketMatch & {
    /** Only inside or only outside of a calendar's hours. */
    readonly inside?: string | undefined;
    readonly outside?: string | undefined;
  };
  readonly steps: readonly LadderStep[];
  /** The ladder that goes on where this one ends. */
  readonly next: string | null;
}

/** Works that were announced: tickets of the affected are marked while they last. Epoch ms. */
export interface PlannedWork {
  readonly code: string;
  readonly title: LocalName;
  readonly from: number;
  readonly to: number;
  /** Names of customers; empty with no towns and no tags means everybody. */
  readonly customers: readonly string[];
  readonly towns: readonly string[];
  readonly tags: readonly string[];
  readonly notice: LocalName | null;
}
