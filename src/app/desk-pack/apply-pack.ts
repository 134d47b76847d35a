import { join } from 'node:path';
import type { EntryChange } from '../../content/desk/compare-parts.ts';
import type { DeskProblem } from '../../content/desk/desk-problem.ts';
import type { DeskPack } from '../../content/desk/load-pack.ts';
import { readTexts } from '../../content/desk/pack-files.ts';
import { type DecideDeskContext, decideDesk } from '../../domain/decide-desk.ts';
import { type ApplyDesk, DESK_ENTITY } from '../../domain/desk-version.ts';
import type { Op } from '../../domain/op.ts';
import { isLeading } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { DeskVersionStore } from '../../store/desk/desk-version-store.ts';
import { TicketCodesReader } from '../../store/desk/ticket-codes-reader.ts';
import { ok, type Result } from '../../util/result.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Desk } from '../desk/desk.ts';
import { makeOp, originOf } from '../desk/make-op.ts';
import { ownFolders, shippedFolder } from '../desk/pack-folders.ts';
import { followRules } from '../sla/follow-rules.ts';
import { type CheckedPack, checkPack } from './check-pack.ts';
import { comparePacks } from './compare-packs.ts';
import { makePeople } from './make-people.ts';
import { moveTickets } from './move-tickets.ts';

/** A pack that was looked at before it is put in force. */
export interface PreparedPack {
  readonly problems: readonly DeskProblem[];
  readonly fromDefault: CheckedPack['fromDefault'];
  readonly difference: readonly EntryChange[];
  /** Null when something is wrong. */
  readonly pack: DeskPack | null;
  readonly files: ApplyDesk['files'];
  /** The version it was compared with. */
  readonly baseVersion: number;
}

/** What came of putting a pack in force. */
export interface AppliedPack {
  readonly version: number;
  /** Names of people that were made. */
  readonly people: readonly string[];
  /** Tickets that went to another line, status or kind. */
  readonly ticketsMoved: number;
  /** Open tickets with another deadline than before. */
  readonly deadlinesMoved: number;
}

/** Checks a folder and compares it with what is in force. Writes nothing. */
export function preparePack(desk: Desk, folder: string): PreparedPack {
  const { paths } = desk;
  const beside = [join(paths.overlay, 'desk')];
  const { problems, pack, fromDefault } = checkPack(paths, folder, beside);
  const baseVersion = new DeskVersionStore(desk.store.sql).current()?.version ?? 0;
  if (pack === null) {
    return { problems, fromDefault, pack, difference: [], files: {}, baseVersion };
  }
  const to = [folder, ...beside];
  const difference = comparePacks(ownFolders(paths), to, shippedFolder(paths));
  return { problems, fromDefault, pack, difference, files: readTexts(folder), baseVersion };
}

/** Why a pack would not come in force; null when it would. Writes nothing. */
export function whyNotApply(
  desk: Desk,
  { pack, files, baseVersion }: PreparedPack & { readonly pack: DeskPack },
): Refusal | null {
  const command: ApplyDesk = { type: 'apply-desk', baseVersion, files };
  const current = new DeskVersionStore(desk.store.sql).current();
  const context = contextOf(desk, opOf(desk, command), { pack, changed: [] });
  const decided = decideDesk(command, current, context);
  return decided.ok ? null : decided.problem;
}

/** Puts a pack in force as one operation: all of it, or nothing when a rule refuses. */
export async function applyPack(
  desk: Desk,
  prepared: PreparedPack & { readonly pack: DeskPack },
): Promise<Result<AppliedPack, Refusal>> {
  const { pack, files, baseVersion, difference } = prepared;
  const { sql } = desk.store;
  const op = opOf(desk, { type: 'apply-desk', baseVersion, files });
  const changed = [...new Set(difference.map(({ part }) => part))];
  const applied = sql.transact((): Result<AppliedPack, Refusal> => {
    const context = contextOf(desk, op, { pack, changed });
    const { isFounded } = context;
    const decided = new DeskVersionStore(sql).execute(op, context);
    if (!decided.ok) return decided;
    const { version } = decided.value.fact;
    return ok({
      version,
      people: version === 1 ? makePeople(desk, pack.desk.people, { isFounded }) : [],
      ticketsMoved: moveTickets(desk, op, pack),
      deadlinesMoved: followRules({ ...desk, config: pack.desk }),
    });
  });
  if (applied.ok) await desk.reload();
  return applied;
}

function opOf(desk: Desk, payload: ApplyDesk): Op & { readonly payload: ApplyDesk } {
  const about = {
    space: 'desk',
    entityType: 'desk',
    entityId: DESK_ENTITY,
    isDemo: false,
  } as const;
  return makeOp(originOf(desk), { ...about, payload });
}

function contextOf(
  desk: Desk,
  op: Op & { readonly payload: ApplyDesk },
  { pack, changed }: { readonly pack: DeskPack; readonly changed: readonly string[] },
): DecideDeskContext {
  const known = {
    lines: pack.desk.lines.map(({ code }) => code),
    statuses: pack.desk.statuses.map(({ code }) => code),
    kinds: pack.desk.kinds.map(({ code }) => code),
  };
  const stranded = new TicketCodesReader(desk.store.sql)
    .strandedBy(known)
    .filter(({ part, code }) => !Object.hasOwn(pack.renames[part], code));
  return {
    now: op.occurredAt,
    opId: op.opId,
    device: desk.device,
    actor: desk.me,
    desk: desk.config,
    isFounded: desk.people.persons().some((one) => !one.isDemo && isLeading(one)),
    founderId: new DeskVersionStore(desk.store.sql).list().at(-1)?.byId ?? null,
    hash: hashOf(op.payload.files),
    changed,
    stranded,
  };
}

function hashOf(files: ApplyDesk['files']): string {
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(sorted));
}
