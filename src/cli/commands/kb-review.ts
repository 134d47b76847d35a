import { acceptArticle } from '../../app/knowledge/accept-article.ts';
import { archiveArticle } from '../../app/knowledge/archive-article.ts';
import { deskDay } from '../../app/knowledge/desk-day.ts';
import { renewArticle } from '../../app/knowledge/renew-article.ts';
import { restoreArticle } from '../../app/knowledge/restore-article.ts';
import { sendBackArticle } from '../../app/knowledge/send-back-article.ts';
import { submitArticle } from '../../app/knowledge/submit-article.ts';
import { verifyBackup } from '../../app/knowledge/verify-backup.ts';
import type { ArticleVersion } from '../../domain/article-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { dayAfter } from '../../domain/review-day.ts';
import type { Result } from '../../util/result.ts';
import {
  type ArticleTarget,
  acceptedArticle,
  articleTarget,
  printVersion,
  versionAt,
} from '../article-target.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { calendarDay, UsageError, wholeNumber } from '../usage-error.ts';

const RENEW_DAYS = 180;

/** `smena kb submit ARTICLE [N]`. */
export async function kbSubmit(session: Session, input: CommandInput): Promise<void> {
  await revise(session, input, ({ desk, key }) => submitArticle(desk, key, versionAt(input, 1)));
}

/** `smena kb accept ARTICLE [N] [--note TEXT]`. */
export async function kbAccept(session: Session, input: CommandInput): Promise<void> {
  const order = { version: versionAt(input, 1), note: input.value('note') };
  await revise(session, input, ({ desk, key }) => acceptArticle(desk, key, order));
}

/** `smena kb send-back ARTICLE [N] --reason TEXT`. */
export async function kbSendBack(session: Session, input: CommandInput): Promise<void> {
  const order = { version: versionAt(input, 1), reason: input.value('reason') ?? '' };
  await revise(session, input, ({ desk, key }) => sendBackArticle(desk, key, order));
}

/** `smena kb archive ARTICLE --reason TEXT`. */
export async function kbArchive(session: Session, input: CommandInput): Promise<void> {
  const reason = input.value('reason') ?? '';
  await revise(session, input, ({ desk, key }) => archiveArticle(desk, key, reason));
}

/** `smena kb renew ARTICLE [--until DAY]`: still true, looked at again in half a year. */
export async function kbRenew(session: Session, input: CommandInput): Promise<void> {
  const asked = input.value('until');
  const until = asked === undefined ? null : calendarDay(asked, '--until');
  await revise(session, input, ({ desk, key }) => {
    return renewArticle(desk, key, until ?? dayAfter(deskDay(desk), RENEW_DAYS));
  });
}

/** `smena kb restore ARTICLE N`. */
export async function kbRestore(session: Session, input: CommandInput): Promise<void> {
  const version = wholeNumber(input.required(1), 'N', 1);
  await revise(session, input, ({ desk, key }) => restoreArticle(desk, key, version));
}

/** `smena kb verify ARTICLE --minutes N [--on DAY]`: a proof restore, made today unless said. */
export async function kbVerify(session: Session, input: CommandInput): Promise<void> {
  const minutes = input.value('minutes');
  if (minutes === undefined) throw new UsageError('option-missing', { name: '--minutes' });
  const took = wholeNumber(minutes, '--minutes', 1);
  const asked = input.value('on');
  const on = asked === undefined ? null : calendarDay(asked, '--on');
  await revise(session, input, ({ desk, key }) => {
    return verifyBackup(desk, key, { on: on ?? deskDay(desk), minutes: took });
  });
}

async function revise(
  session: Session,
  input: CommandInput,
  work: (target: ArticleTarget) => Result<ArticleVersion, Refusal>,
): Promise<void> {
  const target = await articleTarget(session, input);
  await printVersion(session, target, acceptedArticle(target, work(target)));
}
