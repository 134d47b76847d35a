import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { ownFile } from '../../content/desk/own-file.ts';
import type { LoadedSpellingWords } from '../../content/load-spelling-words.ts';
import { must } from '../../util/must.ts';
import { createSpeller, type Speller } from '../../wording/spelling/speller.ts';
import { SpellingThread, type SpellingTrouble } from '../../wording/spelling/spelling-thread.ts';
import { parseSpellingWord, type SpellingWord } from '../../wording/spelling/spelling-word.ts';
import { endWithDesk } from '../desk/close-desk.ts';
import { readCompiled } from '../desk/compiled-copy.ts';
import type { Desk } from '../desk/desk.ts';
import { ownFolders, shippedFolder } from '../desk/pack-folders.ts';
import { keepPersonalWord, readPersonalWords } from './personal-words.ts';

type Spelling = Pick<Desk, 'paths'>;

/** Raise when the compiled form of the words changes. */
const FORM = 1;
/** More would take more room than both dictionaries. */
const MOST_EXTRA = 20_000;

const opened = new WeakMap<Spelling, Promise<Opened>>();
const lenders = new WeakMap<Spelling, Spelling>();

/** What became of an attempt. */
interface Opened {
  readonly speller: Speller | null;
  readonly trouble: () => SpellingTrouble | null;
}

/**
 * The speller of a desk, started by the first call and kept until it or the desk is closed; null
 * when it could not be started. Nothing of it is loaded before.
 */
export async function openSpeller(desk: Spelling): Promise<Speller | null> {
  const owner = ownerOf(desk);
  const kept = opened.get(owner) ?? start(owner);
  opened.set(owner, kept);
  return (await kept).speller;
}

/** Lets a desk use the speller of another one that outlives it: a second thread costs as much again. */
export function lendSpeller(owner: Spelling, desk: Spelling): void {
  lenders.set(desk, owner);
}

function ownerOf(desk: Spelling): Spelling {
  return lenders.get(desk) ?? desk;
}

/** What is wrong with the spelling of this desk; null when nothing is, or it was never asked for. */
export async function spellingTrouble(desk: Spelling): Promise<SpellingTrouble | null> {
  return (await opened.get(ownerOf(desk)))?.trouble() ?? null;
}

/** Tries both dictionaries for `smena doctor`: what is wrong with them, or null. */
export async function trySpelling(desk: Spelling): Promise<SpellingTrouble | null> {
  const wasOpen = opened.has(ownerOf(desk));
  const speller = await openSpeller(desk);
  await speller?.misspelt('компьютер', 'ru');
  await speller?.misspelt('computer', 'en');
  const trouble = await spellingTrouble(desk);
  if (!wasOpen) speller?.close();
  return trouble;
}

/** Takes a word as right from now on, here and in the person's file. */
export async function addWord(desk: Spelling, text: string): Promise<void> {
  const word = keepPersonalWord(desk.paths, text);
  const running = await opened.get(ownerOf(desk));
  running?.speller?.add(word);
}

async function start(desk: Spelling): Promise<Opened> {
  const thread = new SpellingThread(program());
  const close = () => {
    opened.delete(desk);
    thread.close();
  };
  endWithDesk(desk, close);
  try {
    if (!(await thread.ready)) return { speller: null, trouble: () => thread.trouble };
    const { words, problem } = await tradeWords(desk.paths, thread);
    thread.add([...readPersonalWords(desk.paths), ...words].slice(0, MOST_EXTRA));
    const speller = { ...createSpeller(thread), close };
    return { speller, trouble: () => thread.trouble ?? problem };
  } catch (error) {
    const trouble = thread.trouble ?? ({ code: 'broken', detail: String(error) } as const);
    thread.close();
    return { speller: null, trouble: () => trouble };
  }
}

/** Bundled, the thread's program stands beside all others; else where it was written. */
function program(): URL {
  const isBundled = !import.meta.url.endsWith('.ts');
  const path = isBundled ? './spelling-worker.mjs' : '../../wording/spelling/spelling-worker.ts';
  return new URL(path, import.meta.url);
}

interface TradeWords {
  readonly words: readonly SpellingWord[];
  readonly problem: SpellingTrouble | null;
}

/** The shipped words and the desk's own, from their compiled copy while the files are the same. */
async function tradeWords(paths: Paths, thread: SpellingThread): Promise<TradeWords> {
  const shipped = join(shippedFolder(paths), 'spelling.yaml');
  const own = ownFile('spelling.yaml', ownFolders(paths));
  const read = own === null ? [shipped] : [shipped, own];
  const files = [join(paths.content, 'package.json'), ...read];
  const copy = { folder: paths.cache, name: 'spelling', form: FORM, files };
  const { words, problems } = await readCompiled<LoadedSpellingWords>(copy, async () => {
    return must(await thread.ask('read', { files: read }), 'the spelling thread');
  });
  const wrong = words.filter((line) => parseSpellingWord(line) === null);
  const detail = [...problems, ...wrong].join('\n');
  return {
    words: words.flatMap((line) => parseSpellingWord(line) ?? []),
    problem: detail === '' ? null : { code: 'words', detail },
  };
}
