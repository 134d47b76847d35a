import { setTimeout as delay } from 'node:timers/promises';
import type { Desk } from '../../app/desk/desk.ts';
import { deliverDue } from '../../app/letter/deliver-letters.ts';
import { membershipOf } from '../../app/sync/known-server.ts';
import { type SyncStatus, syncStatus } from '../../app/sync/sync-status.ts';
import { fill } from '../../i18n/fill.ts';
import { loadSyncTexts, type SyncTexts } from '../../i18n/sync-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { localTime } from '../local-time.ts';
import type { Session } from '../session.ts';
import { problemWords, syncJson, syncLine } from '../sync-words.ts';

/** `smena sync [--watch]`: hands over what waits and fetches what is new. */
export async function sync(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const texts = await loadSyncTexts(session.language);
  if (syncStatus(desk).state === 'none') return tell(session, desk, texts);
  const { openSync } = await import('../../app/sync/open-sync.ts');
  const opened = openSync(desk, {
    version: session.version,
    tell: (news) => tellNews(session, texts, news),
  });
  try {
    if (input.has('watch')) await watch(session, desk, { opened, texts });
    else await opened.syncNow();
  } finally {
    await opened.close();
  }
  // Letters wait until the server has their text.
  await deliverDue(desk);
  if (!input.has('watch')) await conclude(session, desk, texts);
}

type Opened = ReturnType<typeof import('../../app/sync/open-sync.ts')['openSync']>;
type News = Parameters<
  Parameters<typeof import('../../app/sync/open-sync.ts')['openSync']>[1]['tell']
>[0];

/** What could not be reached is a failure of its own; what waits in the tray is none. */
async function conclude(session: Session, desk: Desk, texts: SyncTexts): Promise<void> {
  const status = syncStatus(desk);
  tell(session, desk, texts);
  if (status.state === 'too-new' || status.state === 'revoked') session.forbid();
  if (status.state !== 'offline' || !status.trouble) return;
  const reason = problemWords(status.trouble.problem, texts);
  throw new UserError('server-unreachable', { address: membershipOf(desk)?.url ?? '', reason });
}

function tell(session: Session, desk: Desk, texts: SyncTexts): void {
  const status = syncStatus(desk);
  const { output } = session;
  if (output.isJson) return output.json(syncJson(status));
  // The failure that follows says the same.
  if (status.state !== 'offline') output.line(lineOf(desk, status, texts));
  if (status.trouble === null && status.lastSyncAt !== null) {
    output.talk(fill(texts.last, { at: localTime(desk, {}, status.lastSyncAt) }));
  }
}

function lineOf(desk: Desk, status: SyncStatus, texts: SyncTexts): string {
  return syncLine(status, texts, membershipOf(desk)?.url ?? null);
}

async function watch(
  session: Session,
  desk: Desk,
  { opened, texts }: { readonly opened: Opened; readonly texts: SyncTexts },
): Promise<void> {
  session.output.talk(texts.watching);
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  let shown = '';
  const show = () => {
    const status = syncStatus(desk);
    const line = session.output.isJson
      ? JSON.stringify(syncJson(status))
      : lineOf(desk, status, texts);
    const news = session.output.isJson ? line.replace(/"lastSyncAt":[^,}]*/, '') : line;
    if (news === shown) return;
    shown = news;
    if (session.output.isJson) session.output.json(syncJson(status));
    else session.output.row(line);
  };
  await Promise.all([
    opened.keepInSync(stop.signal, show).finally(end),
    deliverUntil(desk, stop.signal).finally(end),
  ]);
  process.off('SIGINT', end).off('SIGTERM', end);
  if (syncStatus(desk).state === 'revoked') session.forbid();
}

const LETTERS_MS = 1000;

/** Letters leave as soon as the server has their text, not when the watching ends. */
async function deliverUntil(desk: Desk, end: AbortSignal): Promise<void> {
  while (!end.aborted) {
    const due = desk.deliveries.nextDueAt();
    if (due !== null && due <= desk.clock.now()) await deliverDue(desk);
    await delay(LETTERS_MS, undefined, { signal: end }).catch(() => {});
  }
}

function tellNews({ output }: Session, texts: SyncTexts, news: News): void {
  switch (news.type) {
    case 'recovering':
      return output.talk(fill(texts.recovering, { resent: news.resent }));
    case 'lost':
      return output.talk(fill(texts.lost, { spaces: news.spaces.join(', ') }));
    case 'overdue':
      return output.talk(fill(texts.overdue, { count: news.count }));
    case 'skew':
      return output.talk(fill(texts.skew, { minutes: Math.round(news.ms / 60_000) }));
    default:
      return;
  }
}
