import { EMPTY_CHAIN, nextChain } from '../../protocol/chain.ts';
import { sha256 } from '../../util/sha256.ts';
import { brokenLink, NO_AUDIT } from './audit-chain.ts';
import type { DeskStore } from './desk-store.ts';
import type { LogRecord, StoreView } from './server-store.ts';
import { wrongStates } from './wrong-states.ts';

/** The body of a row that was erased by law. */
export const ERASED_BODY = '{"kind":"erased"}';

const AUDIT_PAGE = 500;

/**
 * Goes through everything a server keeps and computes again what can be computed: chains, hashes of
 * bodies, dense numbers, states that follow from rows. Says what is wrong.
 */
export async function verifyView(
  view: StoreView,
  spaces: readonly string[],
): Promise<readonly string[]> {
  const problems = [...(await verifyLogs(view, spaces))];
  for (const space of spaces) problems.push(...(await wrongStates(view, space)));
  return problems;
}

/** Goes through the logs alone, which everything else can be made from again. */
export async function verifyLogs(
  view: StoreView,
  spaces: readonly string[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const head of await view.heads(spaces)) {
    const log = new LogCheck(head.code);
    for await (const chunk of view.eachRow(head.code, head.head)) {
      for (const row of chunk) log.take(row);
    }
    problems.push(...log.finish(head));
  }
  return problems;
}

/** Follows the audit chain from its first link. */
export async function verifyAudit(desk: DeskStore): Promise<readonly string[]> {
  let last = NO_AUDIT;
  for (;;) {
    const page = await desk.auditSince(last.n, AUDIT_PAGE);
    const broken = brokenLink(last, page);
    if (broken !== null) return [`audit: link ${broken} does not follow from the one before`];
    const end = page.at(-1);
    if (!end) return [];
    last = end;
  }
}

/** One log from its beginning: the first hole, foreign body or broken chain is told, once each. */
class LogCheck {
  readonly #space: string;
  readonly #problems = new Map<string, string>();
  #seq = 0;
  #chain = EMPTY_CHAIN;

  constructor(space: string) {
    this.#space = space;
  }

  take(row: LogRecord): void {
    if (row.seq !== this.#seq + 1) this.#tell('hole', `${this.#seq} is followed by ${row.seq}`);
    if (row.body !== ERASED_BODY && sha256(row.body) !== row.hash) {
      this.#tell('body', `the body of ${row.seq} is not what was written`);
    }
    const chain = nextChain(this.#chain, row);
    if (row.chain !== chain) this.#tell('chain', `the chain breaks at ${row.seq}`);
    this.#seq = row.seq;
    this.#chain = row.chain;
  }

  finish(head: { readonly head: number; readonly chain: string }): readonly string[] {
    if (head.head !== this.#seq) this.#tell('end', `ends at ${this.#seq}, not at ${head.head}`);
    else if (head.chain !== this.#chain) this.#tell('end', 'the chain at the end is another one');
    return [...this.#problems.values()];
  }

  #tell(kind: string, problem: string): void {
    if (!this.#problems.has(kind)) this.#problems.set(kind, `${this.#space}: ${problem}`);
  }
}
