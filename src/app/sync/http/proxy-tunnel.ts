import type { Duplex } from 'node:stream';
import { Client } from 'undici';

type Surroundings = Readonly<Record<string, string | undefined>>;

/** The proxy that the surroundings name for an https address; null for a direct way. */
export function proxyFor({ hostname, port }: URL, env: Surroundings): URL | null {
  const named = env['https_proxy'] || env['HTTPS_PROXY'] || env['http_proxy'] || env['HTTP_PROXY'];
  const direct = (env['no_proxy'] || env['NO_PROXY'] || '').toLowerCase().split(/[,\s]+/);
  const isDirect = direct.some((entry) => {
    const [, name = '', only] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    const isHere = only === undefined || only === (port || '443');
    return name !== '' && isHere && (hostname === name || hostname.endsWith(`.${name}`));
  });
  return named && !isDirect && !direct.includes('*') ? URL.parse(named) : null;
}

/** Opens a way through a proxy to `host:port`; nothing is sent along it yet. */
export async function tunnelThrough(
  proxy: URL,
  target: string,
  signal: AbortSignal,
): Promise<Duplex> {
  const client = new Client(proxy.origin);
  const { statusCode, socket } = await client.connect({
    path: target,
    headers: { host: target, ...loginOf(proxy) },
    signal,
  });
  if (statusCode === 200) return socket;
  socket.destroy();
  throw Object.assign(new Error('the proxy refused'), { code: `proxy-${statusCode}` });
}

function loginOf({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}
