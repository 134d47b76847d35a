import { expandPhrase, lowerFirst, slotsOf, upperFirst } from './expand-phrase.ts';
import type { Act } from './story-plots.ts';
import type { Manner, Telling } from './story-teller.ts';

/** Stands for an empty line in a list of variants. */
const nothing = '_';
const sentenceStart = /(?:^|[.!?]\s+)[а-яё]/g;

/** What a contact writes, in the voice of that contact. */
export function tellContactAct(telling: Telling, act: Act, manner: Manner): string {
  const { topic, contactVoice } = telling.cast;
  switch (act) {
    case 'tell':
      return tellProblem(telling, manner);
    case 'nudge':
    case 'thanks':
      return styled(telling, contactVoice.voice[act], manner.isLonger ? ', {okTail}' : '');
    case 'again':
      return styled(telling, topic.again ?? topic.answer, manner.isLonger ? ', {atWhom} тоже' : '');
    default:
      return styled(telling, topic.answer, manner.isLonger ? ', {who} подтверждает, {pc}' : '');
  }
}

function tellProblem({ cast, scope, opening: what }: Telling, { isLonger }: Manner): string {
  const { name, voice } = cast.contactVoice;
  const end = voice.lower || /[.!?»:)]$/.test(what) ? '' : '.';
  // After pasted lines the talk goes on in a line of its own.
  const joint = what.includes('⏎') && !voice.lower ? '⏎' : voice.join;
  const more = isLonger ? `${joint}{atWhom} тоже, {pc}` : '';
  const pieces = [
    `${scope.random.pick(voice.before)} ${what}${end}`,
    `${joint}${scope.random.pick(extrasBeside(what, voice.extra, cast.topic.personal))}${more}`,
    `${joint}${scope.random.pick(voice.after)}`,
  ];
  const given = new Map([['sign', cast.contact.name]]);
  const text = expandPhrase(pieces.join(''), { ...scope, given }, cast.contactGender);
  if (voice.lower) return plainEnd(lowerFirst(text));
  return name === 'forward' ? text : text.replaceAll(sentenceStart, (all) => all.toUpperCase());
}

/** Nobody says twice when it began: lines that repeat a slot of the story are left out. */
function extrasBeside(
  what: string,
  extras: readonly string[],
  isPersonal: boolean,
): readonly string[] {
  const told = new Set([...slotsOf(what), ...(isPersonal ? ['atWhom'] : [])]);
  const isTimed = told.has('since') || told.has('began');
  const beside = extras.filter((line) => {
    return slotsOf(line).every((name) => {
      return !told.has(name) && !(isTimed && (name === 'since' || name === 'began'));
    });
  });
  return beside.map((line) => (line === nothing ? '' : line));
}

function styled({ cast, scope, deck }: Telling, lines: readonly string[], more: string): string {
  const { voice } = cast.contactVoice;
  const ok = plainEnd(expandPhrase(deck.draw(cast.topic.ok), scope, cast.contactGender));
  const given = new Map([
    ['ok', ok],
    ['sign', cast.contact.name],
  ]);
  const phrase = `${deck.draw(lines)}${more}`;
  const text = expandPhrase(phrase, { ...scope, given }, cast.contactGender);
  if (voice.lower) return plainEnd(lowerFirst(text));
  return /[.!?»:)]$/.test(text) || text.includes('\n') ? upperFirst(text) : `${upperFirst(text)}.`;
}

function plainEnd(text: string): string {
  return text.replace(/(?<!\.)\.$/, '');
}
