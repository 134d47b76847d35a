import type { Desk } from '../app/desk/desk.ts';
import { type Clarification, openQuestions, type VendorCase } from '../domain/handover/handover.ts';
import type { Ticket } from '../domain/ticket.ts';
import { fill } from '../i18n/fill.ts';
import { type HandoverTexts, loadHandoverTexts } from '../i18n/handover-texts.ts';
import { moment, nameOf } from './format-ticket.ts';

/** On whom a ticket waits, as lines of its card; nothing for a ticket that was never handed on. */
export async function handoverLines(desk: Desk, ticket: Ticket): Promise<string[]> {
  const texts = await loadHandoverTexts(desk.language);
  const personName: NameOf = (id) => desk.people.person(id)?.name ?? texts.somebody;
  const { careOfId, brief, vendorCase } = ticket;
  const care = careOfId === undefined ? [] : [fill(texts.card.care, { who: personName(careOfId) })];
  const owed =
    brief?.state === 'owed' ? [fill(texts.card.brief, { who: personName(brief.owedById) })] : [];
  return [
    ...waitingLine(desk, ticket, texts),
    ...care,
    ...owed,
    ...openQuestions(ticket).map((one) => questionLine(desk, one, texts)),
    ...(vendorCase ? [vendorLine(desk, vendorCase, texts, personName)] : []),
  ];
}

type NameOf = (personId: string | null) => string;

function questionLine(desk: Desk, asked: Clarification, texts: HandoverTexts): string {
  return fill(texts.card.question, {
    line: nameOf(desk.config.lines, asked.throughLine, desk),
    time: moment(asked.dueAt, desk),
    question: asked.question,
  });
}

function vendorLine(
  desk: Desk,
  { vendor, ref, dueAt, watcherId }: VendorCase,
  texts: HandoverTexts,
  personName: NameOf,
): string {
  const parts = [
    fill(texts.card.vendor, { vendor, ref: ref || '—' }),
    ...(dueAt === null ? [] : [fill(texts.due, { time: moment(dueAt, desk) })]),
    fill(texts.card.watches, { who: personName(watcherId) }),
  ];
  return parts.join(' · ');
}

function waitingLine(desk: Desk, { handover }: Ticket, texts: HandoverTexts): string[] {
  if (handover?.state !== 'waiting') return [];
  const said = { to: receiverName(desk, handover, texts), time: moment(handover.at, desk) };
  return [fill(texts.card.waiting, { ...said, need: handover.form.need || handover.form.seen })];
}

/** Who is to accept a handover: a line, or somebody who decides with the name when it is known. */
export function receiverName(
  desk: Desk,
  { kind, toLine, toId }: NonNullable<Ticket['handover']>,
  texts: HandoverTexts,
): string {
  if (kind === 'line' || kind === 'vendor') return nameOf(desk.config.lines, toLine, desk);
  const person = desk.people.person(toId)?.name;
  return person ? `${texts.kinds[kind]} (${person})` : texts.kinds[kind];
}
