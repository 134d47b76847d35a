import type { SavedQueue } from '../../domain/desk-config.ts';
import {
  type TicketCondition,
  type TicketFlag,
  type TicketPart,
  type TicketTime,
  ticketFlags,
  ticketParts,
} from '../../domain/selection.ts';
import { momentRange } from '../../search/query-moments.ts';
import { formOf } from '../../search/ticket-fields.ts';
import type { TermValue, TicketQueryProblem, TicketTerm } from '../../search/ticket-query.ts';
import { createZone } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';
import { findNames, type StoredField, storedFields } from './find-names.ts';

/** What terms are resolved with. */
export interface TermReading {
  readonly desk: Desk;
  /** The saved queue of a code or name with its own conditions; null when there is none. */
  readonly queueOf: (name: string) => readonly TicketCondition[] | null;
  readonly problems: TicketQueryProblem[];
}

/** The terms of a filter line as conditions with every name resolved. */
export function conditionsOf(
  terms: readonly TicketTerm[],
  reading: TermReading,
): readonly TicketCondition[] {
  return together(terms).flatMap((term) => conditionOf(term, reading) ?? []);
}

/** The conditions of a queue that is described by its parts. */
export function ownConditions({ filter }: SavedQueue): readonly TicketCondition[] {
  const isEmpty = Object.values(filter).every((part) => part === undefined);
  return isEmpty ? [] : [{ field: 'queue', filter, negated: false }];
}

/** `status:new status:open` are alternatives: a ticket has one status. What is excluded adds up. */
function together(terms: readonly TicketTerm[]): readonly TicketTerm[] {
  const found = new Map<string, TicketTerm>();
  for (const [place, term] of terms.entries()) {
    const { field, negated } = term;
    const { type, isMany } = formOf(field);
    const isAlone = !negated && (isMany === true || type !== 'name' || field === 'queue');
    const key = isAlone ? `${place}` : `${field} ${negated}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, values: [...known.values, ...term.values] } : term);
  }
  return [...found.values()];
}

function conditionOf(term: TicketTerm, reading: TermReading): TicketCondition | null {
  const { field, negated } = term;
  const names = term.values.flatMap((value) => (value.type === 'name' ? [value.name] : []));
  switch (field) {
    case 'status':
    case 'priority':
    case 'kind':
    case 'channel':
    case 'audience':
      // The vocabulary of the parser holds only codes of these closed lists.
      return { field, values: names, negated } as TicketCondition;
    case 'line': {
      const { line } = reading.desk.me;
      return { field, values: names.map((name) => (name === 'mine' ? line : name)), negated };
    }
    case 'help':
      return anyOf(
        names.map((name) => isNeeded(name)),
        negated,
      );
    case 'handover':
    case 'review':
      // Other closed lists, in which `none` is no state.
      return {
        field,
        values: names.map((name) => (name === 'none' ? null : name)),
        negated,
      } as TicketCondition;
    default:
      return isStored(field)
        ? storedCondition({ ...term, field }, names, reading)
        : anyOf(
            term.values.flatMap((value) => alternative(term, value, reading)),
            negated,
          );
  }
}

function isStored(field: TicketTerm['field']): field is StoredField {
  return storedFields.some((one) => one === field);
}

const columns = {
  assignee: 'assignee',
  customer: 'customer',
  site: 'customer',
  town: 'customer',
  level: 'customer',
  contact: 'contact',
  parent: 'parent',
} as const;

function storedCondition(
  term: TicketTerm & { readonly field: StoredField },
  names: readonly string[],
  { desk, problems }: TermReading,
): TicketCondition {
  const { field, negated, start, end } = term;
  if (field === 'parent' && names.includes('any')) return { field: 'is', flag: 'child', negated };
  const values = names.flatMap((name) => {
    const found = findNames(desk, field, name);
    if (found.ok) return found.ids;
    const { suggestion } = found;
    problems.push({ kind: 'unknown-name', text: name, start, end, suggestion });
    return [];
  });
  if (field === 'tag') return { field, values: values.filter((v) => v !== null), negated };
  return { field: columns[field], values, negated };
}

function anyOf(found: readonly TicketCondition[], negated: boolean): TicketCondition {
  const [only] = found;
  if (only && found.length === 1) return { ...only, negated: only.negated !== negated };
  return { field: 'any', conditions: found, negated };
}

function alternative(
  term: TicketTerm,
  value: TermValue,
  reading: TermReading,
): readonly TicketCondition[] {
  if (value.type === 'number') {
    return [{ field: 'returns', least: value.least, most: value.most, negated: false }];
  }
  if (value.type === 'time') return [timeCondition(term.field, value, reading.desk)];
  switch (term.field) {
    case 'is':
      return [isCondition(value.name, reading.desk)];
    case 'has': {
      const part = ticketParts.find((one) => one === value.name);
      return part ? [has(part)] : [];
    }
    case 'queue':
      return queueCondition(term, value.name, reading);
    default:
      return [timeByName(term.field, value.name, reading.desk)];
  }
}

function queueCondition(
  { start, end }: TicketTerm,
  name: string,
  { queueOf, problems }: TermReading,
): readonly TicketCondition[] {
  const conditions = queueOf(name);
  if (conditions !== null) return [{ field: 'all', conditions, negated: false }];
  problems.push({ kind: 'unknown-name', text: name, start, end, suggestion: null });
  return [];
}

function isCondition(name: string, { me }: Desk): TicketCondition {
  if (name === 'mine') return { field: 'assignee', values: [me.id], negated: false };
  if (name === 'free') return { field: 'assignee', values: [null], negated: false };
  if (name === 'closed') return { field: 'status', values: ['closed', 'merged'], negated: false };
  const flag = ticketFlags.find((one) => one === name);
  return is(flag ?? 'open');
}

function isNeeded(name: string): TicketCondition {
  return { ...is('help-needed'), negated: name === 'none' };
}

function is(flag: TicketFlag): TicketCondition {
  return { field: 'is', flag, negated: false };
}

function has(part: TicketPart): TicketCondition {
  return { field: 'has', part, negated: false };
}

const times: Partial<Record<TicketTerm['field'], TicketTime>> = {
  age: 'created',
  created: 'created',
  updated: 'updated',
  resolved: 'resolved',
  due: 'due',
  promise: 'promise',
  wake: 'wake',
};

function timeCondition(
  field: TicketTerm['field'],
  { range }: Extract<TermValue, { type: 'time' }>,
  desk: Desk,
): TicketCondition {
  const direction = formOf(field).type === 'past' ? 'past' : 'future';
  const at = { now: desk.clock.now(), zone: createZone(desk.config.timeZone) };
  return {
    field: 'time',
    of: times[field] ?? 'created',
    ...momentRange(range, direction, at),
    negated: false,
  };
}

/** `due:none`, `promise:overdue` and the like. */
function timeByName(field: TicketTerm['field'], name: string, { clock }: Desk): TicketCondition {
  const of = times[field] ?? 'created';
  if (name === 'overdue') {
    return { field: 'time', of, from: null, until: clock.now(), negated: false };
  }
  return { field: 'time', of, from: null, until: null, negated: name === 'none' };
}
