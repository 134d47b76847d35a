import type { ImportTicket, RegisterTicket } from '../../../domain/command.ts';
import type { TicketAlias, WireOp } from '../../../protocol/wire.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { NumberPool } from '../state/number-pool.ts';
import type { AskedOp } from './outcome.ts';
import { aliasOf, ownCount } from './own-number.ts';

type Opening = RegisterTicket | ImportTicket;

const LONGEST = 64;

/** Numbers that have to be looked up before an opening of a ticket is decided. */
export function namesToLookUp(
  { payload, number, names = [] }: Pick<WireOp, 'payload' | 'number' | 'names'>,
  device: string,
): readonly string[] {
  const own = 'number' in payload ? payload.number : undefined;
  const given = [own, number, ...names].filter((name) => name !== undefined).filter(isFit);
  return given.flatMap((name) => [name, aliasOf(name, device)]);
}

/** How the tickets that an operation opens are numbered. */
export class Numbering {
  readonly #asked: AskedOp;
  readonly #state: BatchState;
  readonly #pool: NumberPool;

  constructor(asked: AskedOp, state: BatchState, pool: NumberPool) {
    this.#asked = asked;
    this.#state = state;
    this.#pool = pool;
  }

  /** A command without the number that another ticket has already. */
  freed<Command extends Opening>(command: Command): Command {
    const { number, ...others } = command;
    if (number === undefined || (isFit(number) && this.#state.holder(number) === null)) {
      return command;
    }
    // Only an optional part is left out.
    return others as Command;
  }

  /**
   * The number of a new ticket: the one that a customer may have been told already, by a store that
   * worked alone or before this server was put back; else the next one.
   */
  next(): string {
    const wish = this.#asked.op.number ?? '';
    const mayKeep = ownCount(wish) !== null && this.#state.holder(wish) === null;
    return mayKeep ? wish : this.#pool.next();
  }

  /** The names a new ticket is found by: its number and what its devices called it. */
  names(ticketId: string, number: string, given: string | undefined): readonly TicketAlias[] {
    const { op, device } = this.#asked;
    const aliases = [op.number, given, ...(op.names ?? [])]
      .filter(isFit)
      .filter((name) => name !== number)
      .map((name) => aliasOf(name, device))
      .filter((alias) => this.#state.holder(alias) === null);
    return [...new Set([number, ...aliases])].map((alias) => ({ alias, ticketId }));
  }
}

function isFit(name: string | undefined): name is string {
  return (
    name !== undefined && name.length <= LONGEST && /^[\p{L}\p{N}][\p{L}\p{N}._/#-]*$/u.test(name)
  );
}
