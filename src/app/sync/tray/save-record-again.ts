import type { RecordCommand } from '../../../domain/op.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { ok, type Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { originOf } from '../../desk/make-op.ts';
import { recordOp } from '../../desk/record-op.ts';
import { changeCustomer, changePerson, saveAsset } from '../../people/change-records.ts';

/** Saves a record of the desk once more: what I changed of it goes over what stands there now. */
export function saveRecordAgain(desk: Desk, command: RecordCommand): Result<unknown, Refusal> {
  const { people } = desk;
  switch (command.type) {
    case 'save-person': {
      const { person } = command;
      const now = people.person(person.id) ?? person;
      return changePerson(desk, now, changedOf(person, command.changed));
    }
    case 'save-customer': {
      const { customer } = command;
      const now = people.customer(customer.id) ?? customer;
      return changeCustomer(desk, now, changedOf(customer, command.changed));
    }
    case 'save-asset':
      return saveAsset(desk, command.asset);
    case 'save-contact': {
      const now = people.contact(command.contact.id);
      const contact = { ...now, ...command.contact };
      const changed = now ? { ...now, ...changedOf(contact, command.changed) } : contact;
      people.saveContact(
        changed,
        recordOp({ type: 'save-contact', contact: changed }, originOf(desk)),
      );
      return ok(changed);
    }
  }
}

/** The fields of a record that were changed; all of them where nobody noted which. */
function changedOf<Record extends object>(
  record: Record,
  changed: readonly string[] | undefined,
): Partial<Record> {
  if (changed === undefined) return record;
  const entries = Object.entries(record).filter(([name]) => changed.includes(name));
  // Only fields of the record itself are left.
  return Object.fromEntries(entries) as Partial<Record>;
}
