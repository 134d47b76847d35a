import type { Bench, Part } from '../bench.ts';
import { copyOfDesk } from '../desk-store.ts';
import type { Row } from '../row.ts';
import { insertRows } from './replies-insert.ts';
import { keyRows } from './replies-keys.ts';
import { lintRows } from './replies-lint.ts';
import { spellingRows } from './replies-spelling.ts';
import { replyOf, replySentences } from './replies-text.ts';

/** An ordinary letter that something is put into. */
const DRAFT = 1_000;

async function run(bench: Bench): Promise<readonly Row[]> {
  const folder = copyOfDesk(bench);
  const sentences = await replySentences(folder);
  return [
    ...(await insertRows(bench, folder, replyOf(sentences, DRAFT))),
    ...(await keyRows(bench, folder, sentences)),
    ...(await lintRows(bench, folder, sentences)),
    ...(await spellingRows(bench, folder, sentences)),
  ];
}

/** Writing a reply: templates, keys in a draft, rules of wording, spelling. */
export const replies: Part = { name: 'replies', run };
