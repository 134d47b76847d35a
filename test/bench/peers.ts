import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { openBenchDesk } from './desk-store.ts';
import { Terminal } from './terminal.ts';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A program of the same kind to compare with. */
export interface Peer {
  readonly open: (size: Size) => Terminal;
  readonly isFull: (screen: readonly string[]) => boolean;
  /** Moves one row down and up inside the page. */
  readonly keys: string;
}

function find(bench: Bench, program: string): string | null {
  const found = spawnSync('/bin/sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  if (found.status === 0) return found.stdout.trim();
  bench.say(`${program} is not installed: no comparison with it`);
  return null;
}

/** fzf over one line per ticket, when it is installed. */
export function fzfList(bench: Bench): Peer | null {
  const command = find(bench, 'fzf');
  if (command === null) return null;
  const list = join(bench.scratch, 'list.txt');
  return {
    // Control keys: letters would be a query.
    keys: '\u000b\u000a',
    open: (size) => {
      const line = `exec ${command} --layout=default < ${list}`;
      return new Terminal({ command: '/bin/sh', args: ['-c', line], env: bench.env, ...size });
    },
    isFull: (screen) => screen.some((row) => row.includes(`${bench.tickets}/${bench.tickets}`)),
  };
}

/** Writes what the peers show: the same subjects, as lines and as letters. */
export async function writePeerData(bench: Bench): Promise<void> {
  const desk = await openBenchDesk(bench.desk);
  const rows = desk.store.sql.all<{ number: string; subject: string; name: string | null }>(
    'SELECT t.number, t.subject, c.name FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id',
  );
  desk.store.close();
  const lines = rows.map(({ number, subject, name }) => `${number}  ${name ?? ''}  ${subject}`);
  writeFileSync(join(bench.scratch, 'list.txt'), `${lines.join('\n')}\n`);
  if (!find(bench, 'neomutt')) return;
  const maildir = join(bench.cache, `maildir-${rows.length}`);
  if (existsSync(maildir)) return;
  bench.say(`writing a Maildir of ${rows.length} letters, once`);
  const partial = `${maildir}.partial`;
  rmSync(partial, { recursive: true, force: true });
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(partial, part), { recursive: true });
  for (const [index, row] of rows.entries()) {
    writeFileSync(
      join(partial, 'cur', `${1_700_000_000 + index}.${index}.desk:2,S`),
      letter(row, index),
    );
  }
  renameSync(partial, maildir);
}

function letter(
  row: { number: string; subject: string; name: string | null },
  index: number,
): string {
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
  const date = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toUTCString();
  return [
    `From: ${encoded(row.name ?? 'Клиент')} <desk${index % 40}@demo.example>`,
    'To: support@desk.example',
    `Subject: ${encoded(row.subject)}`,
    `Date: ${date}`,
    `Message-ID: <${index}@demo.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${row.number} ${row.subject}`,
    '',
  ].join('\n');
}

/** neomutt over one letter per ticket, with a filled header cache, when it is installed. */
export async function neomutt(bench: Bench): Promise<Peer | null> {
  const command = find(bench, 'neomutt');
  const maildir = join(bench.cache, `maildir-${bench.tickets}`);
  if (command === null || !existsSync(maildir)) return null;
  const config = join(bench.scratch, 'neomuttrc');
  const cache = join(bench.cache, `neomutt-cache-${bench.tickets}`);
  const isCached = existsSync(cache);
  mkdirSync(cache, { recursive: true });
  const settings = [
    'unset maildir_check_cur',
    `set header_cache="${cache}"`,
    'set maildir_header_cache_verify=no',
    'set sort=date',
    `set spoolfile="${maildir}"`,
    `set folder="${bench.cache}"`,
    'bind index j next-entry',
    'bind index k previous-entry',
  ];
  writeFileSync(config, `${settings.join('\n')}\n`);
  const peer: Peer = {
    keys: 'kj',
    open: (size) => {
      const args = ['-n', '-F', config, '-f', maildir];
      return new Terminal({ command, args, env: bench.env, leaveKeys: 'x', ...size });
    },
    isFull: (screen) => screen.some((row) => row.includes(`Msgs:${bench.tickets}`)),
  };
  if (!isCached) {
    bench.say('neomutt fills its header cache, once');
    const first = peer.open({ columns: 80, rows: 24 });
    await first.firstFull(peer.isFull, 300_000);
    await first.quiet(1_000);
    await first.leave();
  }
  return peer;
}
