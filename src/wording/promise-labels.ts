import type { SaidTime } from './promise-said.ts';
import { FILLERS } from './promise-time-words.ts';
import type { Token } from './promise-tokens.ts';
import { senseOf } from './promise-verbs.ts';

/** Words further before a time than this are no label of it. */
const REACH = 8;
const PLANNED = /^(?:ожидаем|планов|планир|ориентиров|расчетн|expected|estimated|target)/;
/** What may stand between a label and its length: «срок решения — около 4 часов». */
const JOINTS = /^(?:[:—–-]|is|of|составит|составляет|будет)$/;
const LENGTH_LABEL =
  /(?:^| )(?:eta|срок|(?:срок|время) (?:решения|исполнения|выполнения|устранения|восстановления|доставки|поставки|ремонта|замены|готовности|работ)|(?:resolution|repair|fix|restoration|recovery|delivery|turnaround|lead|completion) time)$/;
/** «Файл восстановлю, это где-то час». */
const THAT = /(?:^| )(?:это|that's|that is)$/;

/** «Срок: 16:00», `ETA 16:00`, «следующее сообщение — 16:00». */
export function isLabelledHour(tokens: readonly Token[], said: SaidTime): boolean {
  return wordsBefore(tokens, said, 5).some((text) => {
    const sense = senseOf(text)?.sense;
    return sense === 'topic' || sense === 'will' || PLANNED.test(text);
  });
}

/** «Срок решения: 4 часа», `ETA is two hours`. */
export function isLabelledLength(tokens: readonly Token[], said: SaidTime): boolean {
  return LENGTH_LABEL.test(labelOf(tokens, said));
}

/** «Восстановлю из копии, это примерно час». */
export function isLengthOfThat(tokens: readonly Token[], said: SaidTime): boolean {
  return THAT.test(labelOf(tokens, said));
}

/** The words before a time without those that only join it to them. */
function labelOf(tokens: readonly Token[], said: SaidTime): string {
  const words = wordsBefore(tokens, said, REACH);
  const isJoint = (word: string) => JOINTS.test(word) || FILLERS.has(word);
  while (isJoint(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

function wordsBefore(tokens: readonly Token[], said: SaidTime, count: number): string[] {
  const { sentence } = tokens[said.first] ?? {};
  return tokens
    .slice(Math.max(0, said.first - count), said.first)
    .filter((token) => token.sentence === sentence)
    .map(({ text }) => text);
}
