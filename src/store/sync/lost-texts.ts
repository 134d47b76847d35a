import type { PracticeCommand } from '../../domain/practice/practice-command.ts';
import type { PracticeFact } from '../../domain/practice/practice-fact.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type { ShiftFact } from '../../domain/shift/shift-fact.ts';
import type { Sql } from '../sql.ts';
import { MembershipStore } from './membership-store.ts';
import { putInTray } from './tray-writer.ts';

interface LostEntry {
  readonly opId: string;
  readonly text: string;
}

interface LostVersion extends LostEntry {
  readonly entityId: string;
  readonly hash: string;
}

const REASON = { kind: 'lost-at-server', code: 'lost-at-server' } as const;

/**
 * Puts into the tray what I wrote on a ticket by another device and the server does not have any
 * more: it was put back to an earlier state, and perhaps that device never comes back. What this
 * device wrote is pushed again. Call it with the snapshot attached, before the ticket changes.
 */
export function keepLostEntries(sql: Sql, ticketId: string, now: number): void {
  const me = myId(sql);
  const lost = sql.all<LostEntry>(
    `SELECT e.op_id AS opId, group_concat(e.text, char(10)) AS text
     FROM ticket t JOIN entry e ON e.ticket_seq = t.seq
     WHERE t.id = ? AND e.author_type = 'person' AND e.author_id = ? AND trim(e.text) <> ''
       AND e.op_id NOT IN (SELECT op_id FROM snap.op)
       AND e.op_id NOT IN (SELECT op_id FROM outbox) GROUP BY e.op_id`,
    ticketId,
    me,
  );
  for (const { opId, text } of lost) {
    const payload = { type: 'note', text } as const;
    putInTray(sql, { opId, entityType: 'ticket', entityId: ticketId, payload }, REASON, now);
  }
}

/** The same for texts of articles. Call it before their versions go. */
export function keepLostVersions(sql: Sql, now: number): void {
  const lost = sql.all<LostVersion>(
    `SELECT e.op_id AS opId, e.entity_id AS entityId, v.text, v.hash
     FROM article_version v CROSS JOIN event e
       ON e.entity_id = 'article/' || v.article_id || '.' || v.lang AND v.hash = e.fact ->> 'hash'
     WHERE e.type = 'version-saved' AND e.by_id = ? AND e.server_seq IS NOT NULL
       AND e.op_id NOT IN (SELECT op_id FROM snap.op)
       AND e.op_id NOT IN (SELECT op_id FROM outbox) GROUP BY e.op_id`,
    myId(sql),
  );
  const alone = { about: null, baseVersion: null, baseHash: null, note: '', ticketId: null };
  for (const { opId, entityId, text, hash } of lost) {
    const payload = { type: 'save-draft', text, hash, ...alone } as const;
    putInTray(sql, { opId, entityType: 'article', entityId, payload }, REASON, now);
  }
}

interface LostFact {
  readonly opId: string;
  readonly entityId: string;
  readonly fact: string;
  readonly shift: string;
}

/** The same for what I wrote in shifts whose ids begin so. Call it before their events go. */
export function keepLostShiftTexts(sql: Sql, head: string, now: number): void {
  const lost = sql.all<LostFact>(
    `SELECT e.op_id AS opId, entity_id AS entityId, fact, s.state AS shift
     FROM event e JOIN shift s ON s.id = e.entity_id
     WHERE entity_id >= ? AND entity_id < ? AND by_id = ? AND server_seq IS NOT NULL
       AND type IN ('item-logged', 'section-written')
       AND op_id NOT IN (SELECT op_id FROM snap.op)
       AND op_id NOT IN (SELECT op_id FROM outbox)`,
    ...[head, `${head}~`, myId(sql)],
  );
  for (const { opId, entityId, fact, shift } of lost) {
    // Written by `ShiftStore` only.
    const payload = commandOf(JSON.parse(fact) as ShiftFact, JSON.parse(shift) as Shift);
    if (payload) putInTray(sql, { opId, entityType: 'shift', entityId, payload }, REASON, now);
  }
}

/** The command that a text in a shift came with. */
function commandOf(fact: ShiftFact, shift: Shift): ShiftCommand | null {
  if (fact.type === 'section-written') {
    const { section, text, from } = fact;
    return { type: 'write-section', section, text, base: from, baseRev: 0 };
  }
  if (fact.type !== 'item-logged') return null;
  const { name, kind, startsAt, endsAt, line } = shift;
  const { byId: _, at: __, settled: ___, ...item } = fact.item;
  return { type: 'log-item', plan: { name, kind, startsAt, endsAt, line }, item };
}

/** The same for what I said of runs, my own and others'. Call it before their events go. */
export function keepLostPracticeTexts(sql: Sql, now: number): void {
  const lost = sql.all<LostEntry & { readonly entityId: string }>(
    `SELECT op_id AS opId, entity_id AS entityId, fact AS text FROM event
     WHERE entity_id LIKE 'practice/%' AND by_id = ? AND server_seq IS NOT NULL
       AND type IN ('mark-disputed', 'mark-overridden', 'run-commented', 'run-judged')
       AND op_id NOT IN (SELECT op_id FROM snap.op)
       AND op_id NOT IN (SELECT op_id FROM outbox)`,
    myId(sql),
  );
  for (const { opId, entityId, text } of lost) {
    // Written by `PracticeRecordStore` only.
    const payload = saidOfRun(JSON.parse(text) as PracticeFact);
    if (payload) putInTray(sql, { opId, entityType: 'practice', entityId, payload }, REASON, now);
  }
}

/** The command that a word about a run came with. */
function saidOfRun(fact: PracticeFact): PracticeCommand | null {
  switch (fact.type) {
    case 'mark-disputed': {
      const { runId, markId, text } = fact.dispute;
      return { type: 'dispute-mark', runId, markId, text };
    }
    case 'mark-overridden': {
      const { runId, markId, isFound, reason } = fact.override;
      return { type: 'override-mark', runId, markId, isFound, reason };
    }
    case 'run-commented': {
      const { id: commentId, ...said } = fact.comment;
      return { ...said, type: 'comment-run', commentId };
    }
    case 'run-judged':
      return { ...fact, type: 'judge-run' };
    default:
      return null;
  }
}

function myId(sql: Sql): string {
  return new MembershipStore(sql).read()?.personId ?? '';
}
