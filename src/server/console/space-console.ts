import type { Person } from '../../domain/person.ts';
import { DESK_SPACE } from '../../domain/space.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { UserError } from '../../util/user-error.ts';
import { findTicket } from '../api/find-ticket.ts';
import { moveTicket } from '../core/console/move-ticket.ts';
import { admit, expel, makeSpace } from '../core/console/spaces.ts';
import type { ConsoleParts } from '../core/console/write-rows.ts';
import type { By } from '../identity/identity.ts';
import { needPerson } from './find-person.ts';

/** A group with its people; null where everybody is in it. */
export interface ConsoleSpace {
  readonly code: string;
  readonly title: string;
  readonly head: number;
  readonly people: readonly Person[] | null;
}

/** Who sees which tickets, as whoever sits at the server arranges it. Throws UserErrors. */
export class SpaceConsole {
  readonly #parts: ConsoleParts;
  readonly #by: By;

  constructor(parts: ConsoleParts, by: By) {
    this.#parts = parts;
    this.#by = by;
  }

  async list(): Promise<readonly ConsoleSpace[]> {
    const { store } = this.#parts;
    const { desk } = store;
    const [spaces, people] = [await desk.spaces(), await desk.persons()];
    const heads = await store.heads(spaces.map(({ code }) => code));
    const seen = new Map<string, Person[]>();
    for (const person of people) {
      for (const code of await desk.spacesOf(person.id)) {
        seen.set(code, [...(seen.get(code) ?? []), person]);
      }
    }
    return spaces.map(({ code, title }) => ({
      ...{ code, title, head: heads.find((one) => one.code === code)?.head ?? 0 },
      people: code === DESK_SPACE ? null : (seen.get(code) ?? []),
    }));
  }

  async make(code: string, title: string): Promise<void> {
    const made = await makeSpace(this.#parts, this.#by, { code, title });
    if (made === 'bad-code') throw new UserError('space-code-wrong', { space: code });
    if (made === 'known-already') throw new UserError('space-exists', { space: code });
  }

  /** Lets a person see a group. */
  async admit(name: string, space: string): Promise<Person> {
    const person = needPerson(await this.#parts.store.desk.persons(), name);
    const change = await admit(this.#parts, this.#by, { personId: person.id, space });
    if (change === 'no-such-space') throw await this.#unknown(space);
    return person;
  }

  /** Its tickets leave the devices of the person with the next exchange. */
  async expel(name: string, space: string): Promise<Person> {
    const person = needPerson(await this.#parts.store.desk.persons(), name);
    const change = await expel(this.#parts, this.#by, { personId: person.id, space });
    if (change === 'no-such-space') throw await this.#unknown(space);
    return person;
  }

  /** Puts a ticket into another group with all its history. */
  async move(
    reference: string,
    to: string,
  ): Promise<{ readonly id: string; readonly number: string }> {
    const { store } = this.#parts;
    const found = await findTicket(store, reference);
    const ticketId = found?.id ?? reference;
    const moved = await moveTicket(this.#parts, this.#by, { ticketId, to });
    if (!found || moved === 'no-such-ticket') throw new UserError('no-such-ticket', { reference });
    if (moved === 'no-such-space') throw await this.#unknown(to);
    // Written by this server only.
    const { number } = JSON.parse(found.state ?? '{}') as Ticket;
    return { id: ticketId, number };
  }

  async #unknown(space: string): Promise<UserError> {
    if (space === DESK_SPACE) return new UserError('space-for-everybody');
    const known = (await this.#parts.store.desk.spaces()).map(({ code }) => code);
    const others = known.filter((code) => code !== DESK_SPACE);
    return new UserError('space-unknown', { space, known: others.join(', ') });
  }
}
