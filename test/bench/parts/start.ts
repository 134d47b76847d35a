import type { Bench, Part } from '../bench.ts';
import { fzfList, neomutt } from '../peers.ts';
import type { Row } from '../row.ts';
import { type Sample, sampleOf } from '../statistics.ts';
import type { Terminal } from '../terminal.ts';
import { isFullScreen, openScreen } from '../workstation.ts';
import { runOnce } from './one-shot.ts';

interface Starter {
  readonly open: () => Terminal;
  readonly isFull: (screen: readonly string[]) => boolean;
}

async function run(bench: Bench): Promise<readonly Row[]> {
  const size = { columns: 80, rows: 24 };
  const starters: Record<string, Starter> = {
    smena: { open: () => openScreen(bench, size), isFull: isFullScreen },
  };
  const fzf = fzfList(bench);
  if (fzf) starters['fzf'] = { open: () => fzf.open(size), isFull: fzf.isFull };
  const mutt = await neomutt(bench);
  if (mutt) starters['neomutt'] = { open: () => mutt.open(size), isFull: mutt.isFull };
  const { floor, ...times } = await measure(bench, starters, bench.isQuick ? 5 : 15);
  const { smena } = times;
  if (!floor || !smena) return [];
  const ms = smena.quantile(0.5);
  const value = ms / floor.quantile(0.5);
  const detail = `p50 ${ms.toFixed(0)}, fastest ${smena.min.toFixed(0)} ms = ${(smena.min / floor.min).toFixed(2)} × the fastest floor`;
  const what = `start to first full frame, ${bench.tickets} tickets`;
  const rows: Row[] = [{ part: 'start', what, value, unit: '×', must: 4.5, aim: 3.3, detail }];
  for (const [name, sample] of Object.entries(times)) {
    if (name === 'smena') continue;
    const share = ms / sample.quantile(0.5);
    const goal = name === 'neomutt' ? { aim: 0.15 } : {};
    const about = `${name} p50 ${sample.quantile(0.5).toFixed(0)} ms`;
    const floors = sample.quantile(0.5) / floor.quantile(0.5);
    const of = `smena : ${name}, ${bench.tickets} ${name === 'neomutt' ? 'letters' : 'lines'}`;
    rows.push({ part: 'start', what: of, value: share, unit: '×', ...goal, floors, detail: about });
  }
  return rows;
}

async function measure(
  bench: Bench,
  starters: Readonly<Record<string, Starter>>,
  rounds: number,
): Promise<Record<string, Sample>> {
  const times: Record<string, number[]> = {};
  for (let round = -2; round < rounds; round += 1) {
    const all: Record<string, number> = { floor: runOnce(bench, ['-e', '0']) };
    for (const [name, { open, isFull }] of Object.entries(starters)) {
      const terminal = open();
      all[name] = await terminal.firstFull(isFull, 30_000).finally(() => terminal.leave());
    }
    if (round < 0) continue;
    for (const [name, ms] of Object.entries(all)) times[name] = [...(times[name] ?? []), ms];
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, sampleOf(list)]));
}

/** From the command to a screen one can work with. */
export const start: Part = { name: 'start', run };
