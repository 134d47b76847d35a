import { DESK_SPACE } from '../../domain/space.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { LogRow, SnapshotInfo } from '../../protocol/wire.ts';
import type { WireRecord } from '../../protocol/wire-record.ts';
import type { ImportStep } from '../../sync/sync-store.ts';
import type { Store } from '../open-store.ts';
import type { Sql } from '../sql.ts';
import { TicketWriter } from '../ticket/ticket-writer.ts';
import type { ImportTurn } from './local-sync-store.ts';
import { LogApplier } from './log-applier.ts';
import { tellRecord } from './record-rebase.ts';
import type { Redecide } from './redecide.ts';
import { matchOps } from './snapshot-ops.ts';
import { sweepArticles, sweepPractice, sweepShifts, sweepVanished } from './snapshot-sweep.ts';
import { SnapshotTickets } from './snapshot-tickets.ts';
import { SpaceStore } from './space-store.ts';

const RECORDS = 1000;
const ROWS = 200;
const ROW_CHARS = 4 * 1024 * 1024;
const TICKETS = 500;
const TEXTS = 500;

/** Nothing is to be done here. */
const over: ImportStep = { isUsable: true, isDone: true };

/** What is done one after the other; `after` is how far the present one has come. */
type Stage = 'ops' | 'records' | 'rows' | 'tickets' | 'sweep' | 'index';

interface Progress {
  readonly id: string;
  readonly stage: Stage;
  readonly after: string;
}

/**
 * Takes a verified snapshot into the store of a running desk, chunk by chunk, each in a transaction
 * of its own with how far it has come: a kill costs one chunk, and nobody waits for more than one.
 * What waits for the server stays on top of what the snapshot tells.
 */
export class SnapshotImport {
  readonly #sql: Sql;
  readonly #redecide: Redecide;
  readonly #store: Store;
  readonly #spaces: SpaceStore;
  readonly #applier: LogApplier;
  readonly #tickets: SnapshotTickets;
  readonly #write: TicketWriter;

  constructor(store: Store, redecide: Redecide) {
    this.#sql = store.sql;
    this.#store = store;
    this.#redecide = redecide;
    this.#spaces = new SpaceStore(store.sql);
    this.#applier = new LogApplier(store, redecide);
    this.#tickets = new SnapshotTickets(store, redecide, this.#applier);
    this.#write = new TicketWriter(store);
  }

  step(info: SnapshotInfo, path: string, { now, isMine }: ImportTurn): ImportStep {
    this.#detach();
    this.#sql.run('ATTACH ? AS snap', path);
    try {
      // A power cut may take back chunks, which the server still has; typed things are never written so.
      this.#sql.pragma('main.synchronous = NORMAL');
      return this.#sql.transact(() => (isMine() ? this.#step(info, now) : over));
    } finally {
      this.#sql.pragma('main.synchronous = FULL');
      this.#detach();
    }
  }

  /** An earlier step may have failed before it let go of its file. */
  #detach(): void {
    const text = `SELECT 1 FROM pragma_database_list WHERE name = 'snap'`;
    if (this.#sql.get(text)) this.#sql.exec('DETACH snap');
  }

  #step(info: SnapshotInfo, now: number): ImportStep {
    const progress = this.#progress(info);
    if (progress === null) return over;
    const { stage } = progress;
    const next = this.#work(progress, info, now);
    if (next === null) {
      this.#spaces.move(info);
      this.#sql.run('UPDATE sync_space SET snapshot = NULL WHERE space = ?', info.space);
      return { isUsable: true, isDone: true };
    }
    const text = 'UPDATE sync_space SET snapshot = ? WHERE space = ?';
    this.#sql.run(text, JSON.stringify({ id: info.id, ...next } satisfies Progress), info.space);
    return {
      isUsable: stage === 'tickets' ? this.#hasOpen(next) : isPastTickets(stage),
      isDone: false,
    };
  }

  /** Null for a space that nobody wants any more, or that another process has taken in. */
  #progress({ id, space }: SnapshotInfo): Progress | null {
    const text = 'SELECT snapshot FROM sync_space WHERE space = ? AND seq IS NULL';
    const row = this.#sql.get<{ snapshot: string | null }>(text, space);
    if (!row) return null;
    // Written by `#step` only.
    const known = row.snapshot === null ? null : (JSON.parse(row.snapshot) as Progress);
    return known?.id === id ? known : { id, stage: 'ops', after: '' };
  }

  /** Does one chunk; null when nothing is left. */
  #work(
    { stage, after }: Progress,
    { space }: SnapshotInfo,
    now: number,
  ): Omit<Progress, 'id'> | null {
    switch (stage) {
      case 'ops':
        matchOps(this.#sql, space, now);
        if (space === DESK_SPACE) {
          sweepArticles(this.#sql, this.#redecide, now);
          sweepPractice(this.#sql, this.#redecide, now);
        } else sweepShifts(this.#store, this.#redecide, { space, now });
        return { stage: 'records', after: '/' };
      case 'records':
        return this.#records(after);
      case 'rows':
        return this.#rows(Number(after), space, now);
      case 'tickets': {
        const last = this.#tickets.take(Number(after), TICKETS, { space, now });
        return last === null ? { stage: 'sweep', after: '' } : { stage, after: String(last) };
      }
      case 'sweep':
        sweepVanished(this.#store, this.#redecide, { space, now });
        return { stage: 'index', after: '' };
      case 'index':
        return this.#index(Number(after));
    }
  }

  #records(after: string): Omit<Progress, 'id'> {
    const [type = '', id = ''] = after.split('/');
    const rows = this.#sql.all<{ type: string; id: string; record: string }>(
      'SELECT type, id, record FROM snap.record WHERE (type, id) > (?, ?) ORDER BY type, id LIMIT ?',
      type,
      id,
      RECORDS,
    );
    // The file was verified against the digest that the server gave.
    for (const { record } of rows)
      tellRecord(this.#sql, JSON.parse(record) as WireRecord, new Set());
    const last = rows.at(-1);
    return last
      ? { stage: 'records', after: `${last.type}/${last.id}` }
      : { stage: 'rows', after: '0' };
  }

  #rows(after: number, space: string, now: number): Omit<Progress, 'id'> {
    // At least one, and as many behind it as are read at once without holding anybody up.
    const text = `SELECT seq, row FROM (SELECT seq, row,
         sum(length(row)) OVER (ORDER BY seq) - length(row) AS chars
       FROM (SELECT seq, row FROM snap.log_row WHERE seq > ? ORDER BY seq LIMIT ?))
       WHERE chars < ? ORDER BY seq`;
    const rows = this.#sql.all<{ seq: number; row: string }>(text, after, ROWS, ROW_CHARS);
    const told = rows.map(({ row }) => JSON.parse(row) as LogRow);
    if (told.length > 0) this.#applier.apply(told, space, now);
    const last = rows.at(-1);
    return last ? { stage: 'rows', after: String(last.seq) } : { stage: 'tickets', after: '0' };
  }

  /** Words are found last: tickets can be worked on before they can be searched. */
  #index(after: number): Omit<Progress, 'id'> | null {
    const rows = this.#sql.all<{ seq: number; state: string }>(
      `SELECT seq, state FROM ticket t WHERE seq > ? AND NOT EXISTS
         (SELECT 1 FROM ticket_fts_docsize d WHERE d.id = t.seq) ORDER BY seq LIMIT ?`,
      after,
      TEXTS,
    );
    this.#write.index.together(() => {
      // Written by the store only.
      for (const { seq, state } of rows) this.#write.index.fill(seq, JSON.parse(state) as Ticket);
    });
    const last = rows.at(-1);
    return last ? { stage: 'index', after: String(last.seq) } : null;
  }

  #hasOpen({ stage, after }: Omit<Progress, 'id'>): boolean {
    if (stage !== 'tickets') return true;
    // Open ones come first: the next ticket tells.
    const text = 'SELECT is_open AS isOpen FROM snap.ticket WHERE n > ? ORDER BY n LIMIT 1';
    return this.#sql.get<{ isOpen: number }>(text, Number(after))?.isOpen !== 1;
  }
}

function isPastTickets(stage: Stage): boolean {
  return stage === 'sweep' || stage === 'index';
}
