import { constants, cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { searchArticles } from '../../../src/app/content/knowledge.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import type { Bench } from '../bench.ts';
import { openBenchDesk } from '../desk-store.ts';
import { bigBase } from '../kb/big-base.ts';
import { type Corpus, enlarge } from '../kb/corpus.ts';
import { fuseTitles } from '../kb/fuse-titles.ts';
import { spread } from '../kb/score.ts';
import { SHOWN, stemIndex } from '../kb/stem-index.ts';
import { keystrokes } from '../kb/typed-queries.ts';
import type { Row } from '../row.ts';
import { nowMs, type Sample, sampleOf } from '../statistics.ts';
import { roundRobin } from './one-shot.ts';

const SMALL = 10_000;
const LARGE = 100_000;
const FIRST_QUERY = 'почта не уходит';
/** fuse.js needs a quarter of a second for one keystroke. */
const FUSE_KEYSTROKES = 60;

interface Targets {
  readonly p50?: readonly [number, number];
  readonly p99: readonly [number, number];
}

const smallTargets: Targets = { p50: [15, 5], p99: [60, 25] };
const largeTargets: Targets = { p99: [150, 60] };

/** How soon the search answers while somebody types, and what a saved base costs. */
export async function latencyRows(bench: Bench, corpus: Corpus): Promise<Row[]> {
  const small = bigBase(bench, corpus, SMALL);
  const rows = [
    ...(await keystrokeRows(bench, small.folder, smallTargets)),
    ...peerRows(corpus, SMALL),
    ...baseRows(SMALL, small),
  ];
  const copy = mkdtempSync(join(bench.scratch, 'kb-'));
  cpSync(small.folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  rows.push(openRow(bench, copy, `${SMALL} articles`));
  rows.push(await replaceRow(bench, copy));
  if (bench.isQuick) return rows;
  const large = bigBase(bench, corpus, LARGE);
  return [
    ...rows,
    ...(await keystrokeRows(bench, large.folder, largeTargets)),
    ...peerRows(corpus, LARGE),
    ...baseRows(LARGE, large),
  ];
}

/** The same over the articles that come with the program. */
export async function shippedRows(bench: Bench): Promise<Row[]> {
  const folder = mkdtempSync(join(bench.scratch, 'kb-'));
  const typed = await keystrokeRows(bench, folder, smallTargets);
  return [...typed, openRow(bench, folder, 'the shipped articles')];
}

/** Every round begins with a base that was just opened, so that nothing is known from the last. */
async function keystrokeRows(bench: Bench, folder: string, targets: Targets): Promise<Row[]> {
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < (bench.isQuick ? 1 : 2); round += 1) {
    const desk = await openBenchDesk(folder);
    try {
      const knowledge = await openContent(desk).knowledge();
      await knowledge.ready;
      size = desk.articles.size().count;
      const find = (query: string) => searchArticles(knowledge, query, { limit: SHOWN });
      find(FIRST_QUERY);
      times.push(...timesOf(find, keystrokes()));
    } finally {
      desk.store.close();
    }
  }
  return timeRows(`keystroke, ${size} articles`, sampleOf(times), targets);
}

function peerRows(corpus: Corpus, count: number): Row[] {
  const { any, all } = stemIndex(enlarge(corpus.articles, count));
  const peers = [any, all].map((peer) => {
    const times = timesOf(peer.find, keystrokes());
    return timeRows(`${peer.name}: keystroke, ${count} articles`, sampleOf(times));
  });
  if (count > SMALL) return peers.flat();
  const fuse = fuseTitles(enlarge(corpus.articles, count));
  const times = timesOf(fuse.find, spread(keystrokes(), FUSE_KEYSTROKES));
  return [...peers.flat(), ...timeRows(`fuse on titles: keystroke, ${count}`, sampleOf(times))];
}

function timesOf(find: (query: string) => unknown, queries: readonly string[]): number[] {
  return queries.map((query) => {
    const from = nowMs();
    find(query);
    return nowMs() - from;
  });
}

function timeRows(what: string, times: Sample, targets?: Targets): Row[] {
  const row = (name: 'p50' | 'p99', value: number, detail: string): Row => {
    const [must, aim] = targets?.[name] ?? [];
    return { part: 'kb', what: `${what}: ${name}`, value, unit: 'ms', must, aim, detail };
  };
  return [
    row('p50', times.quantile(0.5), `${times.count} keystrokes`),
    row('p99', times.quantile(0.99), `max ${times.max.toFixed(0)} ms`),
  ];
}

function baseRows(
  count: number,
  { seconds, megabytes }: { seconds: number; megabytes: number },
): Row[] {
  const row = (what: string, value: number, unit: Row['unit'], detail: string): Row => {
    return { part: 'kb', what: `${what}, ${count} articles`, value, unit, detail };
  };
  return [
    row('import of the base', seconds, 's', 'smena kb import, when the base was built'),
    row('file of the base', megabytes, 'MiB', 'smena.db with the texts'),
  ];
}

/** A process that opens a saved base, answers and ends, without what starting it costs anyway. */
function openRow(bench: Bench, folder: string, base: string): Row {
  const search = ['kb', 'search', FIRST_QUERY, '--json', '--data-dir', folder];
  const programs = { version: [bench.smena, '--version'], search: [bench.smena, ...search] };
  const times = roundRobin(bench, programs, bench.isQuick ? 5 : 11);
  const [version, answer] = [times['version'], times['search']].map((sample) => {
    return sample?.quantile(0.5) ?? Number.NaN;
  });
  const value = (answer ?? Number.NaN) - (version ?? Number.NaN);
  const detail = `p50 ${answer?.toFixed(0)} ms less --version ${version?.toFixed(0)} ms`;
  const what = `open to first answer, ${base}`;
  return { part: 'kb', what, value, unit: 'ms', must: 1_000, aim: 300, detail };
}

/** One article after another gets a new text; each is safe on the disk when its time ends. */
async function replaceRow(bench: Bench, folder: string): Promise<Row> {
  const desk = await openBenchDesk(folder);
  try {
    await openContent(desk).knowledge();
    const listed = desk.articles.list({ lang: 'ru' }, { offset: 0, limit: SMALL });
    const times: number[] = [];
    for (const { id, lang } of spread(listed, bench.isQuick ? 40 : 200)) {
      const article = desk.articles.one(id, lang);
      if (article === null) continue;
      const changed = { ...article, body: `${article.body}\n\nПроверено на новой версии.` };
      const from = nowMs();
      desk.articles.put(changed);
      times.push(nowMs() - from);
    }
    const all = sampleOf(times);
    const detail = `p99 ${all.quantile(0.99).toFixed(1)} ms, ${all.count} articles, synchronous=FULL`;
    const what = `replace one of ${SMALL} articles: p50`;
    const value = all.quantile(0.5);
    return { part: 'kb', what, value, unit: 'ms', must: 10, aim: 3, detail };
  } finally {
    desk.store.close();
  }
}
