import type { Desk } from '../app/desk/desk.ts';
import { pickUp, type ShownEntry, type TicketView } from '../app/ticket/show-ticket.ts';
import { openPromises } from '../domain/ticket.ts';
import { describeDelivery } from '../i18n/delivery-text.ts';
import { familyTexts } from '../i18n/family-texts.ts';
import { fill } from '../i18n/fill.ts';
import { sayFamily } from '../i18n/say-family.ts';
import { lowerInitial } from '../util/lower-initial.ts';
import { wrap } from '../util/text-layout.ts';
import { toSafe } from '../util/to-safe.ts';
import type { CliTexts } from './cli-texts.ts';
import { exactDuration, moment, nameOf, shortDuration, timeLeftText } from './format-ticket.ts';
import type { Output } from './output.ts';

interface CardContext {
  readonly desk: Desk;
  readonly texts: CliTexts;
  /** Further lines of the card, above the timeline. */
  readonly more?: readonly string[] | undefined;
}

/** Prints a ticket as a person reads it: card, then the timeline. */
export function printCard(output: Output, view: TicketView, context: CardContext): void {
  const { ticket } = view;
  output.styled(output.paint.strong(`${toSafe(ticket.number)}  ${toSafe(ticket.subject)}`));
  for (const line of [...cardLines(view, context), ...(context.more ?? [])]) output.row(line);
  for (const entry of view.entries) {
    output.line('');
    printEntry(output, entry, context);
  }
}

function cardLines(view: TicketView, { desk, texts }: CardContext): string[] {
  const { ticket, customer, contact } = view;
  const { config } = desk;
  const { card, words } = texts;
  const now = desk.clock.now();
  const state = [
    lowerInitial(nameOf(config.statuses, ticket.status, desk)),
    lowerInitial(nameOf(config.kinds, ticket.kind, desk)),
    nameOf(config.priorities, ticket.priority, desk),
    lowerInitial(nameOf(config.lines, ticket.line, desk)),
    `${card.assignee}: ${view.assignee?.name ?? words.nobody}`,
    view.timeLeft ? fill(card.left, { time: timeLeftText(view.timeLeft, texts) }) : '',
    ticket.returns > 0 ? `${card.returns}: ${ticket.returns}` : '',
    ticket.scheduledUntil === null ? '' : `${card.until} ${moment(ticket.scheduledUntil, desk)}`,
  ];
  const who = [customer?.name, contact?.name, contact?.email, contact?.phone];
  const promises = openPromises(ticket).map(
    (p) => `◷ ${card.promised} ${moment(p.dueAt, desk)} (${texts.promiseKinds[p.kind]})`,
  );
  const { nextUpdateDueAt } = view;
  const nextUpdate =
    nextUpdateDueAt === null ? '' : `${card.nextUpdate} ${moment(nextUpdateDueAt, desk)}`;
  const links = ticket.links.map(({ ticketId }) => desk.tickets.byId(ticketId)?.number ?? ticketId);
  const { waitedMs, hands } = pickUp(view, now);
  const waited =
    waitedMs === null ? '' : fill(card.waited, { time: shortDuration(waitedMs, texts), hands });
  return [
    joined(state),
    joined([...who, peculiarity(view)]),
    familyLine(view, desk),
    waited,
    ...promises,
    nextUpdate,
    ticket.timeSpentMs ? `${card.timeSpent}: ${exactDuration(ticket.timeSpentMs, texts)}` : '',
    ticket.tags.length > 0 ? `${card.tags}: ${ticket.tags.join(', ')}` : '',
    links.length > 0 ? `${card.links}: ${links.join(', ')}` : '',
    ...view.drafts.map((draft) => `✎ ${card.draft}: ${texts.draftKinds[draft.kind]}`),
  ].filter((line) => line !== '');
}

function familyLine({ ticket, family }: TicketView, desk: Desk): string {
  const dueAt = family.parent?.nextUpdateDueAt ?? null;
  const nextNews = dueAt === null ? null : moment(dueAt, desk);
  const isMassIncident = ticket.isMassIncident === true;
  const told = { ...family, isMassIncident, nextNews };
  return joined(sayFamily(told, familyTexts(desk.language)));
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function peculiarity(view: TicketView): string {
  return view.customer?.peculiarity ?? '';
}

function printEntry(output: Output, entry: ShownEntry, { desk, texts }: CardContext): void {
  const { card } = texts;
  const isPublic = entry.visibility === 'public';
  const who = entry.authorName || (entry.author.type === 'contact' ? card.customer : card.system);
  const kind = kindOf(entry, card);
  const direction = isPublic && entry.author.type === 'person' ? '→ ' : '';
  const delivery = entry.delivery ? ` · ${describeDelivery(entry.delivery, desk.language)}` : '';
  const head = `${moment(entry.at, desk)} ${direction}${who} · ${kind}${delivery}`;
  output.styled(output.paint.dim(toSafe(head)));
  // Told apart without colour too: a solid bar is seen by the customer, a dotted one is not.
  const bar = output.isPlain ? '' : isPublic ? '│ ' : '┆ ';
  const width = Number.isFinite(output.columns) ? output.columns - bar.length : 100_000;
  const limit = output.isTerminal ? {} : { maxLine: Infinity };
  const text = toSafe(entry.text, { multiline: true, ...limit });
  for (const line of wrap(text, width)) output.styled(`${bar}${line}`);
  for (const file of entry.attachments) {
    output.row(`${bar}${card.file}: ${file.name} (${file.mime}, ${file.size})`);
  }
}

function kindOf(entry: ShownEntry, card: CliTexts['card']): string {
  if (entry.kind === 'call') return card.call;
  if (entry.visibility === 'internal') return card.internal;
  return entry.author.type === 'person' ? card.public : card.fromCustomer;
}
