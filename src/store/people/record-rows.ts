import type { RecordCommand } from '../../domain/op.ts';
import type { Asset, Contact, Customer, Person } from '../../domain/person.ts';
import type { WireRecord } from '../../protocol/wire-record.ts';
import type { Sql } from '../sql.ts';
import { PeopleReader, phoneDigits } from './people-reader.ts';

type Row = Readonly<Record<string, string | number | null>> & { readonly id: string };

/** The record that a command saves. */
export function savedRecord(command: RecordCommand): WireRecord {
  switch (command.type) {
    case 'save-person':
      return { type: 'person', person: command.person };
    case 'save-customer':
      return { type: 'customer', customer: command.customer };
    case 'save-contact':
      return { type: 'contact', contact: command.contact };
    case 'save-asset':
      return { type: 'asset', asset: command.asset };
  }
}

/** The fields of a record, whatever it is. */
export function fieldsOf(record: WireRecord): Person | Customer | Contact | Asset {
  switch (record.type) {
    case 'person':
      return record.person;
    case 'customer':
      return record.customer;
    case 'contact':
      return record.contact;
    case 'asset':
      return record.asset;
  }
}

/** A record as it stands; null when there is none. */
export function readRecord(sql: Sql, type: WireRecord['type'], id: string): WireRecord | null {
  const people = new PeopleReader(sql);
  switch (type) {
    case 'person': {
      const person = people.person(id);
      return person && { type, person };
    }
    case 'customer': {
      const customer = people.customer(id);
      return customer && { type, customer };
    }
    case 'contact': {
      const contact = people.contact(id);
      return contact && { type, contact };
    }
    case 'asset': {
      const asset = people.asset(id);
      return asset && { type, asset };
    }
  }
}

/** Writes the row of a record. */
export function writeRecord(sql: Sql, record: WireRecord): void {
  const row = toRow(record);
  const names = Object.keys(row);
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  sql.run(
    `INSERT INTO ${record.type} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
    ...Object.values(row),
  );
}

function toRow(record: WireRecord): Row {
  switch (record.type) {
    case 'person':
      return personRow(record.person);
    case 'customer':
      return customerRow(record.customer);
    case 'contact':
      return contactRow(record.contact);
    case 'asset':
      return assetRow(record.asset);
  }
}

function personRow(person: Person): Row {
  return {
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
  };
}

function customerRow(customer: Customer): Row {
  return {
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
  };
}

function contactRow(contact: Contact): Row {
  return {
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
  };
}

function assetRow(asset: Asset): Row {
  return {
    id: asset.id,
    customer_id: asset.customerId,
    name: asset.name,
    address: asset.address,
    about: asset.about,
    variables: JSON.stringify(asset.variables),
    commands: JSON.stringify(asset.commands),
    is_demo: asset.isDemo ? 1 : 0,
  };
}

function storedJson(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
