import type { Desk } from '../../app/desk/desk.ts';
import type { CallRoundItem } from '../../app/family/call-round.ts';
import type { FamilyView } from '../../app/family/family-view.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { sayFamily } from '../../i18n/say-family.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Choice } from '../model/overlay-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import { createTimeText, type TimeText } from './time-text.ts';

interface When {
  readonly language: Language;
  readonly time: TimeText;
  readonly now: number;
}

/** How a ticket stands to others, for its card; empty when it stands alone. */
export function familySpans(
  family: FamilyView,
  isMassIncident: boolean,
  { language, time, now }: When,
): Span[] {
  const dueAt = family.parent?.nextUpdateDueAt ?? null;
  const nextNews = dueAt === null ? null : time.at(dueAt, now);
  const parts = sayFamily({ ...family, isMassIncident, nextNews }, familyTexts(language));
  return parts.length === 0 ? [] : [span(toSafe(` ${parts.join(' · ')} ·`), 'warning')];
}

/** Where a merged ticket is read now, and the key that leads there; null for any other. */
export function mergedNotice({ tab, ticket, language }: UiState, width: number): Line | null {
  const target = tab === 'ticket' ? ticket?.view.family.mergedInto : null;
  if (!target) return null;
  const t = familyTexts(language);
  const said = t.readIn(target.number, target.subject);
  return spread([span(toSafe(` ${said}`), 'warning')], [word(` ${t.readInKeys} `, 'key')], width);
}

/** What is offered about a mass incident: fresh tickets of one cause, a known one of this ticket. */
export function massNotice(state: UiState, width: number): Line | null {
  const { massOffer, known, language, tab, ticket } = state;
  const t = familyTexts(language);
  if (tab === 'ticket') {
    if (known === null || known.ticketId !== ticket?.view.ticket.id) return null;
    const said = t.known(known.number, known.subject, known.why);
    return spread(
      [span(toSafe(` ${said}`), 'warning')],
      [word(` ${t.knownKeys} `, 'muted')],
      width,
    );
  }
  if (massOffer === null) return null;
  const said = t.proposed(massOffer.count, massOffer.why, massOffer.minutes);
  const keys = [word(` ${t.proposedKeys} `, 'muted')];
  return spread([span(toSafe(` ${said}`), 'warning')], keys, width);
}

/** Tickets of a family as choices: whose they are and how they stand. */
export function familyLines(
  { people, config }: Pick<Desk, 'people' | 'config'>,
  tickets: readonly Ticket[],
  language: Language,
): readonly Choice[] {
  return tickets.map(({ id, number, subject, status, customerId }) => {
    const customer = customerId === null ? '' : (people.customer(customerId)?.name ?? '');
    const state = config.statuses.find(({ code }) => code === status)?.name[language] ?? status;
    const detail = [customer, state].filter((part) => part !== '').join(' · ');
    return { id, label: `${number}  ${subject}`, detail, disabled: null };
  });
}

/** Whom to call: a head for each person, below it what waits for a word of theirs. */
export function callRoundLines(items: readonly CallRoundItem[], when: When): Line[] {
  return items.flatMap((item, index) => [...(index > 0 ? [[]] : []), ...personLines(item, when)]);
}

function personLines(
  { customer, contact, timeZone, tickets }: CallRoundItem,
  { language, time, now }: When,
): Line[] {
  const t = familyTexts(language);
  const there = t.theirTime(createTimeText(timeZone, language).clock(now));
  const name = customer?.name ?? t.noCustomer;
  // The address goes last: in a narrow window it is cut, and one calls without it.
  const about = [contact?.name, contact?.phone ?? t.noPhone, there, contact?.email];
  const head: Line = [
    span(toSafe(` ${name}`), 'strong'),
    span(toSafe(`  ${about.filter(Boolean).join(' · ')}`)),
  ];
  return [
    head,
    ...tickets.map(({ number, subject, resolvedAt, updatedAt, reminded }): Line => {
      const parts = [
        t.solvedAt(time.at(resolvedAt ?? updatedAt, now)),
        reminded ? t.reminded(reminded.times, time.at(reminded.lastAt, now)) : '',
      ].filter((part) => part !== '');
      return [span(toSafe(`   ${number}  ${subject}  `)), span(toSafe(parts.join(' · ')), 'muted')];
    }),
  ];
}
