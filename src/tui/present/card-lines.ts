import type { CardCommand, CustomerCard, Site } from '../../app/people/customer-card.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { QueueRow } from '../../domain/selection.ts';
import { describeFill } from '../../i18n/describe-fill.ts';
import { fill } from '../../i18n/fill.ts';
import { routingTexts } from '../../i18n/routing-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { CardScreen } from '../model/ladder-state.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { type Line, span, spread, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';
import { createTimeText } from './time-text.ts';

interface Shown {
  readonly config: DeskConfig;
  readonly state: UiState;
}

/** A row, and the command that begins there. */
interface CardRow {
  readonly line: Line;
  readonly command?: number;
}

/** The card as a page; the selected command is inverse. */
export function cardRows(screen: CardScreen, shown: Shown, height: number): OverlayRows {
  const { card } = routingTexts(shown.state.language);
  const rows = allRows(screen.card, shown);
  const room = height - 1;
  const seen = rows.slice(screen.scroll, screen.scroll + room);
  const place = seen.findIndex(({ command }) => command === screen.selected);
  const end = Math.min(rows.length, screen.scroll + room);
  const title = fill(card.title, { name: screen.card.customer.name });
  const where = rows.length > room ? [word(`${end}/${rows.length} `, 'muted')] : [];
  return {
    lines: [
      spread([span(toSafe(` ${title}`), 'title')], where, shown.state.columns),
      ...seen.map(({ line }) => line),
    ],
    selected: place < 0 ? undefined : place + 1,
  };
}

/** The last row that can be the first one in sight. */
export function cardDepth({ card }: CardScreen, shown: Shown): number {
  return Math.max(0, allRows(card, shown).length - (shown.state.rows - 3));
}

/** The row of the selected command. */
export function placeOfCommand({ card, selected }: CardScreen, shown: Shown): number {
  return allRows(card, shown).findIndex(({ command }) => command === selected);
}

function allRows(card: CustomerCard, shown: Shown): readonly CardRow[] {
  const { card: w } = routingTexts(shown.state.language);
  const commands = card.commands.flatMap((command, i) => commandRows(command, i, shown));
  const none = textRows(w.noCommands, shown, 'muted');
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [w.environment, card.customer.environment ?? []],
    [
      w.contacts,
      card.contacts.map(({ name, role, phone, email }) => joined([name, role, phone, email])),
    ],
    [w.sites, card.sites.map((site) => siteText(site, shown))],
    [w.assets, card.assets.map(({ name, address, about }) => joined([name, address, about]))],
    [
      w.similar,
      card.similar.map(({ number, subject, solution }) => joined([number, subject, solution])),
    ],
  ];
  return [
    ...factRows(card, shown),
    ...section(w.commands, commands.length > 0 ? commands : none),
    ...lists.flatMap(([title, texts]) => section(title, listed(texts, shown))),
    ...section(w.history, historyRows(card.history, shown)),
  ];
}

function factRows(card: CustomerCard, shown: Shown): readonly CardRow[] {
  const { card: w } = routingTexts(shown.state.language);
  const { customer, open, total } = card;
  const count = fill(open === total ? w.openHere : w.openBelow, { open, total });
  const facts: readonly (readonly [string, string | undefined])[] = [
    [w.parent, card.parent?.name],
    [w.peculiarity, customer.peculiarity],
    [w.about, customer.about],
    [w.level, customer.level],
    [w.engineer, named(card.engineer)],
    [w.teamLead, named(card.teamLead)],
    [w.town, customer.city],
    [w.time, localClock(customer.timeZone, shown)],
    [w.history, count],
  ];
  return facts.flatMap(([title, value]) =>
    value
      ? textRows(`${title}: ${value}`, shown, title === w.peculiarity ? 'warning' : 'plain')
      : [],
  );
}

function named(person: CustomerCard['engineer']): string | undefined {
  return person ? joined([person.name, person.phone]) : undefined;
}

function localClock(timeZone: string | null, { state }: Shown): string {
  if (timeZone === null) return routingTexts(state.language).card.zoneUnknown;
  return `${createTimeText(timeZone, state.language).clock(state.now)} (${timeZone})`;
}

function commandRows(command: CardCommand, index: number, shown: Shown): readonly CardRow[] {
  const { card: w } = routingTexts(shown.state.language);
  const { title, asset, purpose, filled } = command;
  const digit = index < 9 ? `${index + 1}` : ' ';
  const name = joined([title, asset?.name]);
  const head: Line = spread(
    [word(` ${digit} `, 'key'), span(toSafe(name))],
    [word(` ${w.purposes[purpose]} `, 'muted')],
    shown.state.columns,
  );
  const body = filled.ok
    ? textRows(`    ${filled.command}`, shown, 'code')
    : textRows(
        `    ▲ ${fill(w.unfilled, { problem: describeFill(filled.problem, shown.state.language) })}`,
        shown,
        'warning',
      );
  return [{ line: head, command: index }, ...body];
}

function siteText({ customer, depth, open, total }: Site, { state }: Shown): string {
  const { card: w } = routingTexts(state.language);
  const count = fill(open === total ? w.openHere : w.openBelow, { open, total });
  return `${'  '.repeat(depth - 1)}${joined([customer.name, customer.city, count])}`;
}

function historyRows(history: readonly QueueRow[], shown: Shown): readonly CardRow[] {
  const { state, config } = shown;
  const { card: w } = routingTexts(state.language);
  if (history.length === 0) return textRows(w.noHistory, shown, 'muted');
  const time = createTimeText(config.timeZone, state.language);
  return history.map((row) => {
    const status = state.statuses.find(({ code }) => code === row.status);
    const right = joined([
      status?.name[state.language] ?? row.status,
      time.at(row.updatedAt, state.now),
    ]);
    const left: Line = [span(toSafe(`   ${row.number}  ${row.subject}`))];
    return { line: spread(left, [span(toSafe(` ${right} `), 'muted')], state.columns) };
  });
}

function section(title: string, rows: readonly CardRow[]): readonly CardRow[] {
  if (rows.length === 0) return [];
  return [{ line: [] }, { line: [word(` ${title}`, 'title')] }, ...rows];
}

function listed(texts: readonly string[], shown: Shown): readonly CardRow[] {
  return texts.flatMap((text) => textRows(text, shown));
}

function textRows(text: string, { state }: Shown, role: Role = 'plain'): readonly CardRow[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const rows = wrap(toSafe(text.trimStart()), state.columns - 4 - indent.length);
  return rows.map((row) => ({ line: [word(`   ${indent}`), span(row, role)] }));
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part).join(' · ');
}
