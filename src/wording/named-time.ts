import type { LintOptions } from './finding.ts';
import type { MessageText } from './message-text.ts';
import { wordPattern } from './word-pattern.ts';

const NUMBER =
  '(?:\\d{1,3}(?:[-–—]\\d{1,3})?|@(?:надцать|дцать)|пар[уы]|одн@|дв[ае]|двух|тр[ие]|трёх|четыр@|пят[ьи]|' +
  'шест[ьи]|сем[ьи]|восьм?[ьи]|девят[ьи]|десят[ьи]|полтор@|сорок~|пятьдесят|an?|one|two|three|four|five|' +
  'six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|couple of|half an?)';
const UNIT =
  '(?:минут@?|мин|час(?:а|ов|у)?|секунд@?|сек|дн(?:я|ей|ю)|день|сут@|недел@|рабоч@ (?:час@|дн@)|' +
  'minutes?|mins?|hours?|seconds?|days?|weeks?|business days?|working days?)';
const LEADS =
  '(?:через|в течение|ещё|нужн@|понадобит@|потребует@|займ[её]т|in|within|another|need|needs?|takes?)';

/** Spans that lie ahead; hours and days are told from past ones by the search for promises. */
const AHEAD = wordPattern(
  [
    `${LEADS} (?:@ ){0,2}${NUMBER} ?${UNIT}`,
    `${UNIT} через ${NUMBER}`,
    '(?:by|no later than|не позднее|не позже) \\d{1,2}[:.]\\d{2}',
    '(?:через|в течение) (?:полчаса|получаса|час|часа|минуту|день|сутки)',
  ],
  'u',
);
/** «Минуту» and «a moment» are said without looking at a clock. */
const IDIOM =
  /^(?:одн\p{L}+ )?(?:минут|секунд)\p{L}*$|^(?:just )?(?:a|one) (?:minute|moment|second|sec)$/u;

/** Whether a message says when: what it promises, or a time that something is to happen by. */
export function namesTime(
  { prose, text }: MessageText,
  promises: LintOptions['promises'],
): boolean {
  const isClear = promises.some(
    ({ start, end }) => !IDIOM.test(text.slice(start, end).toLowerCase()),
  );
  return isClear || AHEAD.test(prose.lower);
}
