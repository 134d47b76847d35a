import type { Caller, Served } from '../core/sync-server.ts';
import type { EntityRecord } from '../db/server-store.ts';
import { type ApiEntity, type ApiParts, spacesOf } from './api-entity.ts';
import { type ApiCommand, type ApiOutcome, createCommander } from './commander.ts';
import { listRecords, type RecordPage, type RecordQuery } from './list-records.ts';
import { type CertificateView, showCertificate, showPractice } from './practice-view.ts';
import { listShifts, type ShiftPage, type ShiftQuery, showShift } from './shift-list.ts';
import { type ArticleView, showArticle } from './show-article.ts';
import { hasFile, showTicket, type TicketView } from './show-ticket.ts';
import type { TicketQuery } from './ticket-filter.ts';
import { createTicketList, type TicketPage } from './ticket-list.ts';

/** Everything the screens can do, for programs: one command at a time, and what there is to read. */
export interface DeskApi {
  command(caller: Caller, command: ApiCommand): Promise<Served<ApiOutcome>>;
  tickets(caller: Caller, query: TicketQuery): Promise<Served<TicketPage>>;
  /** By number, alias or id; not found where the caller may not see it. */
  ticket(caller: Caller, reference: string): Promise<Served<TicketView>>;
  /** Whether a file hangs on a ticket that the caller sees: a hash alone opens nothing. */
  hasFile(caller: Caller, reference: string, hash: string): Promise<boolean>;
  article(reference: string): Promise<Served<ArticleView>>;
  /** New hires read no reports. */
  shifts(caller: Caller, query: ShiftQuery): Promise<Served<ShiftPage>>;
  shift(caller: Caller, reference: string): Promise<Served<ApiEntity>>;
  /** For the learner, mentors and who leads. */
  practice(caller: Caller, personId: string): Promise<Served<ApiEntity>>;
  /** For anybody. */
  certificate(code: string): Promise<CertificateView>;
  records(
    caller: Caller,
    type: EntityRecord['type'],
    query: RecordQuery,
  ): Promise<Served<RecordPage>>;
}

/** The API over a server. */
export function createDeskApi(parts: ApiParts): DeskApi {
  const { store, server, surroundings } = parts;
  const list = createTicketList(store);
  return {
    command: createCommander(parts),
    tickets: async (caller, query) => list(await spacesOf(server, caller), query, caller.person),
    ticket: async (caller, reference) =>
      showTicket(store, await spacesOf(server, caller), reference),
    hasFile: async (caller, reference, hash) =>
      hasFile(store, await spacesOf(server, caller), { reference, hash }),
    article: (reference) => showArticle(store, reference),
    shifts: async (caller, query) =>
      whyNotReports(caller) ?? listShifts(store, await spacesOf(server, caller), query),
    shift: async (caller, reference) =>
      whyNotReports(caller) ?? showShift(store, await spacesOf(server, caller), reference),
    practice: (caller, personId) => showPractice(store, caller.person, personId),
    certificate: (code) => showCertificate(store, code, surroundings.now()),
    records: (caller, type, query) => listRecords(store, type, query, caller.person),
  };
}

function whyNotReports({ person }: Caller): Served<never> | null {
  const isHire = person.role === 'hire';
  return isHire ? { ok: false, problem: { status: 403, code: 'not-allowed' } } : null;
}
