import type { AccessCommand, Asset, Contact, Customer, Person } from '../../domain/person.ts';
import { servedCustomer } from '../../domain/served-customer.ts';
import type { Sql } from '../sql.ts';

/** Reads the people of the desk, the customers and their contacts. */
export class PeopleReader {
  protected readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  person(id: string | null): Person | null {
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

  customer(id: string | null): Customer | null {
    const row = this.sql.get<CustomerRow>('SELECT * FROM customer WHERE id = ?', id);
    return row ? toCustomer(row) : null;
  }

  /** A customer with what holds for it as its company says it; null for nobody. */
  served(id: string | null): Customer | null {
    const customer = this.customer(id);
    return customer && servedCustomer(customer, (company) => this.customer(company));
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

  /** Its branches and sites, by name. */
  sitesOf(customerId: string): Customer[] {
    const text = 'SELECT * FROM customer WHERE parent_id = ? ORDER BY name';
    return this.sql.all<CustomerRow>(text, customerId).map(toCustomer);
  }

  assetsOf(customerId: string): Asset[] {
    const text = 'SELECT * FROM asset WHERE customer_id = ? ORDER BY name, id';
    return this.sql.all<AssetRow>(text, customerId).map(toAsset);
  }

  asset(id: string | null): Asset | null {
    const row = this.sql.get<AssetRow>('SELECT * FROM asset WHERE id = ?', id);
    return row ? toAsset(row) : null;
  }

  contactsOf(customerId: string): Contact[] {
    const text = 'SELECT * FROM contact WHERE customer_id = ? ORDER BY name, id';
    return this.sql.all<ContactRow>(text, customerId).map(toContact);
  }

  contact(id: string | null): Contact | null {
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

interface PersonRow extends Pick<Person, 'id' | 'login' | 'name' | 'role' | 'line' | 'gender'> {
  readonly skills: string | null;
  readonly phone: string | null;
  readonly time_zone: string | null;
  readonly team: string | null;
  readonly is_demo: number;
}

type CustomerTexts = 'id' | 'name' | 'about' | 'city' | 'level' | 'peculiarity';

interface CustomerRow extends Pick<Customer, CustomerTexts> {
  readonly time_zone: string | null;
  readonly mail_domain: string | null;
  readonly parent_id: string | null;
  readonly personal_engineer_id: string | null;
  readonly team_lead_id: string | null;
  readonly team: string | null;
  readonly environment: string | null;
  readonly variables: string | null;
  readonly commands: string | null;
  readonly is_demo: number;
}

interface AssetRow extends Pick<Asset, 'id' | 'name' | 'address' | 'about'> {
  readonly customer_id: string;
  readonly variables: string;
  readonly commands: string;
  readonly is_demo: number;
}

interface ContactRow extends Omit<Contact, 'isDemo' | 'timeZone' | 'customerId' | 'callName'> {
  readonly is_demo: number;
  readonly time_zone: string | null;
  readonly customer_id: string | null;
  readonly call_name: string | null;
}

function toPerson(row: PersonRow): Person {
  const { id, login, name, role, line, gender } = row;
  return {
    ...{ id, login, name, role, line, gender },
    skills: stored<readonly string[]>(row.skills),
    phone: row.phone ?? undefined,
    timeZone: row.time_zone ?? undefined,
    team: row.team ?? undefined,
    isDemo: row.is_demo === 1,
  };
}

function toCustomer(row: CustomerRow): Customer {
  const { id, name, about, city, level, peculiarity } = row;
  return {
    ...{ id, name, about, city, level, peculiarity },
    timeZone: row.time_zone,
    mailDomain: row.mail_domain,
    parentId: row.parent_id ?? undefined,
    personalEngineerId: row.personal_engineer_id ?? undefined,
    teamLeadId: row.team_lead_id ?? undefined,
    team: row.team ?? undefined,
    environment: stored<readonly string[]>(row.environment),
    variables: stored<Readonly<Record<string, string>>>(row.variables),
    commands: stored<readonly AccessCommand[]>(row.commands),
    isDemo: row.is_demo === 1,
  };
}

function toAsset({ customer_id, variables, commands, is_demo, ...row }: AssetRow): Asset {
  return {
    ...row,
    customerId: customer_id,
    variables: JSON.parse(variables) as Asset['variables'],
    commands: JSON.parse(commands) as Asset['commands'],
    isDemo: is_demo === 1,
  };
}

/** What this store wrote as JSON; absent while nothing was told. */
function stored<Value>(json: string | null): Value | undefined {
  return json === null ? undefined : (JSON.parse(json) as Value);
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
