/** Codes of the fixed vocabulary. Their names, order and flags are desk data (see DeskConfig). */
export const statuses = [
  'new',
  'open',
  'waiting-customer',
  'waiting-third-party',
  'scheduled',
  'resolved',
  'closed',
  'merged',
] as const;
export type Status = (typeof statuses)[number];

export const kinds = [
  'incident',
  'request',
  'task',
  'defect',
  'change',
  'access',
  'visit',
  'complaint',
  'planned-work',
  'provider-outage',
] as const;
export type TicketKind = (typeof kinds)[number];

export const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof priorities)[number];

export const channels = [
  'mail',
  'call',
  'chat',
  'event',
  'web',
  'messenger',
  'monitoring',
  'internal',
] as const;
export type Channel = (typeof channels)[number];

export const audiences = ['customer', 'internal'] as const;
export type Audience = (typeof audiences)[number];

export const roles = [
  'engineer',
  'verifier',
  'lead',
  'team-lead',
  'head',
  'qa',
  'mentor',
  'hire',
  'admin',
  'connector',
  'read-only',
] as const;
export type Role = (typeof roles)[number];

export const promiseKinds = ['hold', 'call-back', 'next-update', 'deadline'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** A name in every language of the interface. */
export type LocalName = Readonly<Record<Language, string>>;
