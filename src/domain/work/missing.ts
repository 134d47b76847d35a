import type { DeskConfig } from '../desk-config.ts';
import type { FieldRule, KindRule } from '../kind-rule.ts';
import type { Ticket } from '../ticket.ts';
import type { LocalName } from '../vocabulary.ts';
import { fieldValue } from './known-field.ts';

/**
 * What a ticket is about to become. `done` means resolved; `closed` asks only for what comes after
 * that: what was asked for a solution is not asked again.
 */
export type MissingStage = 'register' | 'transfer' | 'done' | 'closed';

/** One thing that has to be there first. `name` is null where `type` says it all. */
export interface MissingItem {
  readonly type:
    | 'field'
    | 'customer'
    | 'box'
    | 'comment'
    | 'time'
    | 'card'
    | 'public-answer'
    | 'stage'
    | 'after-check';
  /** The code of the field, the id of the box, or the type itself. */
  readonly code: string;
  readonly name: LocalName | null;
}

const askedAt: Readonly<Record<Exclude<MissingStage, 'closed'>, readonly FieldRule['needed'][]>> = {
  register: ['register'],
  transfer: ['register', 'transfer'],
  done: ['register', 'transfer', 'done'],
};

/**
 * Everything that the kind of a ticket asks for and that is not there yet, in the order of the form:
 * the first one is where the form opens.
 */
export function missingBefore(
  stage: MissingStage,
  ticket: Ticket,
  desk: DeskConfig,
): readonly MissingItem[] {
  const rule = kindRule(desk, ticket.kind);
  if (rule === null) return [];
  if (stage === 'closed') return afterSolution(ticket, rule);
  const fields = shownFields(rule, ticket)
    .filter(({ needed, code }) => askedAt[stage].includes(needed) && !isKnown(ticket, code))
    .map(toItem);
  return stage === 'done'
    ? [...fields, ...openBoxes(ticket), ...missingDeeds(ticket, rule)]
    : fields;
}

/** What the desk asks of a kind of ticket; null for a kind that it does not know. */
export function kindRule(desk: DeskConfig, code: Ticket['kind']): KindRule | null {
  return desk.kinds.find((kind) => kind.code === code) ?? null;
}

/** The fields of a kind that are asked of this ticket: conditional ones only when they apply. */
export function shownFields(rule: KindRule, ticket: Ticket): readonly FieldRule[] {
  return rule.fields.filter(
    ({ when }) => when === null || when.is.includes(fieldValue(ticket, when.field) ?? ''),
  );
}

/** A linked card was closed and the customer has not been told since. */
export function mustTellReporter({ card, lastPublicAt }: Ticket): boolean {
  if (card?.closedAt === undefined) return false;
  return lastPublicAt === null || lastPublicAt < card.closedAt;
}

function isKnown(ticket: Ticket, code: string): boolean {
  return (fieldValue(ticket, code) ?? '').trim() !== '';
}

function toItem({ code, name }: FieldRule): MissingItem {
  return { type: code === 'customer' ? 'customer' : 'field', code, name };
}

function openBoxes({ checklist = [] }: Ticket): MissingItem[] {
  return checklist
    .filter(({ doneAt }) => doneAt === null)
    .map(({ id, text }) => ({ type: 'box', code: id, name: { ru: text, en: text } }));
}

/** What a solution asks for: the reporter told, the customer asked whether it holds. */
function afterSolution(ticket: Ticket, { doneNeeds }: KindRule): MissingItem[] {
  return gapsOf([
    ['public-answer', mustTellReporter(ticket)],
    ['after-check', doneNeeds.includes('after-check') && !isChecked(ticket)],
  ]);
}

/** What must have happened: written, noted down, told. */
function missingDeeds(ticket: Ticket, rule: KindRule): MissingItem[] {
  const needs = (deed: KindRule['doneNeeds'][number]) => rule.doneNeeds.includes(deed);
  const wantsAnswer = needs('public-answer');
  return gapsOf([
    ['comment', needs('comment') && !hasComment(ticket)],
    ['time', needs('time') && (ticket.timeSpentMs ?? 0) === 0],
    ['card', wantsAnswer && ticket.card !== undefined && ticket.card.closedAt === undefined],
    ['public-answer', (wantsAnswer && ticket.lastPublicAt === null) || mustTellReporter(ticket)],
    ['stage', rule.hasStages && ticket.stageDone !== 'final'],
  ]);
}

function gapsOf(gaps: readonly (readonly [MissingItem['type'], boolean])[]): MissingItem[] {
  return gaps.filter(([, isGap]) => isGap).map(([type]) => ({ type, code: type, name: null }));
}

/** A word to the customer says what was done as well as a note does. */
function hasComment({ commentedAt, lastPublicAt }: Ticket): boolean {
  return commentedAt !== undefined || lastPublicAt !== null;
}

function isChecked({ afterCheck, resolvedAt }: Ticket): boolean {
  return afterCheck?.result === 'passed' && afterCheck.at >= (resolvedAt ?? 0);
}
