import { BlockList, isIP } from 'node:net';
import { UserError } from '../../util/user-error.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Reads `HOST:PORT`, `[::1]:PORT` or `:PORT` (this machine only). Throws a UserError. */
export function readAddress(text: string): Address {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:[\]]*)):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits ?? -1);
  if (digits === undefined || port > 65_535) throw new UserError('serve-address-wrong', { text });
  return { host: bracketed ?? (plain || '127.0.0.1'), port };
}

/** Whether only this machine can come there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Whether a connection comes from this machine. */
export function isHere(address: string): boolean {
  return isLoopback(address.replace(/^::ffff:(?=\d+\.)/, ''));
}

/** An address as part of a URL. */
export function urlOf({ host, port }: Address, isTls: boolean): string {
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return `${isTls ? 'https' : 'http'}://${name}:${port}`;
}

/** Reads `10.0.0.0/8,::1`: the proxies that are believed. Throws a UserError. */
export function readProxies(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  blockListOf(parts);
  return parts;
}

/** Tells whether a connection comes from one of the proxies. */
export function proxyCheck(proxies: readonly string[]): (address: string) => boolean {
  const list = blockListOf(proxies);
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    return list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}

function blockListOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of proxies) {
    const [address = '', bits] = text.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const length = bits === undefined ? most : Number(bits);
    // A range of everybody would let everybody say who they are.
    const isRange = isIP(address) !== 0 && /^[1-9]\d{0,2}$/.test(bits ?? '1') && length <= most;
    if (!isRange) throw new UserError('serve-proxy-wrong', { text });
    list.addSubnet(address, length, family);
  }
  return list;
}
