import { isIP } from 'node:net';
import { UserError } from '../../../util/user-error.ts';

/**
 * The address of a server as it was typed, in its one spelling. Plain http is for this machine only,
 * unless somebody insists: a token would travel for everybody to read.
 */
export function readServerAddress(typed: string, { isInsecure }: { isInsecure: boolean }): string {
  const url = parse(typed.trim());
  if (!url) throw new UserError('server-address-unfit', { address: typed });
  if (url.username || url.password) throw new UserError('server-address-secret', {});
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !isInsecure) {
    throw new UserError('server-address-open', { address: url.origin });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function parse(typed: string): URL | null {
  const url = URL.parse(typed.includes('://') ? typed : `https://${typed}`);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && isWeb && url.search === '' && url.hash === '' ? url : null;
}

/** Whether an address means this machine itself. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}
