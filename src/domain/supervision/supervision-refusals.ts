/** Why a command on a supervised reply, a call for help or a live ticket of a hire is refused. */
export const supervisionCodes = [
  'practice-only',
  'reply-through-mentor',
  'channel-not-signed-off',
  'review-waits',
  'nothing-on-review',
  'review-not-yours',
  'own-review',
  'review-needs-mentor',
  'review-promise-past',
  'remark-missing',
  'help-waits',
  'no-such-help',
  'help-not-yours',
] as const;

/** What would help instead. */
export type SupervisionStep =
  | 'review-ask'
  | 'review-send'
  | 'review-edit'
  | 'review-return'
  | 'review-withdraw'
  | 'help-give';
