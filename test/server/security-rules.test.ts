import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Kept {
  /** The file of the test, below test/, and words of its title. */
  readonly by: readonly (readonly [file: string, title: string])[];
}
interface Aside {
  readonly because: string;
}

const noPages = { because: 'the server has no web pages yet' };
const identity = 'server/identity/identity.test.ts';
const secrets = 'server/identity/secrets.test.ts';
const access = 'server/http/access.test.ts';
const limits = 'server/http/limits.test.ts';
const life = 'server/http/server-life.test.ts';
const live = 'server/http/live.test.ts';
const cli = 'cli/server.test.ts';

/** The rules of safety that the server is held to, by number: what keeps each, or why none does. */
const rules: Readonly<Record<string, Kept | Aside>> = {
  '1 a token for each person and device': {
    by: [
      [identity, 'a token for one device of that person'],
      [cli, 'invites and revokes'],
    ],
  },
  '2 256 random bits, a known prefix, shown once': {
    by: [[secrets, 'has 256 bits behind a prefix']],
  },
  '3 kept as a hash, found by its prefix': {
    by: [
      [secrets, 'is kept as a hash only'],
      [identity, 'keeps neither a token nor a code'],
    ],
  },
  '4 passwords by a slow hash': {
    because: 'nobody has a password: people come in by one-time codes',
  },
  '5 revoking holds from the next request, streams end in 5 s': {
    by: [
      [live, 'ends within five seconds'],
      [live, 'ends soon after its device was taken its access'],
      ['server/db/upkeep/upkeep.test.ts', 'does not come back with it'],
      [identity, 'a revoked token apart'],
    ],
  },
  '6 codes: fifteen minutes, once, five tries': {
    by: [
      [identity, 'none lives longer than fifteen minutes'],
      [identity, 'typed wrong five times'],
      [identity, 'only one of two'],
    ],
  },
  '7 the first admin comes from the console': {
    by: [[cli, 'begins with its first admin, from the console only']],
  },
  '8 default deny, every route by every role': {
    by: [[access, 'the table has every route that there is']],
  },
  '9 a connector only adds to its own': { by: [[access, 'opens tickets and adds to its own']] },
  '10 who leaves loses every device, nothing of the history': {
    by: [[identity, 'whoever leaves loses every device at once']],
  },
  '11 no open address without TLS or a proxy': {
    by: [[life, 'refuses %s without TLS and without a proxy']],
  },
  '12 a certificate is pinned by its fingerprint': { by: [[life, 'shows the fingerprint to pin']] },
  '13 X-Forwarded-For from listed proxies, from the right': {
    by: [
      [life, 'read from the right'],
      [life, 'believes nobody when no proxy is named'],
    ],
  },
  '14 HSTS, TLS 1.2 at least': { by: [[life, 'speaks nothing older than 1.2']] },
  '15 cookies': { by: [[limits, 'nobody’s token']] },
  '16 1 MiB, 25 MiB for files, before parsing': {
    by: [
      [limits, 'of more than 1 MiB is refused'],
      [limits, 'of more than 25 MiB'],
    ],
  },
  '17 depth, keys, __proto__': { by: [[limits, 'is a bad request']] },
  '18 packing ratio and cap': { by: [[limits, 'grows a hundredfold']] },
  '19 rate by token and by address': {
    by: [
      [limits, 'a token asks only so often'],
      [limits, 'an address asks only so often'],
      [limits, 'a code can be tried only so often'],
    ],
  },
  '20 slow clients, streams for each token': {
    by: [
      [limits, 'that never ends its headers is cut'],
      [limits, 'that never ends its body is cut'],
      [live, 'is given to a device only so often'],
    ],
  },
  '21 no regular expressions of people': {
    because: 'no request has one: filters compare words literally',
  },
  '22 no inline script': noPages,
  '23 CSRF': noPages,
  '24 links of surveys': noPages,
  '25 status page': noPages,
  '26 honeypot': noPages,
  '35 the store is its owner’s alone': {
    by: [[life, 'keeps its store and its files to its own user']],
  },
  '36 no secret in logs': { by: [[life, 'never logs a token, a code']] },
  '37 pinned packages, no install scripts': {
    because: 'held by the lock file and .npmrc, not by the program',
  },
  '38 a chained audit': { by: [[cli, 'keeps who did what, and finds that nothing']] },
  '39 the oldest client that may sync': { by: [[life, 'sends an old client away in words']] },
};

describe('the rules of safety of the server', () => {
  it.each(Object.entries(rules))('%s', (_, rule) => {
    if ('because' in rule) return expect(rule.because.length).toBeGreaterThan(10);
    for (const [file, title] of rule.by) {
      const path = join(root, file);
      expect([file, existsSync(path)]).toEqual([file, true]);
      expect([file, title, readFileSync(path, 'utf8').includes(title)]).toEqual([
        file,
        title,
        true,
      ]);
    }
  });
});
