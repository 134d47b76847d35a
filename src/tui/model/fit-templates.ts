import { type ListedTemplate, listTemplates } from '../../app/content/list-templates.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import type { ReplyChannel } from '../../domain/template.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Channel } from '../../domain/vocabulary.ts';
import type { Ui } from './ui.ts';
import type { ComposerKind } from './ui-state.ts';

const channelsOf: Partial<Record<Channel, readonly ReplyChannel[]>> = {
  call: ['phone', 'mail'],
  chat: ['chat'],
  messenger: ['chat'],
};

/** The templates for a ticket: those of its channel, the situation it is in first. */
export function fitTemplates(
  ui: Ui,
  library: TemplateLibrary,
  ticket: Ticket | null,
  kind: ComposerKind = 'reply',
): readonly ListedTemplate[] {
  const all = listTemplates(library, { lang: ui.store.get().language });
  const wanted: readonly ReplyChannel[] =
    kind !== 'reply' ? ['note'] : ((ticket && channelsOf[ticket.channel]) ?? ['mail']);
  const fit = all.filter(({ channels }) => channels.some((channel) => wanted.includes(channel)));
  const first = ticket ? situationsOf(ticket) : [];
  const place = ({ situation }: ListedTemplate) => {
    const at = first.indexOf(situation);
    return at < 0 ? first.length : at;
  };
  // The sort keeps the order of a conversation among equals.
  return (fit.length > 0 ? fit : all).toSorted((a, b) => place(a) - place(b));
}

/** What is likely said next: hello before the first word, news to one who waits, then the end. */
function situationsOf({ lastPublicAt, status }: Ticket): readonly string[] {
  if (status === 'resolved' || status === 'closed') return ['closing', 'solved'];
  if (lastPublicAt === null) return ['greeting', 'clarify'];
  return ['hold', 'status-update', 'thanks-for-waiting'];
}
