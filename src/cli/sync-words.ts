import type { SyncStatus } from '../app/sync/sync-status.ts';
import { fill } from '../i18n/fill.ts';
import type { SyncTexts } from '../i18n/sync-texts.ts';
import { UserError } from '../util/user-error.ts';
import { iso } from './iso.ts';

type Problem = NonNullable<SyncStatus['trouble']>['problem'];

/** How things stand, as `--json` gives it. */
export function syncJson(status: SyncStatus): Record<string, unknown> {
  const { state, pending, acked, discrepancies, cursor, head, lastSyncAt } = status;
  return { state, pending, acked, discrepancies, cursor, head, lastSyncAt: iso(lastSyncAt) };
}

/** How things stand in a sentence. `url` is that of a server which this device has logged out of. */
export function syncLine(status: SyncStatus, texts: SyncTexts, url: string | null): string {
  const { pending, acked, discrepancies, trouble } = status;
  const reason = trouble ? problemWords(trouble.problem, texts) : '';
  const isOut = status.state === 'none' && url !== null;
  const sentence = isOut ? texts.states.loggedOut : texts.states[status.state];
  return fill(sentence, { pending, acked, discrepancies, reason, url: url ?? '' });
}

/** Why a run could not be done, in words. */
export function problemWords(problem: Problem, texts: SyncTexts): string {
  return reasonWords(codeOf(problem), texts);
}

/** The same failure; why a server could not be reached stands in it in words. */
export function withReasonInWords(error: unknown, texts: SyncTexts): unknown {
  if (!(error instanceof UserError) || error.code !== 'server-unreachable') return error;
  const reason = reasonWords(`${error.params['reason']}`, texts);
  return new UserError(error.code, { ...error.params, reason }, { cause: error });
}

function reasonWords(code: string, { reasons }: SyncTexts): string {
  const known: Readonly<Record<string, string>> = reasons;
  const words = Object.hasOwn(known, code) ? known[code] : undefined;
  return words ?? fill(reasons.other, { code });
}

function codeOf(problem: Problem): string {
  if (problem.kind === 'refused') return problem.code;
  return problem.kind === 'offline' ? (problem.reason.split(':')[0] ?? '') : problem.kind;
}
