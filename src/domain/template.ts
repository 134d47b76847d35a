import type { ContentSource } from './article.ts';
import type { Language, PromiseKind, Status } from './vocabulary.ts';

/** Where a reply is used. `phone` texts are spoken and never sent; `note` stays inside the desk. */
export const replyChannels = ['mail', 'chat', 'phone', 'note'] as const;
export type ReplyChannel = (typeof replyChannels)[number];

/** Situations in the order of a conversation. A desk may add its own: those come after these. */
export const situationOrder: readonly string[] = [
  'greeting',
  'clarify',
  'hold',
  'thanks-for-waiting',
  'status-update',
  'deadline',
  'unknown',
  'apology',
  'outage',
  'escalation',
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
  /** The customer has confirmed the solution. */
  readonly isConfirmation: boolean;
  readonly addTags: readonly string[];
}

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
