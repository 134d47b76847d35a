import type { Desk } from '../app/desk/desk.ts';
import type { FoundIncident } from '../app/family/known-incidents.ts';
import { familyTexts } from '../i18n/family-texts.ts';
import { sayGround } from '../i18n/say-ground.ts';
import type { Session } from './session.ts';

/** Known incidents of a fresh ticket, for scripts; no key where there are none. */
export function knownJson(session: Session, desk: Desk, known: readonly FoundIncident[]) {
  if (known.length === 0) return {};
  const knownIncidents = known.map(({ ticket: { id, number, subject }, grounds, size }) => {
    return { id, number, subject, size, grounds, why: whyKnown(session, desk, grounds) };
  });
  return { knownIncidents };
}

/** Says which known incidents a fresh ticket may be part of. */
export function tellKnown(session: Session, desk: Desk, known: readonly FoundIncident[]): void {
  const t = familyTexts(session.language);
  for (const { ticket, grounds } of known) {
    const why = whyKnown(session, desk, grounds);
    session.output.talk(t.known(ticket.number, ticket.subject, why));
  }
}

function whyKnown(session: Session, desk: Desk, grounds: FoundIncident['grounds']): string {
  const nameOf = (id: string) => desk.people.customer(id)?.name ?? '';
  return grounds.map((ground) => sayGround(ground, nameOf, session.language)).join(', ');
}
