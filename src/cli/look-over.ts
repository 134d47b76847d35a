import { openWording } from '../app/wording/open-wording.ts';
import { reviewReply } from '../app/wording/review-reply.ts';
import { refusal } from '../domain/refusal.ts';
import type { NewPromise } from '../domain/text-effects.ts';
import { RefusedError } from './refused.ts';
import type { Session } from './session.ts';
import type { Target } from './ticket-command.ts';

/** A text for the customer, with the promise of its template. */
interface LookedOver {
  readonly text: string;
  readonly promise: NewPromise | null;
}

/**
 * The times that a reply gives, as the review of the screens would keep them. Throws a refusal for
 * a text that must not leave by any key: a secret, a place that nobody has filled.
 */
export async function lookOver(
  session: Session,
  { desk, ticket }: Target,
  { text, promise }: LookedOver,
): Promise<readonly NewPromise[]> {
  const wording = await openWording(desk);
  const { findings, promises } = reviewReply(desk, wording, {
    ticketId: ticket.id,
    text,
    audience: 'customer',
    given: promise,
    situation: null,
    reader: session.language,
  });
  const bars = findings.filter(({ isAbsolute }) => isAbsolute);
  if (bars.length > 0) {
    const what = bars.map(({ message }) => message).join(' ');
    throw new RefusedError(refusal('text-unsendable', [], { what }), ticket.number);
  }
  return promises;
}
