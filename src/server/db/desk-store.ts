import type { Person } from '../../domain/person.ts';
import type { AuditFact } from './server-store.ts';

/** A device of a person. The token itself is kept by nobody: only its hash. */
export interface DeviceRecord {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** The first characters of the token after `smena_pat_`: what it is looked up by. */
  readonly prefix: string;
  /** SHA-256 of the whole token in hexadecimal digits. */
  readonly hash: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** A code that lets one person enrol one device once. */
export interface CodeRecord {
  /** `<lookup key>:<SHA-256 of the code>`: the code itself is kept by nobody. */
  readonly hash: string;
  readonly personId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly triesLeft: number;
  readonly usedAt: number | null;
}

/** One link of the audit chain. */
export interface AuditRecord extends AuditFact {
  readonly n: number;
  /** Hash of the link before; '' for the first. */
  readonly prev: string;
  readonly hash: string;
}

/** People of the server, their devices and codes, who sees which space, and the audit chain. */
export interface DeskStore {
  person(id: string): Promise<Person | null>;
  persons(): Promise<readonly Person[]>;

  device(prefix: string): Promise<DeviceRecord | null>;
  devices(personId?: string): Promise<readonly DeviceRecord[]>;
  addDevice(device: DeviceRecord): Promise<void>;
  touchDevice(id: string, at: number): Promise<void>;
  revokeDevices(ids: readonly string[], at: number): Promise<void>;

  addCode(code: CodeRecord): Promise<void>;
  /** Redeems a code once: null when it is unknown, used, expired or tried too often. Atomic. */
  redeemCode(hash: string, now: number): Promise<CodeRecord | null>;
  /** Counts a wrong try against every open code of the same lookup key (its first characters). */
  spoilCode(lookup: string, now: number): Promise<void>;
  /** Forgets codes that ran out before a time; returns how many. */
  dropCodes(before: number): Promise<number>;

  spaces(): Promise<readonly { readonly code: string; readonly title: string }[]>;
  addSpace(code: string, title: string): Promise<void>;
  /** Codes of the spaces a person is in; `desk` is everybody's. */
  spacesOf(personId: string): Promise<readonly string[]>;
  admit(personId: string, space: string): Promise<void>;
  expel(personId: string, space: string): Promise<void>;

  /** Appends to the chain. */
  audit(facts: readonly AuditFact[]): Promise<void>;
  auditSince(n: number, limit: number): Promise<readonly AuditRecord[]>;
}
