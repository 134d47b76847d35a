import type { Result } from '../../util/result.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { Person } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import type { PracticeEvent, PracticeFact } from './practice-fact.ts';

/** What a decision on a practice record may look at besides the record. */
export interface DecidePracticeContext {
  readonly now: number;
  readonly actor: Person;
  readonly device: string;
  readonly opId: string;
  /** Whose record it is. */
  readonly practiceId: string;
  readonly desk: DeskConfig;
  /** Somebody of the desk, or null. */
  readonly person: (id: string) => Person | null;
}

/** What a permitted command does, or the reason of a refusal. */
export type PracticeFacts = Result<readonly PracticeFact[], Refusal>;

/** The same with the identity of its events. */
export type PracticeDecision = Result<readonly PracticeEvent[], Refusal>;
