import type { PromiseKind } from '../../domain/vocabulary.ts';
import type { FormValues, JudgedReply } from './run-event.ts';

export type RunMode = 'practice' | 'exam';

/** What a run is begun with; together with its events it decides everything. */
export interface RunSetup {
  readonly mode: RunMode;
  readonly seed: number;
  /** Instant of the run's own clock at its beginning, epoch ms. */
  readonly startedAt: number;
}

/** A promise of the run, made by words or by a choice. */
export interface RunPromise {
  readonly kind: PromiseKind;
  readonly text: string;
  readonly madeAt: number;
  readonly dueAt: number;
  readonly state: 'open' | 'kept' | 'broken';
  /** When it was settled; null while it is open. */
  readonly settledAt: number | null;
}

/** One mark of the review: what was given or taken, where and why. */
export interface Mark {
  /**
   * Stable within the run: `open/ask_har`, `hold/choice/route`, `handover.code`,
   * `lints/3`, `promises/hold`; the second of the same thing ends in `#2`.
   */
  readonly id: string;
  /** Place in the transcript. */
  readonly line: number;
  readonly step: string;
  readonly section: string;
  /** Points given; below zero when taken. */
  readonly points: number;
  /** What it could have given. */
  readonly max: number;
  readonly fact: string | null;
  /** `not-found` is never "wrong": the words may stand for it in a way that nobody thought of. */
  readonly outcome: 'found' | 'not-found' | 'taken' | 'zeroed';
  readonly evidence: string | null;
  readonly why: string | null;
  readonly rule: string | null;
}

/** One line of what happened, in its order. */
export interface TranscriptLine {
  readonly at: number;
  readonly step: string;
  readonly from: 'customer' | 'me' | 'narrator' | 'colleague' | 'system';
  /** The customer sees it: what is not is for the people of the desk only. */
  readonly isPublic: boolean;
  /** Name of the colleague or of the second customer; null for the others. */
  readonly name: string | null;
  readonly what:
    | 'message'
    | 'choice'
    | 'action'
    | 'note'
    | 'opened'
    | 'waited'
    | 'hint'
    | 'retry'
    | 'ping'
    | 'inject'
    | 'promise-made'
    | 'promise-kept'
    | 'promise-broken'
    | 'mood'
    | 'ending';
  /** What was said or done, in the words of the scenario or of the person; a length for `waited`. */
  readonly text: string;
  /** Attachments that came with it, by id. */
  readonly attach: readonly string[];
  /** Customer's mood after it. */
  readonly mood: number;
  readonly choiceId: string | null;
  readonly values: FormValues | null;
  readonly reply: JudgedReply | null;
  /** The ticket of the run it belongs to; null for the main one. */
  readonly ticket: string | null;
  /** When a promise of this line falls due. */
  readonly dueAt: number | null;
  /** What changed the mood; null on every other line. */
  readonly cause: MoodCause | null;
}

/** Why a customer's mood changed: the part of the scenario that did it, by its id. */
export interface MoodCause {
  readonly what: 'step' | 'choice' | 'fact' | 'route' | 'promise' | 'silence';
  readonly id: string;
  /** The mood before. */
  readonly before: number;
}

/** Something of a step that comes later, also when the step was left meanwhile. */
export interface PendingInjection {
  readonly at: number;
  readonly step: string;
  /** Place in `inject` of the step. */
  readonly index: number;
}

/** A run as it stands: the fold of its setup and its events over the scenario. */
export interface RunState {
  readonly setup: RunSetup;
  /** Instant of the run's own clock. */
  readonly now: number;
  readonly step: string;
  readonly stepSince: number;
  readonly mood: number;
  readonly flags: readonly string[];
  readonly vars: Readonly<Record<string, string | number>>;
  /** Facts found in any reply so far. */
  readonly found: readonly string[];
  /** Attachments that came so far, by id. */
  readonly attachments: readonly string[];
  readonly tickets: readonly string[];
  readonly opened: readonly string[];
  readonly promises: readonly RunPromise[];
  readonly marks: readonly Mark[];
  /** Sections that were emptied, with the mark that did it. */
  readonly zeroed: Readonly<Record<string, string>>;
  readonly transcript: readonly TranscriptLine[];
  /** Hints that were asked for, by step: the next one is a level further. */
  readonly hints: Readonly<Record<string, number>>;
  readonly retries: number;
  /** How often a reply at this step led nowhere. */
  readonly misses: number;
  /** Prepared events that are still to come. */
  readonly pending: readonly PendingInjection[];
  /** What happens once, and has: pings and lateness of this stay, injections of the run. */
  readonly happened: readonly string[];
  readonly ending: 'good' | 'mediocre' | 'bad' | null;
  /** The scenario leads nowhere from here; only a broken one does. */
  readonly isStuck: boolean;
  /** How many events it is the fold of. */
  readonly seq: number;
  /** The run at the instant of the last answer, before it: for taking it back. */
  readonly before: RunState | null;
}

/** The score of a run, section by section, as it stands. */
export interface RunScore {
  readonly score: number;
  readonly max: number;
  readonly passed: boolean;
  /** An exam that only missing words would fail: a mentor confirms or refuses it. */
  readonly needsMentor: boolean;
  readonly sections: readonly {
    readonly id: string;
    readonly score: number;
    readonly max: number;
    readonly isZeroed: boolean;
  }[];
}
