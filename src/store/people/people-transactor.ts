import type { Op } from '../../domain/op.ts';
import type { Contact, Customer, Person } from '../../domain/person.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import { PeopleReader, phoneDigits } from './people-reader.ts';

/** Writes the desk's records together with the operation that carries them. */
export class PeopleTransactor extends PeopleReader {
  savePerson(person: Person, op: Op): void {
    this.#save('person', op, {
      id: person.id,
      login: person.login,
      name: person.name,
      role: person.role,
      line: person.line,
      gender: person.gender,
      is_demo: person.isDemo ? 1 : 0,
    });
  }

  saveCustomer(customer: Customer, op: Op): void {
    this.#save('customer', op, {
      id: customer.id,
      name: customer.name,
      about: customer.about,
      city: customer.city,
      time_zone: customer.timeZone,
      level: customer.level,
      peculiarity: customer.peculiarity,
      mail_domain: customer.mailDomain?.toLowerCase() ?? null,
      is_demo: customer.isDemo ? 1 : 0,
    });
  }

  saveContact(contact: Contact, op: Op): void {
    this.#save('contact', op, {
      id: contact.id,
      customer_id: contact.customerId,
      name: contact.name,
      call_name: contact.callName,
      role: contact.role,
      email: contact.email?.toLowerCase() ?? null,
      phone: contact.phone,
      phone_digits: phoneDigits(contact.phone),
      time_zone: contact.timeZone,
      language: contact.language,
      is_demo: contact.isDemo ? 1 : 0,
    });
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
        `DELETE FROM customer WHERE is_demo = 1
           AND id NOT IN (SELECT customer_id FROM ticket WHERE customer_id IS NOT NULL)
           AND id NOT IN (SELECT customer_id FROM contact WHERE customer_id IS NOT NULL)`,
      );
      this.sql.run(
        `DELETE FROM person WHERE is_demo = 1
           AND id NOT IN (SELECT assignee_id FROM ticket WHERE assignee_id IS NOT NULL)`,
      );
    });
  }

  #save(
    table: 'person' | 'customer' | 'contact',
    op: Op,
    row: Record<string, string | number | null>,
  ): void {
    const names = Object.keys(row);
    const updates = names.filter((n) => n !== 'id').map((n) => `${n} = excluded.${n}`);
    this.sql.transact(() => {
      this.sql.run(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
         ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
        ...Object.values(row),
      );
      writeOp(this.sql, op);
    });
  }
}
