import type { EnrolResponse } from '../../protocol/wire.ts';
import { adoptPerson } from '../../store/sync/adopt-person.ts';
import { MembershipStore } from '../../store/sync/membership-store.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { adoptPractice } from '../practice/practice-file.ts';
import { refusePractice } from '../practice/world/practice-mark.ts';
import { enrolAt, type HttpTransport, openHttpTransport } from './http/http-transport.ts';
import type { PinnedCertificate } from './http/http-way.ts';
import { lookAtCertificate, readFingerprint } from './http/look-at-certificate.ts';
import { keepPinned, membershipOf, noteProblem } from './known-server.ts';
import { type JoinPreview, previewJoin } from './number-preview.ts';
import { openSyncStore } from './open-sync-store.ts';
import { serverError } from './server-error.ts';
import { readToken, writeToken } from './token-file.ts';

/** What somebody logs in with. */
export interface LoginOrder {
  /** As `readServerAddress` gives it. */
  readonly url: string;
  readonly code: string;
  /** Name of this device at the server. */
  readonly device: string;
  /** The certificate that is to be believed, by its fingerprint. */
  readonly pin: string | null;
  /** Of this program. */
  readonly version: string;
}

/** A login that the server has granted and this store has not taken yet. */
export interface GrantedLogin {
  readonly url: string;
  readonly granted: EnrolResponse;
  readonly pinned: PinnedCertificate | null;
  readonly preview: JoinPreview;
  /** The store belongs to this server already: somebody comes back. */
  readonly isReturn: boolean;
  /** The access that this store had until now. */
  readonly earlier: string | null;
  readonly transport: HttpTransport;
}

/** Redeems the code and says what joining would do. Nothing here changes before `completeLogin`. */
export async function askLogin(desk: Desk, order: LoginOrder): Promise<GrantedLogin> {
  const { url, version } = order;
  refuseDemo(desk);
  refusePractice(desk);
  const pinned = await pinnedOf(order);
  const enrol = enrolAt({ url, pinned, version });
  const reply = await enrol({ code: order.code, device: order.device });
  if (!reply.ok) throw serverError(reply.problem, url);
  const granted = reply.value;
  const transport = openHttpTransport({ url, token: granted.token, pinned, version });
  try {
    refuseStranger(desk, granted);
    const preview = await previewJoin(desk, transport, url);
    const isReturn = membershipOf(desk) !== null;
    return { url, granted, pinned, preview, isReturn, earlier: earlierToken(desk), transport };
  } catch (error) {
    await giveUp(transport);
    throw error;
  }
}

/** Makes this the store of the server and the person of the code. */
export function completeLogin(desk: Desk, login: GrantedLogin): void {
  const { url, granted, pinned } = login;
  const { deviceId, epoch } = granted;
  const { person } = granted.person;
  const members = new MembershipStore(desk.store.sql);
  const earlierId = desk.me.id;
  desk.store.sql.transact(() => {
    const known = members.read();
    if (known === null) adoptPerson(desk.store.sql, desk.me.id, person);
    members.join({
      url,
      personId: person.id,
      deviceId,
      clientId: known?.clientId ?? desk.makeId(),
      // A server that is another one now is found out by its epoch, and answered by a recovery.
      epoch: known === null ? epoch : known.epoch,
    });
    // To the server this is another device, and each has dense numbers of its own.
    if (known !== null) openSyncStore(desk).becomeClient(desk.makeId(), desk.clock.now());
    keepPinned(desk.meta, pinned);
    noteProblem(desk.meta, null, desk.clock.now());
    // Last, so that a full disk takes the membership back with it.
    writeToken(desk.paths, granted.token);
  });
  adoptPractice(desk, earlierId, person.id);
}

/** Gives the access back that a new one has replaced: nobody holds its token any more. */
export async function endEarlierAccess(login: GrantedLogin, version: string): Promise<void> {
  const { url, pinned, earlier } = login;
  if (earlier !== null) await giveUp(openHttpTransport({ url, token: earlier, pinned, version }));
}

/** Gives the access back that nobody wants after all. */
export async function abandonLogin({ transport }: GrantedLogin): Promise<void> {
  await giveUp(transport);
}

async function giveUp(transport: Pick<HttpTransport, 'logout' | 'close'>): Promise<void> {
  // A device that stays behind at the server is seen there and revoked by whoever looks.
  await transport.logout();
  await transport.close();
}

/** A token that others may read is no reason against a new one. */
function earlierToken({ paths }: Desk): string | null {
  try {
    return readToken(paths);
  } catch {
    return null;
  }
}

function refuseDemo(desk: Desk): void {
  const demo = desk.store.sql.get('SELECT 1 FROM ticket WHERE is_demo = 1 LIMIT 1');
  if (demo) throw new UserError('login-demo', {});
}

/**
 * A store has one person: whose operations wait here could not be told apart later. Another server
 * has other people, so it is refused by the same rule.
 */
function refuseStranger(desk: Desk, { person }: EnrolResponse): void {
  const known = membershipOf(desk);
  if (known === null || known.personId === person.person.id) return;
  const name = desk.people.person(known.personId)?.name ?? known.personId;
  // The same name under another id: the server was begun anew, or is another one.
  const isNamesake = name === person.person.name;
  throw new UserError(isNamesake ? 'login-other-server' : 'login-other-person', { name });
}

async function pinnedOf({ url, pin }: LoginOrder): Promise<PinnedCertificate | null> {
  if (!url.startsWith('https:')) return null;
  if (pin === null) return trustedOrRefused(url);
  const wanted = readFingerprint(pin);
  const { fingerprint, pem } = await lookAtCertificate(url);
  if (fingerprint !== wanted)
    throw new UserError('certificate-other', { address: url, fingerprint });
  return { fingerprint, pem };
}

async function trustedOrRefused(url: string): Promise<null> {
  const { isTrusted, fingerprint } = await lookAtCertificate(url);
  if (!isTrusted) throw new UserError('certificate-unpinned', { address: url, fingerprint });
  return null;
}
