/** What a piece of a text tells of somebody, by which its stand-in is chosen. */
export const personalKinds = [
  'secret',
  'name',
  'organisation',
  'city',
  'email',
  'phone',
  'host',
  'ip',
  'mac',
  'url',
  'path',
  'login',
  'uuid',
  'ticket',
  'contract',
  'asset',
  'card',
  'inn',
  'snils',
  'passport',
  'account',
  'address',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Something that was replaced: the same original always gets the same stand-in. */
export interface Replacement {
  readonly kind: PersonalKind;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Whether the desk knew it; else its form gave it away. */
  readonly isKnown: boolean;
}

/** Something that stayed and that a person has to look at. */
export interface Suspicion {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'address';
  /** In the text, from 1. */
  readonly line: number;
}

/** Somebody of a desk or of its customer. `gender` null: told by the name itself. */
export interface KnownPerson {
  readonly name: string;
  readonly gender: 'male' | 'female' | null;
}

/** What a desk knows of everybody whom a ticket is about. Of several spellings each is given. */
export interface KnownEntities {
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly string[];
  readonly cities: readonly string[];
  readonly emails: readonly string[];
  readonly domains: readonly string[];
  readonly phones: readonly string[];
  /** Names and addresses of what is looked after. */
  readonly hosts: readonly string[];
  readonly assets: readonly string[];
  readonly contracts: readonly string[];
  readonly tickets: readonly string[];
  readonly logins: readonly string[];
}
