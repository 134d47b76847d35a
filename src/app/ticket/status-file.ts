import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Paths } from '../../config/paths.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { createZone } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';
import { standingOf, syncView } from '../sync/sync-view.ts';
import { queueCount, queuePage } from './list-queue.ts';
import { selectTickets } from './select-tickets.ts';

/**
 * Writes the line that tmux shows: `2 обещания · 14:30 SM-1042 · ⇅3`. Readers see the old line or
 * the new one, never half of it.
 */
export function writeStatusFile(desk: Desk): void {
  const path = desk.paths.statusFile;
  const partial = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(partial, `${statusLine(desk)}\n`, { mode: 0o600 });
    renameSync(partial, path);
  } catch {
    // A status line is worth no error: the disk says the same to whoever saves something.
    rmSync(partial, { force: true });
  }
}

/** Takes the line away when the workstation closes, so that tmux shows nothing stale. */
export function clearStatusFile(paths: Paths): void {
  rmSync(paths.statusFile, { force: true });
}

/** My promises, the nearest of them, and how much waits for a server; empty when there is nothing. */
export function statusLine(desk: Desk): string {
  const { selection } = selectTickets(desk, null, '');
  const promised = { ...selection, queue: { assignee: 'me', open: true, promised: true } } as const;
  const count = queueCount(desk, promised);
  const [next] = count > 0 ? queuePage(desk, promised, { offset: 0, limit: 1 }) : [];
  const waiting = desk.outbox.waiting();
  const sync = syncView(desk);
  const parts = [
    count > 0 ? promises(desk, count) : '',
    next && next.promiseAt !== null ? `${clock(desk, next.promiseAt)} ${next.number}` : '',
    waiting > 0 ? `⇅${waiting}` : '',
    ...(sync && sync.discrepancies > 0 ? [`!${sync.discrepancies}`] : []),
    ...(sync ? [troubles[desk.language][standingOf(sync)] ?? ''] : []),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const words = {
  ru: { one: 'обещание', few: 'обещания', many: 'обещаний', other: 'обещания' },
  en: { one: 'promise', few: 'promises', many: 'promises', other: 'promises' },
} as const;

/** What keeps the exchange with the server from going on, in a word. */
const troubles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: {
    offline: 'нет связи',
    'too-new': 'сервер новее',
    'server-old': 'сервер старее',
    revoked: 'доступ отозван',
    'needs-login': 'нужен вход',
  },
  en: {
    offline: 'offline',
    'too-new': 'server is newer',
    'server-old': 'server is older',
    revoked: 'access revoked',
    'needs-login': 'login needed',
  },
};

function promises({ language }: Desk, count: number): string {
  const form = new Intl.PluralRules(language).select(count);
  const { one, few, many, other } = words[language];
  return `${count} ${{ one, few, many, other, zero: many, two: few }[form]}`;
}

function clock(desk: Desk, at: number): string {
  const { hour, minute } = createZone(desk.config.timeZone).partsAt(at);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}
