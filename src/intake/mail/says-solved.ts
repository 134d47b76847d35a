import type { ParsedLetter } from './letter.ts';

/** A letter of more words says more than that. */
const MOST_WORDS = 25;

/** One of these has to be there; «да» and «ok» alone may answer anything. */
const telling =
  /^(?:спасибо|благодар\p{L}+|(?:за)?работа(?:ет|ют)|заработал\p{L}?|помогло|получилось|реш(?:ено|ена|ен|илась|ился|илось|или)|исправ(?:лено|или)|подтвержда\p{L}+|закрывайте|thanks?|works?|working|fixed|solved|resolved|confirm(?:ed)?|helped)$/u;

/** What stands around such a word without taking anything back. */
const harmless =
  /^(?:да|ок|окей|хорошо|отлично|супер|большое|огромное|вам|тебе|за|помощь|оперативность|все|теперь|уже|как|надо|у|нас|меня|в|порядке|проверил[аи]?|это|можно|закры(?:ть|вать)|обращение|заявку|добрый|доброе|день|утро|вечер|здравствуйте|привет|it|is|all|now|yes|ok|okay|great|good|perfect|you|very|much|so|for|your|the|help|everything|fine|we|i|can|close|ticket|hello|hi|dear|team)$/u;

/** What was wrong, where the same breath says that it is over. */
const overcome =
  /(?:проблема|вопрос|problem|issue)(?= (?:is |has been )?(?:реш|исправ|solved|fixed|resolved))/g;

/** Where a signature begins. */
const farewell =
  /^\s*(?:--|с уважением|всего доброго|хорошего дня|отправлено (?:из|с)|best|kind|regards|sincerely|sent from)/i;

/**
 * Whether somebody writes nothing but thanks, or that all is well. That sends no solution back; a
 * word too many, and a person has to read it.
 */
export function saysSolved({ text, quoted }: Pick<ParsedLetter, 'text' | 'quoted'>): boolean {
  const lines = text.slice(0, text.length - (quoted?.length ?? 0)).split('\n');
  const end = lines.findIndex((line) => farewell.test(line));
  const own = lines.slice(0, end < 0 ? lines.length : end).join(' ');
  if (own.includes('?')) return false;
  const plain = own.toLowerCase().replaceAll('ё', 'е').replace(overcome, '');
  const words = plain.match(/[\p{L}\d]+/gu) ?? [];
  if (words.length > MOST_WORDS || !words.some((word) => telling.test(word))) return false;
  return words.every((word) => telling.test(word) || harmless.test(word));
}
