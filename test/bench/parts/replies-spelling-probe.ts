import { readFileSync } from 'node:fs';
import { openSpeller } from '../../../src/app/wording/open-speller.ts';
import { type Paths, resolvePaths } from '../../../src/config/paths.ts';
import { must } from '../../../src/util/must.ts';
import { pause } from '../statistics.ts';

/** What the thread of the dictionaries did to the process that started it. */
export interface SpellingCost {
  /** Worst stalls of the main loop, ms; `idle` is that of a loop with nothing to do. */
  readonly idle: number;
  readonly load: number;
  readonly short: number;
  readonly long: number;
  /** From the call to both dictionaries answering, ms. */
  readonly loadMs: number;
  readonly longMs: number;
  /** What the process holds more than before, MiB: with both dictionaries, and after the long text. */
  readonly memory: number;
  readonly memoryAfterLong: number;
}

/** The texts that are checked. */
export interface SpellingTexts {
  readonly short: string;
  readonly long: string;
}

const TICK_MS = 10;
const IDLE_MS = 1_000;
const SUGGESTED = 8;

interface Watched {
  readonly ms: number;
  readonly stall: number;
}

/** How late a tick of the main loop came at worst while something went on. */
async function watch(work: () => Promise<unknown>): Promise<Watched> {
  await pause(TICK_MS);
  const from = performance.now();
  let last = from;
  let stall = 0;
  const tick = () => {
    const now = performance.now();
    stall = Math.max(stall, now - last - TICK_MS);
    last = now;
  };
  const timer = setInterval(tick, TICK_MS);
  await work();
  const ms = performance.now() - from;
  await pause(TICK_MS);
  tick();
  clearInterval(timer);
  return { ms, stall };
}

function heldMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

async function measure(desk: { paths: Paths }, texts: SpellingTexts): Promise<SpellingCost> {
  const open = async () => must(await openSpeller(desk), 'spelling');
  const idle = await watch(() => pause(IDLE_MS));
  const before = heldMiB();
  const load = await watch(async () => {
    const speller = await open();
    await Promise.all([speller.misspelt('компьютер', 'ru'), speller.misspelt('computer', 'en')]);
  });
  const speller = await open();
  const short = await watch(async () => {
    const found = await speller.misspelt(texts.short, 'ru');
    if (found.length === 0) throw new Error('misspelt words are not found');
    const words = found.slice(0, SUGGESTED).map(({ word }) => word);
    await Promise.all(words.map((word) => speller.suggest(word, 'ru')));
  });
  const memory = heldMiB() - before;
  const long = await watch(() => speller.misspelt(texts.long, 'ru'));
  const memoryAfterLong = heldMiB() - before;
  speller.close();
  return {
    ...{ idle: idle.stall, load: load.stall, short: short.stall, long: long.stall },
    ...{ loadMs: load.ms, longMs: long.ms, memory, memoryAfterLong },
  };
}

const [root = '', folder = '', file = ''] = process.argv.slice(2);
const texts: SpellingTexts = JSON.parse(readFileSync(file, 'utf8'));
const cost = await measure({ paths: resolvePaths({}, root, folder) }, texts);
process.stdout.write(JSON.stringify(cost));
