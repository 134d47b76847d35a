import { listTemplates } from '../../app/content/list-templates.ts';
import { rankTemplates, type WeighedTemplate } from '../../app/content/rank-templates.ts';
import { replyMoment } from '../../app/content/reply-moment.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import { recentTemplates, templateHabits } from '../../app/content/template-uses.ts';
import type { ReplyChannel } from '../../domain/template.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Channel } from '../../domain/vocabulary.ts';
import { favouritePlaces } from './favourite-templates.ts';
import type { Ui } from './ui.ts';
import type { ComposerKind } from './ui-state.ts';

const channelsOf: Partial<Record<Channel, readonly ReplyChannel[]>> = {
  call: ['phone', 'mail'],
  chat: ['chat'],
  messenger: ['chat'],
};

const RECENT = 5;

/** What a template is offered as beside its place by likeliness. */
export interface OfferedTemplate extends WeighedTemplate {
  readonly favourite: number | null;
  readonly isRecent: boolean;
  /** Of the channel that is written in now; a favourite keeps its place even when it is not. */
  readonly isFitting: boolean;
}

/**
 * The templates for a ticket: the person's favourites at their digits, what was used last, then
 * the likeliest of its channel.
 */
export function fitTemplates(
  ui: Ui,
  library: TemplateLibrary,
  ticket: Ticket | null,
  kind: ComposerKind = 'reply',
): readonly OfferedTemplate[] {
  const ranked = rankAll(ui, library, ticket);
  const wanted: readonly ReplyChannel[] =
    kind !== 'reply' ? ['note'] : ((ticket && channelsOf[ticket.channel]) ?? ['mail']);
  const isOf = ({ item }: WeighedTemplate) => item.channels.some((one) => wanted.includes(one));
  const hasFitting = ranked.some(isOf);
  const places = favouritePlaces(ui);
  const recent = recentTemplates(ui.desk(), RECENT);
  const offered = ranked.map((one): OfferedTemplate => {
    const { id } = one.item;
    const favourite = places.get(id) ?? null;
    return {
      ...one,
      favourite,
      isRecent: recent.includes(id),
      isFitting: !hasFitting || isOf(one),
    };
  });
  const fitting = offered.filter((one) => one.isFitting && one.favourite === null);
  const lately = fitting
    .filter((one) => one.isRecent)
    .toSorted((a, b) => recent.indexOf(a.item.id) - recent.indexOf(b.item.id));
  const others = [...lately, ...fitting.filter((one) => !one.isRecent)];
  return atTheirDigits(
    offered.filter((one) => one.favourite !== null),
    others,
  );
}

/** Every template by what the ticket asks for and what is used. */
function rankAll(
  ui: Ui,
  library: TemplateLibrary,
  ticket: Ticket | null,
): readonly WeighedTemplate[] {
  const desk = ui.desk();
  const contact = ticket?.contactId ? desk.people.contact(ticket.contactId) : null;
  const known = { now: desk.clock.now(), language: contact?.language ?? null };
  return rankTemplates(listTemplates(library, { lang: ui.store.get().language }), {
    moment: ticket ? replyMoment(ticket, known) : null,
    uses: templateHabits(desk, ticket),
  });
}

/** A favourite stands at the row of its digit; the rows of free digits go to the others. */
function atTheirDigits(
  favourites: readonly OfferedTemplate[],
  others: readonly OfferedTemplate[],
): readonly OfferedTemplate[] {
  const rest = [...others];
  const rows: OfferedTemplate[] = [];
  const last = Math.max(0, ...favourites.map(({ favourite }) => favourite ?? 0));
  for (let digit = 1; digit <= last; digit += 1) {
    const own = favourites.find(({ favourite }) => favourite === digit) ?? rest.shift();
    if (own) rows.push(own);
  }
  return [...rows, ...rest];
}
