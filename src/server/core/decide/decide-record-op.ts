import {
  type DecideRecordContext,
  isBelowItself,
  isRoleAbove,
  mergedRecord,
  ownPartsOf,
  whyNotChangePerson,
  whyNotKeepCustomer,
} from '../../../domain/decide-record.ts';
import type { RecordCommand } from '../../../domain/op.ts';
import { whyNotAllowed } from '../../../domain/permission-gate.ts';
import type { Asset, Contact, Customer, Person } from '../../../domain/person.ts';
import { type Refusal, refusal } from '../../../domain/refusal.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import type { WireRecord } from '../../../protocol/wire-record.ts';
import { unreachable } from '../../../util/must.ts';
import type { AuditFact } from '../../db/server-store.ts';
import type { BatchState } from '../state/batch-state.ts';
import { deskView } from '../state/desk-memory.ts';
import { type AskedOp, type Effects, type Outcome, refusedBlindly, refusedFor } from './outcome.ts';

/** Decides a change of what stands about people and customers: part by part, the last one wins. */
export function decideRecordOp(asked: AskedOp, state: BatchState): Outcome {
  // The dispatch is by the type of the entity; the shape of the payload was checked before.
  const command = asked.op.payload as RecordCommand;
  const { record, isDemo, id } = recordOf(command);
  if (id !== asked.op.entityId) return refusedBlindly('op-unreadable');
  if (isDemo) return refusedBlindly('practice-not-shared');
  if (record.type === 'person') return decidePerson(asked, state, record.person);
  const why = whyNotKeep(asked, state, record);
  if (why) return refusedFor({ type: record.type, id }, why);
  return { ok: true, value: saved(merged(record, command.changed, state)) };
}

function decidePerson(asked: AskedOp, state: BatchState, given: Person): Outcome {
  const { caller, isHistory, op } = asked;
  const about = { type: 'person', id: given.id } as const;
  const before = state.desk.people.get(given.id) ?? null;
  const { changed } = op.payload as RecordCommand;
  const isOwnHistory = isHistory && before !== null && before.id === caller.id;
  const isNewcomer = isHistory && before === null;
  const merged = isOwnHistory ? ownPartsOf(before, given) : mergedRecord(before, given, changed);
  const after = isNewcomer ? newcomer(merged, asked, state) : merged;
  const why = isNewcomer ? null : whyNotChangePerson(before, after, recordContext(asked, state));
  if (why) return refusedFor(about, why);
  if (isLoginTaken(after, state)) return refusedFor(about, refusal('login-taken'));
  const people = new Map([...state.desk.people, [after.id, after]]);
  const { config, state: pack } = state.desk;
  return {
    ok: true,
    value: {
      ...saved({ type: 'person', person: after }),
      audit: auditOf(before, after),
      desk: deskView(config, pack, people),
    },
  };
}

function recordContext({ caller: actor }: AskedOp, state: BatchState): DecideRecordContext {
  const { config: desk, people } = state.desk;
  const isHeaded = [...people.values()].some((one) => !whyNotAllowed('change-desk', one, desk));
  return { actor, desk, isUnheaded: !isHeaded };
}

/** People of a store that worked alone become known here: without a way in, and above nobody. */
function newcomer(person: Person, { caller, device }: AskedOp, state: BatchState): Person {
  const role = isRoleAbove(person.role, caller.role) ? caller.role : person.role;
  const login = isLoginTaken(person, state) ? `${person.login}@${device}` : person.login;
  return { ...person, role, login };
}

function isLoginTaken({ id, login }: Person, state: BatchState): boolean {
  const wanted = login.toLowerCase();
  return [...state.desk.people.values()].some((one) => {
    return one.id !== id && one.login.toLowerCase() === wanted;
  });
}

function auditOf(
  before: Person | null,
  after: Person,
): readonly Pick<AuditFact, 'what' | 'detail'>[] {
  if (before?.role === after.role && before.line === after.line) return [];
  const was = { fromRole: before?.role ?? null, fromLine: before?.line ?? null };
  const detail = { personId: after.id, role: after.role, line: after.line, ...was };
  return [{ what: before ? 'person-changed' : 'person-added', detail }];
}

type Served = Exclude<WireRecord, { type: 'person' }>;

/** Cards are kept by those who work on tickets; whoever opens tickets may add who it is for. */
function whyNotKeep({ actor }: AskedOp, state: BatchState, record: Served): Refusal | null {
  const { config } = state.desk;
  const isNew = servedBefore(record, state) === null;
  const mayAdd = isNew && whyNotAllowed('register', actor, config) === null;
  const why = mayAdd ? null : whyNotKeepCustomer({ isDemo: false }, actor, config);
  return why ?? whyCircular(record, state);
}

function whyCircular(record: Served, state: BatchState): Refusal | null {
  if (record.type !== 'customer') return null;
  const isCircle = isBelowItself(record.customer, (id) => state.state('customer', id));
  return isCircle ? refusal('customer-circle') : null;
}

function servedBefore(record: Served, state: BatchState): Customer | Contact | Asset | null {
  switch (record.type) {
    case 'customer':
      return state.state('customer', record.customer.id);
    case 'contact':
      return state.state('contact', record.contact.id);
    case 'asset':
      return state.state('asset', record.asset.id);
    default:
      return unreachable(record);
  }
}

function merged(record: Served, changed: readonly string[] | undefined, state: BatchState): Served {
  switch (record.type) {
    case 'customer': {
      const before = state.state('customer', record.customer.id);
      return { type: 'customer', customer: mergedRecord(before, record.customer, changed) };
    }
    case 'contact': {
      const before = state.state('contact', record.contact.id);
      return { type: 'contact', contact: mergedRecord(before, record.contact, changed) };
    }
    case 'asset': {
      const before = state.state('asset', record.asset.id);
      return { type: 'asset', asset: mergedRecord(before, record.asset, changed) };
    }
    default:
      return unreachable(record);
  }
}

/** What saving a record does. */
export function saved(record: WireRecord): Effects {
  const { type } = record;
  const value = contentOf(record);
  const space = DESK_SPACE;
  const body = { kind: 'record', record } as const;
  return {
    rows: [{ space, body, tickets: [] }],
    changes: [{ type, id: value.id, space, state: value }],
  };
}

function contentOf(record: WireRecord): Person | Customer | Contact | Asset {
  switch (record.type) {
    case 'person':
      return record.person;
    case 'customer':
      return record.customer;
    case 'contact':
      return record.contact;
    case 'asset':
      return record.asset;
    default:
      return unreachable(record);
  }
}

function recordOf(command: RecordCommand) {
  switch (command.type) {
    case 'save-person':
      return told({ type: 'person', person: command.person }, command.person);
    case 'save-customer':
      return told({ type: 'customer', customer: command.customer }, command.customer);
    case 'save-contact':
      return told({ type: 'contact', contact: command.contact }, command.contact);
    case 'save-asset':
      return told({ type: 'asset', asset: command.asset }, command.asset);
    default:
      return unreachable(command);
  }
}

function told(record: WireRecord, { id, isDemo }: Person | Customer | Contact | Asset) {
  return { record, id, isDemo };
}
