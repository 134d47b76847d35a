import type { TicketCommand } from '../../../src/domain/command.ts';
import { OP_VERSION } from '../../../src/domain/op.ts';
import { MAIN_SPACE } from '../../../src/domain/space.ts';
import type { PushRequest, WireOp } from '../../../src/protocol/wire.ts';
import { uuidv7 } from '../../../src/util/id.ts';

/** Of so many operations one opens a ticket; the others work on the last ones. */
const PER_TICKET = 10;

/** What an engineer does to a ticket, the `n`th time. Texts are about 160 characters long. */
const works: readonly ((n: number) => TicketCommand)[] = [
  (n) => ({ type: 'note', text: `Проверка ${n}. ${said}` }),
  (n) => ({ type: 'tag', add: [`bench-${n}`], remove: [] }),
  (n) => ({ type: 'set-fields', fields: { subject: `Не печатает принтер, правка ${n}` } }),
];
const said =
  'Перезапустили службу печати на сервере, очередь пошла; попросили бухгалтерию напечатать ещё раз и сообщить, если документ опять застрянет.';

/** The operations of one client, as a workstation would push them. */
export class OpStream {
  readonly #personId: string;
  readonly #clientId = uuidv7();
  #cseq = 0;
  #tickets: string[] = [];

  constructor(personId: string) {
    this.#personId = personId;
  }

  /** The next request of so many operations. */
  request(count: number): PushRequest {
    return this.#requestOf(Array.from({ length: count }, () => this.#next()));
  }

  /** The next request with these commands, each on its ticket. */
  requestOf(commands: readonly (readonly [string, TicketCommand])[]): PushRequest {
    const ops = commands.map(([ticketId, command]) => {
      this.#cseq += 1;
      return this.#op(ticketId, command);
    });
    return this.#requestOf(ops);
  }

  #requestOf(ops: readonly WireOp[]): PushRequest {
    const about = { clientId: this.#clientId, epoch: null, schema: OP_VERSION };
    return { ...about, sentAt: Date.now(), ops };
  }

  #next(): WireOp {
    const n = this.#cseq;
    this.#cseq += 1;
    if (n % PER_TICKET === 0) {
      const id = uuidv7();
      this.#tickets = [id, ...this.#tickets].slice(0, PER_TICKET);
      return this.#op(id, opening(n));
    }
    const command = works[n % works.length]?.(n) ?? opening(n);
    return this.#op(this.#tickets[n % this.#tickets.length] ?? '', command);
  }

  #op(entityId: string, payload: TicketCommand): WireOp {
    const about = { v: OP_VERSION, space: MAIN_SPACE, entityType: 'ticket', baseRev: 0 } as const;
    const [opId, occurredAt] = [uuidv7(), Date.now()];
    return {
      ...about,
      opId,
      entityId,
      payload,
      occurredAt,
      cseq: this.#cseq,
      byId: this.#personId,
    };
  }
}

/** A call that becomes a ticket. */
export function opening(n: number): TicketCommand {
  const about = { kind: 'incident', priority: 'P3', line: '2', channel: 'mail' } as const;
  return {
    ...{ type: 'register', ...about, subject: `Не печатает принтер на складе, документ ${n}` },
    ...{ audience: 'customer', customerId: null, contactId: null, tags: ['печать'] },
    first: {
      ...{ contactId: null, contactName: 'Жанна', messageId: null, attachments: [] },
      text: `Документ ${n} стоит в очереди и не печатается. ${said}`,
      isAutomatic: false,
    },
  };
}
