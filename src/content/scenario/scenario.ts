import type { Channel, Language, Priority, TicketKind } from '../../domain/vocabulary.ts';
import type { ActionStep, Choice, Points, ReplyStep, Route, SectionId } from './answer.ts';
import type { FactRule } from './fact-rule.ts';

/** What a scenario is played as; the rules of a run are the same for all. */
export type ScenarioKind =
  | 'dialogue'
  | 'sprint'
  | 'quiz'
  | 'hold-drill'
  | 'shift-handover'
  | 'crisis'
  | 'wheel';

/** One practice script of one language, checked and ready to be played. Durations are ms, instants epoch ms. */
export interface Scenario {
  readonly id: string;
  readonly lang: Language;
  /** Other languages that it must exist in. */
  readonly langs: readonly Language[];
  readonly title: string;
  readonly kind: ScenarioKind;
  readonly line: number;
  /** 1 (first day) to 5. */
  readonly difficulty: number;
  readonly minutes: number;
  readonly skills: readonly string[];
  readonly requires: readonly string[];
  /** What it teaches in one sentence, shown after the run. */
  readonly lesson: string | null;
  /** A draft is not offered to anybody: it was made of a ticket and waits for a person's look. */
  readonly isDraft: boolean;
  readonly pass: number;
  /** How many times faster than the real clock the run goes. */
  readonly speed: { readonly practice: number; readonly exam: number };
  readonly clock: { readonly start: number; readonly zone: string; readonly perAnswer: number };
  readonly sections: readonly { readonly id: SectionId; readonly max: number }[];
  readonly lints: LintScoring | null;
  readonly promises: PromiseScoring | null;
  readonly customer: ScenarioCustomer;
  readonly people: ReadonlyMap<string, ScenarioPerson>;
  /** Ids of articles of the base that the run links to. */
  readonly articles: readonly string[];
  /** Articles that exist only inside the run, by id. */
  readonly ownArticles: ReadonlyMap<string, { readonly title: string; readonly text: string }>;
  readonly ticket: ScenarioTicket;
  /** Further tickets in the queue of the run, by id. */
  readonly tickets: ReadonlyMap<string, ScenarioTicket>;
  readonly attachments: ReadonlyMap<string, ScenarioAttachment>;
  /** Hidden values of the run; a list is drawn from by the seed. */
  readonly vars: ReadonlyMap<string, readonly (string | number)[]>;
  readonly start: string;
  readonly steps: ReadonlyMap<string, Step>;
  /** The steps of a sprint or quiz that are one question each; null in other scenarios. */
  readonly items: { readonly steps: readonly string[]; readonly count: number } | null;
  /** Facts that only this scenario knows, or knows otherwise than the lexicon. */
  readonly facts: ReadonlyMap<string, FactRule>;
  /** The whole file and its sha-256 (hex): runs keep what they were played on. */
  readonly source: string;
  readonly hash: string;
}

export interface LintScoring {
  readonly section: SectionId;
  readonly points: number;
  /** What each warning costs. */
  readonly perWarning: number;
  /** Whether one error of wording empties the section. */
  readonly isZeroOnError: boolean;
  readonly scope: 'replies';
}

export interface PromiseScoring {
  readonly section: SectionId;
  /** For a time of waiting that was named and kept. */
  readonly holdKept: number;
  /** When something was promised and everything was kept. */
  readonly allKept: number;
}

export interface ScenarioCustomer {
  readonly org: string;
  readonly name: string;
  readonly callName: string;
  readonly role: string;
  readonly zone: string;
  readonly channel: Channel;
  /** 1 (furious) to 5 (content). */
  readonly mood: number;
  readonly level: 'plain' | 'technical';
}

export interface ScenarioPerson {
  readonly name: string;
  readonly line: number | null;
  readonly role: string | null;
  readonly talksToCustomer: boolean;
}

export interface ScenarioTicket {
  readonly subject: string;
  readonly text: string | null;
  readonly org: string | null;
  readonly contact: string | null;
  readonly priority: Priority;
  readonly line: number;
  readonly kind: TicketKind;
  readonly channel: Channel | null;
}

export interface ScenarioAttachment {
  readonly name: string;
  readonly isInternal: boolean;
  readonly text: string;
}

/** What happens on arriving at a step, before anything is asked. */
export interface Step {
  readonly id: string;
  readonly client: string | null;
  readonly narrator: string | null;
  /** Attachments that come with it. */
  readonly attach: readonly string[];
  readonly inject: readonly Injection[];
  /** The customer or the world takes this long before it. */
  readonly after: number | null;
  /** Or it happens at this instant, if that is still ahead. */
  readonly at: number | null;
  readonly mood: number;
  readonly flags: readonly string[];
  readonly set: ReadonlyMap<string, string | number>;
  readonly allow: readonly ('open' | 'wait' | 'note')[];
  readonly open: readonly OpenPoints[];
  readonly time: AnswerTime | null;
  readonly ping: Ping | null;
  readonly reply: ReplyStep | null;
  readonly choices: readonly Choice[];
  readonly actions: readonly ActionStep[];
  /** Where it goes on by itself when it takes no answer. */
  readonly routes: readonly Route[];
  readonly end: Ending | null;
  readonly reference: string | null;
  /** From a nudge to the answer. */
  readonly hints: readonly string[];
}

export interface Ending {
  readonly kind: 'good' | 'mediocre' | 'bad';
  readonly text: string;
}

/** Somebody else has something to say while the person works. */
export interface Injection {
  readonly from: string;
  readonly text: string;
  /** After the step began; 0: with it. */
  readonly after: number;
  readonly attach: readonly string[];
  /** A further ticket that appears in the queue. */
  readonly ticket: string | null;
  /** Prepared for a drill that a lead runs; comes when the lead says so. */
  readonly isByLead: boolean;
}

/** Something worth looking into; without points its section is empty. */
export interface OpenPoints extends Points {
  readonly attachment: string | null;
  readonly article: string | null;
  readonly rule: string | null;
}

/** How soon the answer is expected; later than `hard` the customer asks. */
export interface AnswerTime {
  readonly soft: number;
  readonly hard: number;
  readonly section: SectionId | null;
}

/** What the customer says when left alone: after a length, or when a promised time has passed. */
export interface Ping {
  readonly after: number | 'promise';
  readonly text: string;
  readonly mood: number;
}
