import type { Op } from '../../domain/op.ts';
import type { Asset, Contact, Customer, Person } from '../../domain/person.ts';
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
      skills: storedJson(person.skills),
      phone: person.phone ?? null,
      time_zone: person.timeZone ?? null,
      team: person.team ?? null,
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
      parent_id: customer.parentId ?? null,
      personal_engineer_id: customer.personalEngineerId ?? null,
      team_lead_id: customer.teamLeadId ?? null,
      team: customer.team ?? null,
      environment: storedJson(customer.environment),
      variables: storedJson(customer.variables),
      commands: storedJson(customer.commands),
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

  saveAsset(asset: Asset, op: Op): void {
    this.#save('asset', op, {
      id: asset.id,
      customer_id: asset.customerId,
      name: asset.name,
      address: asset.address,
      about: asset.about,
      variables: JSON.stringify(asset.variables),
      commands: JSON.stringify(asset.commands),
      is_demo: asset.isDemo ? 1 : 0,
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

  #save(
    table: 'person' | 'customer' | 'contact' | 'asset',
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

function storedJson(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
