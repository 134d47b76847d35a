import type { Language, Role } from './vocabulary.ts';

/** Somebody of the desk: an engineer, a shift lead, a new hire. `gender` serves Russian verb forms. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly line: string;
  readonly gender: 'male' | 'female' | null;
  /** What they are good at, by the names that routing rules use. */
  readonly skills?: readonly string[] | undefined;
  readonly phone?: string | undefined;
  /** IANA zone; absent: the desk's own. */
  readonly timeZone?: string | undefined;
  /** The module of the desk they belong to. */
  readonly team?: string | undefined;
  readonly isDemo: boolean;
}

const leading: readonly Role[] = ['lead', 'team-lead', 'head', 'admin'];

/** Whether somebody leads others: may settle what is not their own. */
export function isLeading({ role }: Pick<Person, 'role'>): boolean {
  return leading.includes(role);
}

/** How to get at something or look into it: `{host}` and other names are filled in for use. */
export interface AccessCommand {
  readonly title: string;
  readonly command: string;
  readonly purpose: 'access' | 'diagnosis';
}

/** A company that is served, or one of its sites. Parts that nobody has told yet are absent. */
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
  /** The company that this one is a site or a branch of. */
  readonly parentId?: string | undefined;
  readonly personalEngineerId?: string | undefined;
  readonly teamLeadId?: string | undefined;
  /** The module of the desk that serves it; its lead is the team lead when nobody is named. */
  readonly team?: string | undefined;
  /** What it works with, a line each: system, version, browser. */
  readonly environment?: readonly string[] | undefined;
  /** Values for its commands and those of its assets. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly commands?: readonly AccessCommand[] | undefined;
  readonly isDemo: boolean;
}

/** A thing of a customer that is looked after: a server, a till, a router. */
export interface Asset {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  /** Host name or network address: `{host}` in commands. */
  readonly address: string;
  readonly about: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly commands: readonly AccessCommand[];
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
