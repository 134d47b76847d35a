import type { Contact, Customer, Person } from '../../domain/person.ts';
import type { Sql } from '../sql.ts';

/** Reads the people of the desk, the customers and their contacts. */
export class PeopleReader {
  protected readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  person(id: string): Person | null {
    const row = this.sql.get<PersonRow>('SELECT * FROM person WHERE id = ?', id);
    return row ? toPerson(row) : null;
  }

  /** By login, name or id, letter case aside. */
  findPerson(text: string): Person | null {
    const wanted = text.trim().toLowerCase();
    return (
      this.persons().find((p) => p.login.toLowerCase() === wanted || p.id === wanted) ??
      this.persons().find((p) => p.name.toLowerCase() === wanted) ??
      null
    );
  }

  persons(): Person[] {
    return this.sql.all<PersonRow>('SELECT * FROM person ORDER BY name').map(toPerson);
  }

  customer(id: string): Customer | null {
    const row = this.sql.get<CustomerRow>('SELECT * FROM customer WHERE id = ?', id);
    return row ? toCustomer(row) : null;
  }

  customers(): Customer[] {
    return this.sql.all<CustomerRow>('SELECT * FROM customer ORDER BY name').map(toCustomer);
  }

  customerByName(name: string): Customer | null {
    const row = this.sql.get<CustomerRow>('SELECT * FROM customer WHERE name = ?', name.trim());
    return row ? toCustomer(row) : null;
  }

  customerByDomain(domain: string): Customer | null {
    const text = 'SELECT * FROM customer WHERE mail_domain = ? LIMIT 1';
    const row = this.sql.get<CustomerRow>(text, domain.toLowerCase());
    return row ? toCustomer(row) : null;
  }

  contact(id: string): Contact | null {
    const row = this.sql.get<ContactRow>('SELECT * FROM contact WHERE id = ?', id);
    return row ? toContact(row) : null;
  }

  contacts(): Contact[] {
    return this.sql.all<ContactRow>('SELECT * FROM contact ORDER BY name').map(toContact);
  }

  contactByEmail(email: string): Contact | null {
    const text = 'SELECT * FROM contact WHERE email = ? LIMIT 1';
    const row = this.sql.get<ContactRow>(text, email.toLowerCase());
    return row ? toContact(row) : null;
  }

  /** By the last ten digits of a number, however it was written. */
  contactByPhone(phone: string): Contact | null {
    const digits = phoneDigits(phone);
    if (digits === null) return null;
    const text = 'SELECT * FROM contact WHERE phone_digits = ? LIMIT 1';
    const row = this.sql.get<ContactRow>(text, digits);
    return row ? toContact(row) : null;
  }
}

/** The digits a telephone number is compared by: the last ten, so that +7 and 8 are one. */
export function phoneDigits(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length >= 5 ? digits.slice(-10) : null;
}

interface PersonRow extends Omit<Person, 'isDemo'> {
  readonly is_demo: number;
}

interface CustomerRow extends Omit<Customer, 'isDemo' | 'timeZone' | 'mailDomain'> {
  readonly is_demo: number;
  readonly time_zone: string | null;
  readonly mail_domain: string | null;
}

interface ContactRow extends Omit<Contact, 'isDemo' | 'timeZone' | 'customerId' | 'callName'> {
  readonly is_demo: number;
  readonly time_zone: string | null;
  readonly customer_id: string | null;
  readonly call_name: string | null;
}

function toPerson({ is_demo, ...row }: PersonRow): Person {
  return { ...row, isDemo: is_demo === 1 };
}

function toCustomer({ is_demo, time_zone, mail_domain, ...row }: CustomerRow): Customer {
  return { ...row, timeZone: time_zone, mailDomain: mail_domain, isDemo: is_demo === 1 };
}

function toContact({ is_demo, time_zone, customer_id, call_name, ...row }: ContactRow): Contact {
  const { phone_digits: _, ...known } = row as typeof row & { phone_digits?: string };
  return {
    ...known,
    customerId: customer_id,
    callName: call_name,
    timeZone: time_zone,
    isDemo: is_demo === 1,
  };
}
