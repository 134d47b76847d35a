import { isDeepStrictEqual } from 'node:util';
import type { Op, RecordCommand } from '../../domain/op.ts';
import type { Asset, Contact, Customer, Person } from '../../domain/person.ts';
import type { WireRecord } from '../../protocol/wire-record.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import { keepBase } from '../sync/base-images.ts';
import { PeopleReader } from './people-reader.ts';
import { fieldsOf, readRecord, writeRecord } from './record-rows.ts';

/** Writes the desk's records together with the operation that carries them. */
export class PeopleTransactor extends PeopleReader {
  savePerson(person: Person, op: Op): void {
    this.#save({ type: 'person', person }, op);
  }

  saveCustomer(customer: Customer, op: Op): void {
    this.#save({ type: 'customer', customer }, op);
  }

  saveContact(contact: Contact, op: Op): void {
    this.#save({ type: 'contact', contact }, op);
  }

  saveAsset(asset: Asset, op: Op): void {
    this.#save({ type: 'asset', asset }, op);
  }

  /** Removes demo people and customers that no remaining ticket names. */
  eraseDemo(): void {
    this.sql.transact(() => {
      this.sql.run(`DELETE FROM outbox WHERE is_demo = 1 AND entity_type <> 'ticket'`);
      this.sql.run(
        `DELETE FROM contact WHERE is_demo = 1
           AND id NOT IN (SELECT contact_id FROM ticket WHERE contact_id IS NOT NULL)`,
      );
      this.sql.run(
        // Whoever a ticket or a contact names stays, with the companies that it is a site of.
        `WITH RECURSIVE kept(id) AS (
           SELECT id FROM customer WHERE is_demo = 0
             OR id IN (SELECT customer_id FROM ticket) OR id IN (SELECT customer_id FROM contact)
           UNION
           SELECT c.parent_id FROM customer c JOIN kept ON c.id = kept.id
             WHERE c.parent_id IS NOT NULL)
         DELETE FROM customer WHERE is_demo = 1 AND id NOT IN (SELECT id FROM kept)`,
      );
      this.sql.run(
        'DELETE FROM asset WHERE is_demo = 1 AND customer_id NOT IN (SELECT id FROM customer)',
      );
      this.sql.run(
        `DELETE FROM person WHERE is_demo = 1
           AND id NOT IN (SELECT assignee_id FROM ticket WHERE assignee_id IS NOT NULL)`,
      );
    });
  }

  #save(record: WireRecord, op: Op): void {
    this.sql.transact(() => {
      const before = readRecord(this.sql, record.type, fieldsOf(record).id);
      keepBase(this.sql, op, before);
      writeRecord(this.sql, record);
      const changed = before && changedFields(before, record);
      // The command that saves this record.
      const payload = op.payload as RecordCommand;
      writeOp(this.sql, changed ? { ...op, payload: { ...payload, changed } } : op);
    });
  }
}

/** The names of the fields in which two records differ. */
function changedFields(before: WireRecord, after: WireRecord): readonly string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)].map(
    (record) => new Map(Object.entries(record)),
  );
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...names].filter((name) => !isDeepStrictEqual(old?.get(name), now?.get(name)));
}
