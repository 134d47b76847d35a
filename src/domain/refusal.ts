import { fail } from '../util/result.ts';
import type { MessageParams } from '../util/user-error.ts';
import { practiceRefusalCodes } from './practice/practice-refusals.ts';
import type { BlockerPlace } from './shift/blocking.ts';
import { shiftRefusalCodes } from './shift/shift-refusals.ts';
import { type SupervisionStep, supervisionCodes } from './supervision/supervision-refusals.ts';
import type { LocalName } from './vocabulary.ts';
import type { MissingItem } from './work/missing.ts';

/** Why a command is refused by a rule of the desk. Each has a sentence in both languages. */
export const refusalCodes = [
  'no-such-ticket',
  'ticket-exists',
  'subject-missing',
  'text-missing',
  'ticket-closed',
  'ticket-merged',
  'already-in-status',
  'already-yours',
  'already-taken',
  'already-unassigned',
  'already-assigned',
  'status-new',
  'closing-needs-confirmation',
  'not-resolved',
  'already-resolved',
  'not-closed',
  'reopen-window-over',
  'line-does-not-talk',
  'role-does-not-talk',
  'role-reads-only',
  'until-in-past',
  'promise-in-past',
  'no-such-promise',
  'nothing-to-change',
  'link-to-itself',
  'already-linked',
  'unknown-line',
  'line-outside',
  'nothing-to-undo',
  'undo-too-late',
  'undo-at-server',
  'undo-not-last',
  'no-such-article',
  'no-such-version',
  'nothing-to-submit',
  'nothing-in-review',
  'article-not-readable',
  'author-approves',
  'own-needs-reason',
  'not-owner-line',
  'base-stale',
  'reason-missing',
  'review-in-past',
  'not-a-backup',
  'verified-in-future',
  'already-marked',
  'stars-wrong',
  'text-too-long',
  'nothing-to-settle',
  'template-unfilled',
  'text-unsendable',
  'template-not-for-customers',
  'not-permitted',
  'initial-only',
  'not-your-ticket',
  'transition-not-possible',
  'handover-needed',
  'handover-incomplete',
  'no-higher-line',
  'already-on-line',
  'nobody-above',
  'no-handover',
  'handover-not-yours',
  'handover-of-person',
  'handover-missing-empty',
  'diagnosis-needed',
  'third-return-guarded',
  'brief-missing',
  'brief-not-yours',
  'no-brief-owed',
  'confirmation-needs-who',
  'confirmation-needs-how',
  'auto-confirm-off',
  'auto-confirm-early',
  'auto-confirm-unwarned',
  'no-vendor-case',
  'question-incomplete',
  'no-line-talks',
  'line-cannot-ask',
  'no-such-question',
  'no-reply-since',
  'question-not-yours',
  'may-already-talk',
  'no-such-step',
  'kind-incomplete',
  'kind-off',
  'risk-class',
  'unknown-field',
  'field-empty',
  'field-not-choice',
  'field-not-yes-no',
  'field-not-number',
  'field-not-time',
  'field-not-duration',
  'field-not-window',
  'field-not-legs',
  'field-too-long',
  'no-such-box',
  'box-already',
  'box-exists',
  'time-wrong',
  'time-in-future',
  'no-matrix',
  'unknown-impact',
  'unknown-urgency',
  'unknown-priority',
  'no-spending',
  'amount-wrong',
  'spend-over-limit',
  'no-stages',
  'stage-done',
  'not-scheduled',
  'still-scheduled',
  'not-watched',
  'no-card',
  'card-closed',
  'gathered-itself',
  'member-closed',
  'member-merged',
  'member-elsewhere',
  'other-space',
  'family-circle',
  'no-parent',
  'merged-itself',
  'merged-other-customer',
  'merged-into-child',
  'no-such-entry',
  'nobody-to-write',
  'child-unanswered',
  'children-unanswered',
  'desk-base-stale',
  'desk-not-yours',
  'customer-not-yours',
  'desk-tickets-left',
  'queue-name-unfit',
  'queue-name-taken',
  'queue-needs-lead',
  'no-rule-fits',
  'forged-actor',
  'space-not-yours',
  'practice-not-shared',
  'op-too-old',
  'op-unreadable',
  'person-not-yours',
  'role-above-own',
  'login-taken',
  'customer-circle',
  'queue-not-yours',
  'pack-broken',
  'discrepancy-settled',
  'discrepancy-not-so',
  'merge-undecided',
  'nothing-withheld',
  'withheld-not-yours',
  'figure-not-yours',
  'reports-not-yours',
  ...shiftRefusalCodes,
  ...supervisionCodes,
  ...practiceRefusalCodes,
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What would help instead: ids of actions, shown as keys in the screens and as commands in the CLI. */
export type NextStep =
  | 'take'
  | 'assign'
  | 'confirm'
  | 'reopen'
  | 'return'
  | 'resolve'
  | 'note'
  | 'new'
  | 'unassign'
  | 'schedule'
  | 'reply'
  | 'link'
  | 'escalate'
  | 'accept-handover'
  | 'return-handover'
  | 'diagnose'
  | 'brief'
  | 'ask-customer'
  | 'answer-question'
  | 'grant-voice'
  | 'article-edit'
  | 'article-submit'
  | 'article-accept'
  | 'article-send-back'
  | 'article-archive'
  | 'article-mark'
  | 'article-reviews'
  | 'article-versions'
  | 'article-diff'
  | 'mass-add'
  | 'mass-detach'
  | 'mass-resolve'
  | 'details'
  | 'box'
  | 'time'
  | 'rate'
  | 'stage'
  | 'check-after'
  | 'card'
  | 'card-closed'
  | 'new-field'
  | 'new-rate'
  | 'new-unsolved'
  | SupervisionStep;

/** A refusal by a rule: an expected outcome, not an error. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: MessageParams;
  readonly nextSteps: readonly NextStep[];
  /** Values that the desk names in every language; they stand in the sentence as params do. */
  readonly names?: Readonly<Record<string, LocalName>> | undefined;
  /** Codes whose words the interface has; they stand in the sentence as a list. */
  readonly words?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Everything that has to be there first, in the order in which it is asked for. */
  readonly missing?: readonly MissingItem[] | undefined;
  /** What keeps a shift from being handed over, each with the number of its ticket. */
  readonly blockers?: readonly BlockerPlace[] | undefined;
}

/** Makes a refusal. */
export function refusal(
  code: RefusalCode,
  nextSteps: readonly NextStep[] = [],
  params: MessageParams = {},
): Refusal {
  return { code, params, nextSteps };
}

/** The outcome of what is refused. */
export function refuse(...why: Parameters<typeof refusal>) {
  return fail(refusal(...why));
}
