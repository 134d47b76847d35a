import type { Desk } from '../app/desk/desk.ts';
import { shortTrayId } from '../app/sync/tray/find-in-tray.ts';
import type { TrayItem } from '../app/sync/tray/tray-item.ts';
import {
  mySide,
  operationName,
  type TrayWords,
  theirSide,
  whyInTray,
} from '../i18n/describe-discrepancy.ts';
import { trayTexts } from '../i18n/tray-texts.ts';
import { moment } from './format-ticket.ts';
import { iso } from './iso.ts';

/** A discrepancy for programs; `why` is the sentence behind `code`. */
export function discrepancyJson(desk: Desk, item: TrayItem) {
  const { about, mine, theirs, settled } = item;
  return {
    id: item.id,
    kind: item.kind,
    code: item.code,
    why: whyInTray(item, desk.language),
    entityType: about.type,
    entityId: about.id,
    ticketId: about.ticketId,
    number: about.number || null,
    subject: about.subject || null,
    command: mine.command,
    text: item.text,
    typedAt: iso(item.typedAt),
    createdAt: iso(item.createdAt),
    mine: {
      status: mine.status ?? null,
      person: mine.person ?? null,
      line: mine.line ?? null,
      priority: mine.priority ?? null,
      subject: mine.subject ?? null,
      promisedAt: iso(mine.promisedAt ?? null),
      tags: mine.tags ?? [],
      files: mine.files ?? [],
    },
    theirs: theirs && { ...theirs, at: iso(theirs.at) },
    can: item.can,
    settledAt: iso(settled?.at ?? null),
    settledHow: settled?.how ?? null,
    settledBy: settled ? (desk.people.person(settled.byId)?.name ?? null) : null,
    settledById: settled?.byId ?? null,
  };
}

/** One row of the list: how to name it, what it is about, why. */
export function discrepancyRow(desk: Desk, item: TrayItem): string {
  const { about, mine, kind, written } = item;
  const t = trayTexts(desk.language);
  const [first = ''] = written.trim().split('\n');
  const where = about.number || about.subject || t.noTicket;
  const what = `${operationName(mine.command, desk.language)}${first === '' ? '' : `: ${first}`}`;
  return [shortTrayId(item), where, t.kinds[kind], what].join(' · ');
}

/** Both sides, one under the other, and what can be done. */
export function discrepancyLines(desk: Desk, item: TrayItem): string {
  const t = trayTexts(desk.language);
  const words = wordsOf(desk);
  const { about, theirs, settled, written } = item;
  const title = [about.number, about.subject].filter(Boolean).join(' ') || t.noTicket;
  const block = (name: string, rows: readonly string[], typed: string) =>
    [`${name}:`, ...[...rows, ...typed.trim().split('\n')].map((row) => `  ${row}`.trimEnd())]
      .join('\n')
      .trimEnd();
  const who = settled ? (desk.people.person(settled.byId)?.name ?? '') : '';
  const end = settled
    ? t.settled(t.settledHow[settled.how], who, words.at(settled.at))
    : item.can.map((action) => `${action} — ${t.actions[action]}`).join('\n');
  return [
    `${shortTrayId(item)} · ${title}\n${t.kinds[item.kind]}: ${whyInTray(item, desk.language)}`,
    block(t.mine, mySide(item, words), written),
    block(t.theirs, theirSide(item, words), theirs?.text ?? ''),
    end,
  ].join('\n\n');
}

function wordsOf(desk: Desk): TrayWords {
  const { language, config } = desk;
  return {
    language,
    at: (ms) => moment(ms, desk),
    status: (code) => config.statuses.find((rule) => rule.code === code)?.name[language] ?? code,
    line: (code) => config.lines.find((line) => line.code === code)?.name[language] ?? code,
  };
}
