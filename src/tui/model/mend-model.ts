import { writingTexts } from '../../i18n/writing-texts.ts';
import type { Finding } from '../../wording/finding.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { editComposer } from './composer-model.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { say, type Ui } from './ui.ts';
import { LONGEST_CHECKED } from './wording-model.ts';

const SPELLING = 'L12';

/**
 * Goes to the next remark about the text being written: a misspelt word offers what was meant, any
 * other remark says what is wrong and what to write instead.
 */
export function mendNext(ui: Ui): void {
  const { composer, remarks, language } = ui.store.get();
  if (!composer) return;
  const { text, caret } = composer.history.present;
  const w = writingTexts(language);
  if (text.length > LONGEST_CHECKED) return say(ui, w.checkedLater);
  const findings = remarks?.text === text ? remarks.findings : [];
  const places = findings.filter(({ start, end }) => end > start);
  const next = places.toSorted(byPlaceAfter(caret))[0];
  if (!next) return say(ui, w.wordingClean);
  editComposer(ui, bufferOf(text, next.start), 'other');
  if (next.rule === SPELLING) return ui.gate.hold(offerWords(ui, next.text));
  const { severity, message, suggestion } = next;
  say(ui, `${severity}: ${message}${suggestion === '' ? '' : ` → ${suggestion}`}`, 'problem');
}

/** Remarks behind the caret come first, then those from the beginning. */
function byPlaceAfter(caret: number) {
  const place = ({ start }: Finding) =>
    start > caret ? start : start + Number.MAX_SAFE_INTEGER / 2;
  return (a: Finding, b: Finding) => place(a) - place(b);
}

const KEEP = 'keep';

async function offerWords(ui: Ui, word: string): Promise<void> {
  const { language, wording } = ui.store.get();
  const w = writingTexts(language);
  const words = (await wording?.suggest(word, language)) ?? [];
  // What was said about the remark before would stand in the place of this list's keys.
  ui.store.set({ toast: null });
  const choice = (id: string, label: string): Choice => ({ id, label, detail: '', disabled: null });
  openPicker(ui, {
    purpose: 'spelling',
    title: w.misspelt(word),
    isSearchable: false,
    choices: [...words.map((one) => choice(one, one)), choice(KEEP, w.keepWord(word))],
    choose: ({ id }) => {
      if (id === KEEP) return void keepWord(ui, word);
      const present = ui.store.get().composer?.history.present;
      const at = present?.caret ?? 0;
      if (!present?.text.startsWith(word, at)) return;
      const mended = present.text.slice(0, at) + id + present.text.slice(at + word.length);
      editComposer(ui, bufferOf(mended, at + id.length), 'other');
    },
  });
}

/** Puts a word on the person's own list: it is right from now on. */
async function keepWord(ui: Ui, word: string): Promise<void> {
  const { addWord } = await import('../../app/wording/open-speller.ts');
  await addWord(ui.desk(), word);
  const { remarks } = ui.store.get();
  const findings = remarks?.findings.filter((one) => one.rule !== SPELLING || one.text !== word);
  if (remarks && findings) ui.store.set({ remarks: { ...remarks, findings } });
  say(ui, writingTexts(ui.store.get().language).wordKept(word));
}
