/** Sections of the common scorecard, by id, with the points each can give. */
export type SectionId = string;

/** Points for the section of the scorecard they count in. */
export interface Points {
  readonly section: SectionId;
  readonly points: number;
}

/** What a scored thing teaches: a rule in one sentence and where it comes from. */
export interface Lesson {
  /** Why it is right or wrong, in the words of a colleague. */
  readonly why: string | null;
  readonly rule: string | null;
}

export interface ReplyStep {
  readonly expect: readonly ExpectedFact[];
  readonly forbid: readonly ForbiddenFact[];
  readonly routes: readonly Route[];
}

/** One that gives no points counts in no section: its name is empty. */
export interface ExpectedFact extends Points, Lesson {
  readonly fact: string;
  readonly isRequired: boolean;
}

export interface ForbiddenFact extends Lesson {
  readonly fact: string;
  /** The section that is emptied by it. */
  readonly critical: SectionId | null;
  readonly penalty: Points | null;
  readonly mood: number;
}

/** Tried in order; the first whose conditions all hold is taken. The last one has none. */
export interface Route {
  readonly when: RouteCondition;
  readonly goto: string;
  readonly mood: number;
  readonly hint: string | null;
}

export interface RouteCondition {
  /** Facts of this reply. */
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  /** Facts of any reply of the run so far. */
  readonly ever: readonly string[];
  readonly flags: readonly string[];
  readonly notFlags: readonly string[];
  readonly mood: { readonly op: '<=' | '>=' | '<' | '>' | '=='; readonly value: number } | null;
  readonly vars: ReadonlyMap<string, string | number>;
  /** Fields of the form that are filled in right. */
  readonly complete: readonly string[];
  /** Whether a promise was broken so far. */
  readonly isBroken: boolean | null;
}

export interface Choice extends Lesson {
  readonly id: string;
  readonly text: string;
  readonly goto: string;
  readonly points: readonly Points[];
  readonly mood: number;
  readonly flags: readonly string[];
  readonly set: ReadonlyMap<string, string | number>;
  readonly critical: SectionId | null;
  readonly promise: ChoicePromise | null;
  /** Whether its text goes to the customer. */
  readonly isSent: boolean;
}

export interface ChoicePromise {
  readonly kind: 'hold' | 'call-back' | 'next-update' | 'deadline';
  /** From now on, or by an instant. */
  readonly in: number | null;
  readonly due: number | null;
}

/** Something to be done with the ticket, by a form. */
export interface ActionStep extends Lesson {
  readonly name: string;
  readonly form: ReadonlyMap<string, FieldRule>;
  readonly routes: readonly Route[];
}

export interface FieldRule extends Lesson {
  readonly label: string | null;
  /** Offered values; absent: free text. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly equals: string | number | boolean | null;
  readonly oneOf: readonly (string | number)[];
  readonly contains: string | null;
  readonly includes: readonly string[];
  readonly minWords: number | null;
  readonly isPresent: boolean;
  /** Facts that its text must hold. */
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly isRequired: boolean;
  readonly points: Points | null;
  /** The section that is emptied when nothing is written. */
  readonly zeroIfMissing: SectionId | null;
}
