import type { Bench, Part } from '../bench.ts';
import { corpusIsMissing, findCorpus, readCorpus } from '../kb/corpus.ts';
import type { Row } from '../row.ts';
import { latencyRows, shippedRows } from './kb-latency.ts';
import { qualityRows } from './kb-quality.ts';

async function run(bench: Bench): Promise<readonly Row[]> {
  const folder = findCorpus(bench.corpus);
  if (folder === null) {
    bench.say(corpusIsMissing);
    return shippedRows(bench);
  }
  const corpus = readCorpus(folder);
  const latency = await latencyRows(bench, corpus);
  return [...(await qualityRows(bench, corpus)), ...latency];
}

/** Searching the knowledge base: how well it answers, and how soon while typing. */
export const kb: Part = { name: 'kb', run };
