import { tuiTexts } from '../../../src/i18n/tui-texts.ts';
import { LONGEST_CHECKED } from '../../../src/tui/model/wording-model.ts';
import type { Bench } from '../bench.ts';
import type { Row } from '../row.ts';
import { pause, type Sample, sampleOf } from '../statistics.ts';
import type { Terminal } from '../terminal.ts';
import { isFullScreen, openScreen } from '../workstation.ts';
import { threadsOf } from './replies-spelling.ts';
import { replyOf } from './replies-text.ts';

interface Draft {
  readonly name: string;
  readonly length: number;
  readonly must?: number;
}

const drafts: readonly Draft[] = [
  { name: 'an empty draft', length: 0 },
  { name: 'a draft of 5,000 characters', length: 5_000, must: 16 },
  { name: 'a draft of 200,000 characters', length: 200_000 },
];

const SIZE = { columns: 80, rows: 24 };
const WORDS = 'проверил настройки ещё раз и ';
const UP = '\u001b[A';
/** The caret stands so many rows above the end: what follows it is laid out again, too. */
const ROWS_UP = 30;
/** Rests between keys: in them the wording is looked at, words are checked, the draft is saved. */
const REST_MS = { least: 250, most: 650, step: 37 };
const SETTLED_MS = 1_500;
const MOST_TRIES = 8;

/** How soon a letter stands on the screen while a reply is written, with rules and spelling on. */
export async function keyRows(
  bench: Bench,
  folder: string,
  sentences: readonly string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  let floor: Answers | null = null;
  for (const [place, draft] of drafts.entries()) {
    const terminal = openScreen(bench, SIZE, folder);
    try {
      await write(terminal, place, replyOf(sentences, draft.length));
      const answers = await type(bench, terminal);
      floor ??= answers;
      rows.push(...rowsOf(draft, answers, floor));
      if (draft.length === 0) rows.push(...(await insertRow(bench, terminal)));
    } finally {
      terminal.send('\u001b');
      await terminal.quiet(300);
      await terminal.leave();
    }
  }
  return rows;
}

/** Pastes a text into the reply to a ticket of its own and waits until it has been looked at. */
async function write(terminal: Terminal, place: number, text: string): Promise<void> {
  await terminal.firstFull(isFullScreen, 10_000);
  await terminal.quiet(300);
  const open = tuiTexts('ru').composerPublic;
  terminal.send(`${'j'.repeat(place)}r`);
  await terminal.firstFull((screen) => screen.some((row) => row.includes(open)), 20_000);
  if (text === '') terminal.send('Проверяю ');
  else terminal.send(`\u001b[200~${text}\u001b[201~${UP.repeat(ROWS_UP)}`);
  // A longer text is looked at in its review only.
  if (text.length <= LONGEST_CHECKED) await untilChecked(terminal);
}

/** The rules are read and the dictionaries loaded while somebody writes on. */
async function untilChecked(terminal: Terminal): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await terminal.quiet(SETTLED_MS);
    if (threadsOf(terminal.pid) !== 0) return;
    terminal.send('а');
  }
  throw new Error(`spelling is not on:\n${(await terminal.screen()).join('\n')}`);
}

interface Answers {
  readonly steady: Sample;
  readonly rested: Sample;
  readonly missed: number;
}

async function type(bench: Bench, terminal: Terminal): Promise<Answers> {
  const letters = (count: number) => {
    return Array.from({ length: count }, (_, i) => WORDS[i % WORDS.length] ?? '');
  };
  const steady: number[] = [];
  const rested: number[] = [];
  const [many, few] = bench.isQuick ? [60, 40] : [200, 120];
  for (const letter of letters(many)) {
    const painted = await terminal.press(letter);
    if (painted) steady.push(painted.ms);
  }
  for (const [i, letter] of letters(few).entries()) {
    const { least, most, step } = REST_MS;
    await pause(least + ((i * step) % (most - least)));
    const painted = await terminal.press(letter);
    if (painted) rested.push(painted.ms);
  }
  const missed = many + few - steady.length - rested.length;
  return { steady: sampleOf(steady), rested: sampleOf(rested), missed };
}

function rowsOf(draft: Draft, { steady, rested, missed }: Answers, floor: Answers): Row[] {
  const part = 'replies';
  const rows = (how: string, all: Sample, least: Sample): Row[] => {
    const what = `80×24, ${draft.name}, ${how}: key to paint`;
    const lost = missed > 0 ? `, ${missed} WITHOUT ANSWER` : '';
    const detail = `p99 ${all.quantile(0.99).toFixed(1)} ms, ${all.count} keys${lost}`;
    const row = (of: string, share: number, must?: number): Row => {
      const value = all.quantile(share);
      const floors = value / least.quantile(share);
      return { part, what: `${what} ${of}`, value, unit: 'ms', floors, must, detail };
    };
    return [row('p50', 0.5), row('p95', 0.95, draft.must)];
  };
  return [...rows('typed on', steady, floor.steady), ...rows('after a rest', rested, floor.rested)];
}

/** The likeliest template from the list into the text, as it is seen; taken out again each time. */
async function insertRow(bench: Bench, terminal: Terminal): Promise<Row[]> {
  const times: number[] = [];
  for (let i = 0; i < (bench.isQuick ? 15 : 50); i += 1) {
    await terminal.press('\u0012');
    const painted = await terminal.press('\r');
    if (painted) times.push(painted.ms);
    await terminal.press('\u001a');
  }
  const all = sampleOf(times);
  const detail = `p50 ${all.quantile(0.5).toFixed(1)} ms, ${all.count} times`;
  const what = '80×24, filled template into a draft: key to paint p95';
  return [{ part: 'replies', what, value: all.quantile(0.95), unit: 'ms', detail }];
}
