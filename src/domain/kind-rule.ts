import type { LocalName, Priority, TicketKind } from './vocabulary.ts';

export const fieldTypes = [
  'text',
  'long-text',
  'choice',
  'yes-no',
  'number',
  'time',
  'duration',
  'person',
  'window',
  'legs',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/**
 * One thing to know about a ticket of a kind. A field with one of the codes of `work/known-field.ts`
 * (`customer`, `executor`, `deadline` …) is also known when the ticket itself answers it.
 */
export interface FieldRule {
  readonly code: string;
  readonly name: LocalName;
  readonly hint: LocalName | null;
  readonly type: FieldType;
  readonly choices: readonly { readonly code: string; readonly name: LocalName }[];
  /** Must be known before the ticket is registered, handed on or done. */
  readonly needed: 'never' | 'register' | 'transfer' | 'done';
  /** Asked, and needed, only while another field (or `priority`, `mass`, `line` …) has this value. */
  readonly when: { readonly field: string; readonly is: readonly string[] } | null;
}

/** What a desk asks of a kind of ticket, and when it counts as done. */
export interface KindRule {
  readonly code: TicketKind;
  readonly name: LocalName;
  /** What it is for, shown where a kind is chosen. */
  readonly about: LocalName | null;
  /** Offered to people; others come only with what was imported. */
  readonly isOn: boolean;
  readonly fields: readonly FieldRule[];
  /** Boxes of a new ticket's checklist: done means all are ticked. */
  readonly done: readonly LocalName[];
  /** Besides fields and boxes: what must have been written before it is done. */
  readonly doneNeeds: readonly ('comment' | 'time' | 'public-answer' | 'after-check')[];
  readonly defaultLine: string | null;
  readonly defaultPriority: Priority | null;
  /** A class of `DeskConfig.riskClasses`. */
  readonly risk: string | null;
  /** Where it goes when handed out of the desk, such as development. */
  readonly departments: readonly string[];
  /** Worked in two stages: something now, the rest later. */
  readonly hasStages: boolean;
}

/** A class of risk: who may finish such a ticket. */
export interface RiskClass {
  readonly code: string;
  readonly name: LocalName;
  /** Lines that may resolve it; others hand it on, or a lead overrides. */
  readonly lines: readonly string[];
}

/** Impact by urgency: which priority a new ticket gets. */
export interface PriorityMatrix {
  readonly impacts: readonly { readonly code: string; readonly name: LocalName }[];
  readonly urgencies: readonly { readonly code: string; readonly name: LocalName }[];
  /** A row for each impact, a column for each urgency. */
  readonly table: readonly (readonly Priority[])[];
}
