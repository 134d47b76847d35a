import type { StoredLetter } from '../../store/letter/letter-store.ts';
import { isJoined } from '../../store/sync/membership-store.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { originOf } from '../desk/make-op.ts';
import { recordOp } from '../desk/record-op.ts';
import type { IncomingLetter } from './import-letter.ts';
import { importTexts } from './import-notices.ts';

/** A letter on its way to its ticket. `at` is the time it counts by, epoch ms. */
export interface LetterPlace {
  readonly desk: Desk;
  readonly incoming: IncomingLetter;
  readonly at: number;
}

/** Keeps the raw letter; the key makes its copies known from now on. */
export function keepLetter(
  { desk, incoming, at }: LetterPlace,
  kind: StoredLetter['kind'],
  ticketId: string | null,
): void {
  const { letter, source, raw } = incoming;
  const { dedupKey, messageId } = letter;
  desk.letters.add({ dedupKey, messageId, ticketId, source, kind, receivedAt: at, raw });
}

/** Writes what the engineer should know on a ticket, inside, by nobody. */
export function writeNotice(place: LetterPlace, ticketId: string, text: string): void {
  const { desk, at } = place;
  const since = desk.tickets.byId(ticketId)?.updatedAt ?? at;
  execute(
    desk,
    ticketId,
    {
      type: 'receive',
      at,
      text,
      contactId: null,
      contactName: '',
      messageId: null,
      attachments: [],
      isAutomatic: true,
      isNotice: true,
    },
    { at: Math.max(at, since), byId: mailConnectorId(desk) },
  );
}

const connectorLogin = 'smena-mail';

/**
 * Who registers letters: a connector, not the engineer that runs the import, so that the history
 * tells the truth and "undo my last command" does not take a customer's letter away. A server
 * takes nothing in another name than one's own.
 */
export function mailConnectorId(desk: Desk): string {
  if (isJoined(desk.store.sql)) return desk.me.id;
  const known = desk.people.findPerson(connectorLogin);
  if (known) return known.id;
  const person = {
    id: desk.makeId(),
    login: connectorLogin,
    name: importTexts(desk).connector,
    role: 'connector',
    line: desk.me.line,
    gender: null,
    isDemo: false,
  } as const;
  const op = recordOp({ type: 'save-person', person }, originOf(desk));
  desk.people.savePerson(person, op);
  return person.id;
}
