import type { ContentSource } from './article.ts';
import type { Language, PromiseKind, Status } from './vocabulary.ts';

/** Where a reply is used. `phone` texts are spoken and never sent; `note` stays inside the desk. */
export const replyChannels = ['mail', 'chat', 'phone', 'note'] as const;
export type ReplyChannel = (typeof replyChannels)[number];

/** Situations in the order of a conversation. A desk may add its own: those come after these. */
export const situationOrder: readonly string[] = [
  'greeting',
  'clarify',
  'explain',
  'hold',
  'thanks-for-waiting',
  'appointment',
  'status-update',
  'deadline',
  'unknown',
  'apology',
  'upset-customer',
  'outage',
  'planned-work',
  'escalation',
  'offer',
  'refusal',
  'solved',
  'closing',
];

/** The promise that a reply gives: its time stands in the stop `from`. */
export interface TemplatePromise {
  readonly kind: PromiseKind;
  readonly from: number;
  /** How long before the time to remind; null for the desk's own setting. */
  readonly warnBeforeMs: number | null;
}

/** What sending a reply changes besides adding the message. */
export interface TemplateActions {
  readonly promise: TemplatePromise | null;
  readonly status: Status | null;
  /** Why the ticket waits, beside a status that pauses it. */
  readonly reason: string;
  /** The customer has confirmed the solution. */
  readonly isConfirmation: boolean;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  /** Working time that this reply stands for. */
  readonly timeSpentMs: number | null;
  /** The line that the ticket is handed to, with the form that tells what for. */
  readonly escalateTo: string | null;
}

/**
 * What must be known before a reply with actions goes, beside variables by their path:
 * `confirmation` how the customer confirmed, `promise` a time that can be read, `incident` a linked
 * outage, `article` an article given in this ticket, `reason` why the ticket waits, `form` what the
 * next line has to know, `minutes` the working time.
 */
export const templateRequirements = [
  'confirmation',
  'promise',
  'incident',
  'article',
  'reason',
  'form',
  'minutes',
] as const;
export type TemplateRequirement = (typeof templateRequirements)[number];

/** A scripted reply in one language; its translation has the same `id`. */
export interface ReplyTemplate {
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  readonly situation: string;
  readonly channels: readonly ReplyChannel[];
  /** When to use it, and when not. */
  readonly when: string;
  readonly requires: readonly string[];
  readonly actions: TemplateActions;
  /** Liquid with tab stops. */
  readonly body: string;
  readonly source: ContentSource;
  readonly file: string;
}
