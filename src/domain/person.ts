import type { Language, Role } from './vocabulary.ts';

/** Somebody of the desk: an engineer, a shift lead, a new hire. `gender` serves Russian verb forms. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly line: string;
  readonly gender: 'male' | 'female' | null;
  readonly isDemo: boolean;
}

/** A company that is served. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly city: string;
  /** IANA zone, or null when nobody has asked yet. */
  readonly timeZone: string | null;
  readonly level: string;
  readonly peculiarity: string;
  readonly mailDomain: string | null;
  readonly isDemo: boolean;
}

/** A person of a customer. `callName` is how to address them; null when it is not certain. */
export interface Contact {
  readonly id: string;
  readonly customerId: string | null;
  readonly name: string;
  readonly callName: string | null;
  readonly role: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string | null;
  readonly language: Language | null;
  readonly isDemo: boolean;
}
