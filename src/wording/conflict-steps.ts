import type { ChecklistData } from '../content/load-checklists.ts';
import { isShouted } from '../domain/shouting.ts';
import type { Entry, Ticket } from '../domain/ticket.ts';
import type { WrittenText } from './closing-list.ts';
import type { MessageText } from './message-text.ts';
import { compileSaid, isSaidIn, readOnce, type Said } from './said.ts';

/** The tag of a ticket whose customer is angry without capitals. */
const ANGRY_TAG = 'angry';

/** What calms an angry customer, in this order. */
const conflictStepIds = ['talk', 'calm', 'register', 'fix', 'solution'] as const;
export type ConflictStepId = (typeof conflictStepIds)[number];

/** What is still to be done of a step; most steps are one thing. */
export type ConflictNeed = ConflictStepId | 'feeling' | 'time' | 'update';

/** A step, and what it still needs; null when it is taken. */
export interface ConflictStep {
  readonly id: ConflictStepId;
  readonly need: ConflictNeed | null;
}

/** What is never written to somebody who is angry. */
const conflictBans = ['emotion', 'panic', 'arguing', 'jargon'] as const;
export type ConflictBan = (typeof conflictBans)[number];

/** The five steps, and which bans the text being written breaks. */
export interface ConflictList {
  readonly steps: readonly ConflictStep[];
  readonly broken: readonly ConflictBan[];
}

/** What the list is made of. */
export interface ConflictWork {
  readonly ticket: Ticket;
  readonly entries: readonly Entry[];
  /** Null while nothing is being written, or only for colleagues. */
  readonly written: WrittenText | null;
  /** Epoch ms. */
  readonly now: number;
  /** It lies with a line that mends and does not talk to customers. */
  readonly isWithFixers: boolean;
  /** How long a customer is left without a word during a long fix. */
  readonly updateEveryMs: number;
  /** Whether a text gives the customer a time. */
  readonly givesTime: (text: string) => boolean;
}

/** The expressions of the conflict list. */
export interface ConflictPatterns {
  readonly talk: Said;
  readonly feeling: Said;
  readonly fixing: Said;
  readonly solved: Said;
  readonly bans: readonly (readonly [ConflictBan, Said])[];
}

/** Makes the expressions of the conflict list. */
export function compileConflict({ conflict, closing }: ChecklistData): ConflictPatterns {
  const { talk, feeling, fixing, bans } = conflict;
  return {
    talk: compileSaid(talk),
    feeling: compileSaid(feeling),
    fixing: compileSaid(fixing),
    solved: compileSaid(closing.solved),
    bans: [
      ['emotion', compileSaid(bans.emotion)],
      ['panic', compileSaid(bans.panic)],
      ['arguing', compileSaid(bans.arguing)],
    ],
  };
}

/** The list beside a ticket whose customer is angry; null beside any other. */
export function conflictList(work: ConflictWork, patterns: ConflictPatterns): ConflictList | null {
  const since = angrySince(work);
  if (since === null || work.ticket.status === 'closed') return null;
  const ours = work.entries.filter(({ at, author }) => at >= since && author.type === 'person');
  const told = ours.filter(({ visibility }) => visibility === 'public').map(({ text }) => text);
  const written = work.written?.text ?? '';
  const said = [...told, written].map(readOnce);
  const isTold = isToldSolution(work, patterns, said);
  const isCalled = ours.some(({ kind }) => kind === 'call');
  const needs: readonly (ConflictNeed | null)[] = [
    isCalled || isSaidIn(patterns.talk, said) ? null : 'talk',
    calmNeed(work, patterns, { since, said, isTold }),
    work.ticket.assigneeId === null ? 'register' : null,
    fixNeed(work, patterns, said),
    isTold ? null : 'solution',
  ];
  const steps = conflictStepIds.map((id, i) => ({ id, need: needs[i] ?? null }));
  const broken = patterns.bans.filter(([, ban]) => isSaidIn(ban, [readOnce(written)]));
  return { steps, broken: broken.map(([id]) => id) };
}

/** From when on the customer is angry: the first shouted message, or the mark of the ticket. */
function angrySince({ ticket, entries }: ConflictWork): number | null {
  const heard = entries.filter(({ author, visibility }) => {
    return author.type === 'contact' && visibility === 'public';
  });
  const isMarked = ticket.tags.includes(ANGRY_TAG);
  const isLoud = isShouted(readOnce(heard.at(-1)?.text ?? '').prose.cased);
  if (!isMarked && !isLoud) return null;
  const first = heard.find(({ text }) => isShouted(readOnce(text).prose.cased));
  return first?.at ?? ticket.createdAt;
}

interface Told {
  readonly since: number;
  readonly said: readonly MessageText[];
  /** The solution is told: there is nothing more to wait for. */
  readonly isTold: boolean;
}

function calmNeed(
  { ticket, written, now, givesTime }: ConflictWork,
  { feeling }: ConflictPatterns,
  { since, said, isTold }: Told,
): ConflictNeed | null {
  if (!isSaidIn(feeling, said)) return 'feeling';
  const isPromised = ticket.promises.some(({ state, madeAt, dueAt }) => {
    // A time that has passed unkept calms nobody.
    return state === 'open' ? dueAt > now : state === 'kept' && madeAt >= since;
  });
  const isWritten = written !== null && (written.promisesTime || givesTime(written.text));
  return isPromised || isWritten || isTold ? null : 'time';
}

function fixNeed(
  { ticket, written, now, updateEveryMs, isWithFixers }: ConflictWork,
  { fixing }: ConflictPatterns,
  said: readonly MessageText[],
): ConflictNeed | null {
  if (ticket.status === 'resolved') return null;
  const { hands, status } = ticket;
  const isPassedOn =
    isWithFixers || hands > 1 || status === 'waiting-third-party' || status === 'scheduled';
  if (!isPassedOn && !isSaidIn(fixing, said)) return 'fix';
  const isWriting = (written?.text.trim() ?? '') !== '';
  const last = ticket.lastPublicAt ?? ticket.createdAt;
  return isWriting || now - last < updateEveryMs ? null : 'update';
}

function isToldSolution(
  { ticket, written }: ConflictWork,
  { solved }: ConflictPatterns,
  said: readonly MessageText[],
): boolean {
  const isSolved = ticket.status === 'resolved' || written?.status === 'resolved';
  const isWritten = written !== null && isSaidIn(solved, [readOnce(written.text)]);
  return isWritten || (isSolved && isSaidIn(solved, said));
}
