import type { LogRow, Page, SnapshotInfo, SpaceInfo } from '../wire.ts';
import type { Fields } from './shape.ts';
import * as s from './shape.ts';

/**
 * What goes over the wire, field by field, for both ends: the server holds its document to them and
 * allows nothing else, the client holds answers to them and lets a newer server say more.
 */
export const spaceInfoFields: Fields<SpaceInfo> = { code: s.id, title: s.text };

/** A row of a log, but for what it changes and the kind of thing that it is about. */
export const logRowFields: Fields<Omit<LogRow, 'body' | 'entityType'>> = {
  seq: s.count,
  opId: s.id,
  entityId: s.id,
  type: s.word,
  byId: s.text,
  device: s.text,
  occurredAt: s.instant,
  receivedAt: s.instant,
  hash: s.text,
};

/** A page of a log, but for its rows. */
export const pageFields: Fields<Omit<Page, 'rows'>> = {
  space: s.id,
  from: s.count,
  next: s.count,
  chain: s.text,
  head: s.count,
};

/** Where a ready copy of a space is, and how large. */
export const snapshotFields: Fields<SnapshotInfo> = {
  space: s.id,
  id: s.digest,
  seq: s.count,
  chain: s.text,
  form: s.count,
  epoch: s.word,
  bytes: s.count,
  rawBytes: s.count,
};
