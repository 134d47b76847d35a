import type { Bench, Part } from '../bench.ts';
import { fzfList, neomutt, type Peer } from '../peers.ts';
import type { Row } from '../row.ts';
import { pressAll, rowsOf } from './keys.ts';

async function measure(bench: Bench, name: string, peer: Peer): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of [
    { columns: 80, rows: 24 },
    { columns: 200, rows: 60 },
  ]) {
    const terminal = peer.open(size);
    try {
      await terminal.firstFull(peer.isFull, 60_000);
      await terminal.quiet(300);
      const count = bench.isQuick ? 40 : 120;
      const pressed = Array.from({ length: count }, (_, i) => peer.keys[i % 2] ?? '');
      const series = await pressAll(terminal, pressed);
      rows.push(...rowsOf(`${name} ${size.columns}×${size.rows}`, 'peer-keys', series));
    } finally {
      await terminal.leave();
    }
  }
  return rows;
}

async function run(bench: Bench): Promise<readonly Row[]> {
  const fzf = fzfList(bench);
  const mutt = await neomutt(bench);
  return [
    ...(fzf ? await measure(bench, 'fzf', fzf) : []),
    ...(mutt ? await measure(bench, 'neomutt', mutt) : []),
  ];
}

/** The same keys in programs that others work with, where they are installed. */
export const peerKeys: Part = { name: 'peer-keys', run };
