import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyScope } from '../../render/variables.ts';
import type { Desk } from '../desk/desk.ts';

/** How a note says, in the language of its first word, what people can do until an outage is over. */
const WORKAROUND: Readonly<Record<Language, RegExp>> = {
  ru: /^\s*(?:обход(?:ной путь)?|пока можно так)\s*[:—–-]\s*(.+)$/gimu,
  en: /^\s*workaround\s*[:—–-]\s*(.+)$/gimu,
};

/** The mass incident that a ticket belongs to, else the newest open outage it is linked to. */
export function nearestIncident(desk: Desk, ticket: Ticket): Ticket | null {
  const parent = ticket.parentId === undefined ? null : desk.tickets.byId(ticket.parentId);
  if (parent) return parent;
  const linked = ticket.links.flatMap(({ ticketId }) => desk.tickets.byId(ticketId) ?? []);
  const outages = linked.filter(
    ({ kind, status }) =>
      (kind === 'incident' || kind === 'provider-outage') &&
      desk.config.statuses.some(({ code, isOpen }) => code === status && isOpen),
  );
  return outages.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}

/** What a reply may say of an outage: the promised deadline, the last workaround noted in its language. */
export function incidentFacts(
  desk: Desk,
  incident: Ticket | null,
  language: Language,
): ReplyScope['incident'] {
  if (incident === null) return { number: null, since: null, eta: null, workaround: null };
  const eta = openPromises(incident).find(({ kind }) => kind === 'deadline')?.dueAt ?? null;
  const ours = desk.tickets.entries(incident.id).filter(({ author }) => author.type === 'person');
  const noted = ours.flatMap(({ text }) =>
    [...text.matchAll(WORKAROUND[language])].map(([, way]) => way),
  );
  const workaround = noted.at(-1)?.trim().replace(/[.;]$/, '') ?? null;
  return { number: incident.number, since: incident.createdAt, eta, workaround };
}
