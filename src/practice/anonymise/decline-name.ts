export type Gender = 'male' | 'female';
export type NamePart = 'given' | 'patronymic' | 'surname';

/** Cases in the order of the forms: nominative, genitive, dative, accusative, instrumental, prepositional. */
type Forms = readonly string[];

const FLEETING: Readonly<Record<string, string>> = { павел: 'Павл', лев: 'Льв', петр: 'Петр' };
const HUSHING = /[жчшщц]$/i;
const HARD_K = /[гкхжчшщ]$/i;

/** The six forms of a Russian name; a word of other letters, or one that does not bend, stays. */
export function declineName(word: string, part: NamePart, gender: Gender): Forms {
  if (!/[а-яё]$/i.test(word)) return same(word);
  return (part === 'surname' ? ofSurname(word, gender) : null) ?? ofNoun(word, gender);
}

function ofSurname(word: string, gender: Gender): Forms | null {
  if (gender === 'female') {
    if (/(?:[оеё]ва|ина|ына)$/i.test(word)) return bend(word, 1, 'а ой ой у ой ой');
    if (/ая$/i.test(word)) return bend(word, 2, 'ая ой ой ую ой ой');
    return /[бвгджзклмнпрстфхцчшщьй]$/i.test(word) ? same(word) : null;
  }
  if (/(?:[оеё]в|ин|ын)$/i.test(word)) return bend(word, 0, '- а у а ым е');
  if (/ий$/i.test(word)) return bend(word, 2, 'ий ого ому ого им ом');
  if (/[ыо]й$/i.test(word)) return bend(word, 2, `${word.slice(-2)} ого ому ого ым ом`);
  return /[иы]х$/i.test(word) ? same(word) : null;
}

function ofNoun(word: string, gender: Gender): Forms {
  const stem = word.slice(0, -1);
  if (/ия$/i.test(word)) return bend(word, 1, 'я и и ю ей и');
  if (/я$/i.test(word)) return bend(word, 1, 'я и е ю ей е');
  if (/а$/i.test(word)) {
    const genitive = HARD_K.test(stem) ? 'и' : 'ы';
    return bend(word, 1, `а ${genitive} е у ${HUSHING.test(stem) ? 'ей' : 'ой'} е`);
  }
  if (/[оеиыуюэ]$/i.test(word)) return same(word);
  if (gender === 'female') return /ь$/i.test(word) ? bend(word, 1, 'ь и и ь ью и') : same(word);
  if (/ий$/i.test(word)) return bend(word, 1, 'й я ю я ем и');
  if (/[йь]$/i.test(word)) return bend(word, 1, `${word.slice(-1)} я ю я ем е`);
  const bent = FLEETING[word.toLowerCase().replaceAll('ё', 'е')] ?? word;
  const instrumental = HUSHING.test(bent) ? 'ем' : 'ом';
  return [word, ...bend(bent, 0, `- а у а ${instrumental} е`).slice(1)];
}

function bend(word: string, cut: number, endings: string): Forms {
  const stem = cut === 0 ? word : word.slice(0, -cut);
  return endings.split(' ').map((ending) => (ending === '-' ? stem : stem + ending));
}

function same(word: string): Forms {
  return Array.from({ length: 6 }, () => word);
}

/** The gender that a name tells of itself; null where it does not. */
export function genderOf(words: readonly string[]): Gender | null {
  const all = words.map((word) => word.toLowerCase().replaceAll('ё', 'е'));
  if (all.some((word) => /(?:овна|евна|ична|инична)$/.test(word))) return 'female';
  if (all.some((word) => /(?:ович|евич|ьич|мич|кич)$/.test(word))) return 'male';
  if (all.some((word) => MEN_IN_A.has(word))) return 'male';
  if (all.some((word) => /(?:[оеё]ва|ина|ына|[цс]кая)$/.test(word))) return 'female';
  if (all.some((word) => /(?:[оеё]в|ин|ын|[цс]кий)$/.test(word))) return 'male';
  const [given] = all;
  return given !== undefined && /[а-яё]$/.test(given)
    ? /[ая]$/.test(given)
      ? 'female'
      : 'male'
    : null;
}

const MEN_IN_A = new Set(
  (
    'никита илья лука савва фома данила кузьма дима вова володя сережа миша коля вася петя леша толя ' +
    'юра витя боря гриша костя паша гена сашка женька'
  ).split(' '),
);
