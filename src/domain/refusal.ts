import { fail } from '../util/result.ts';
import type { MessageParams } from '../util/user-error.ts';

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
  'nothing-to-undo',
  'undo-too-late',
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
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What would help instead: ids of actions, shown as keys in the screens and as commands in the CLI. */
export type NextStep =
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
  | 'article-edit'
  | 'article-submit'
  | 'article-accept'
  | 'article-send-back'
  | 'article-archive'
  | 'article-mark'
  | 'article-reviews'
  | 'article-versions'
  | 'article-diff';

/** A refusal by a rule: an expected outcome, not an error. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: MessageParams;
  readonly nextSteps: readonly NextStep[];
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
