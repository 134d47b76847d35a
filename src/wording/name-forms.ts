/** Given names that people of desks have most; a surname is what is not among them. */
const GIVEN = new Set(
  (
    'александр александра алексей алена алина алиса алла альберт анастасия анатолий ангелина андрей анжела ' +
    'анна антон антонина арина аркадий арсений артем артур айгуль айрат богдан борис вадим валентин валентина ' +
    'валерий валерия варвара василий василиса вера вероника виктор виктория виталий владимир владислав влад ' +
    'всеволод вячеслав галина геннадий георгий герман глеб григорий дамир даниил данил данила дарья денис диана ' +
    'дина динара дмитрий ева евгений евгения егор екатерина елена елизавета жанна заур зинаида злата зоя иван ' +
    'игорь илона илья ильдар инга инна ирина карина катерина кира кирилл клара константин кристина ксения лариса ' +
    'лев леонид лидия лилия любовь людмила макар максим маргарита марат марина мария марк мая милана мирон михаил ' +
    'надежда назар наталия наталья никита николай нина оксана олег олеся ольга павел петр полина раиса рамиль ' +
    'регина ренат римма рината роберт родион роман руслан рустам савелий светлана семен сергей снежана софия софья ' +
    'станислав степан таисия тамара тарас татьяна тимофей тимур ульяна федор филипп элина элла эльвира эльдар ' +
    'эмма эдуард юлиан юлия юрий яков яна ярослав ярослава ' +
    'adam alan alex alexander alice amy andrew angela anna anne anthony barbara ben benjamin brian carl carol ' +
    'catherine charles charlie chris christian christine christopher claire daniel dave david deborah dennis diana ' +
    'donald edward elena elizabeth emily emma eric eva frank fred gary george greg hannah harry helen henry ian ' +
    'ivan jack jacob james jane jason jeff jennifer jessica jim joan joe john jonathan joseph julia karen kate ' +
    'kevin kim laura linda lisa lucy maria mark martin mary matthew max michael mike nancy nick nicole oliver olga ' +
    'oscar patricia patrick paul peter philip rachel ray rebecca richard robert roger rose ruth ryan sam samuel ' +
    'sandra sarah scott sergei simon sophia stephen steve steven susan thomas tim tom tony victor victoria ' +
    'vladimir walter william'
  ).split(' '),
);

const PATRONYMIC = /(?:ович|евич|ьич|мич|овна|евна|инична|ична)$/;
const SURNAME =
  /(?:[оеё]в|[оеё]ва|ин|ина|ын|ына|[сц]кий|[сц]кая|ко|[уюя]к|ич|дзе|швили|ян|[иы]х|[сц]ких|ov|ova|ev|eva|in|ina|sky|skaya|enko|son|man)$/;

/** Whether a word is a given name. */
export function isGivenName(word: string): boolean {
  return GIVEN.has(plain(word));
}

/** Whether a word is a patronymic. */
export function isPatronymic(word: string): boolean {
  return PATRONYMIC.test(plain(word)) && word.length > 5;
}

/** Whether a word ends as most surnames do. */
export function looksLikeSurname(word: string): boolean {
  return SURNAME.test(plain(word));
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}

/** Endings of a word by how it ends itself, the longest first; names bend as nouns or adjectives do. */
const ENDINGS: readonly (readonly [ending: RegExp, cut: number, forms: string])[] = [
  [/(?:ский|цкий|ный|той|вой|лый|рый)$/, 2, '(?:ий|ый|ой|ого|ому|им|ым|ом)'],
  [/(?:ская|цкая|ная|тая|вая|лая|рая)$/, 2, '(?:ая|ой|ую)'],
  [/(?:[оеу]ва|ина|ына)$/, 1, '(?:а|ой|у|ою|ы|е)'],
  [/(?:[оеу]в|ин|ын)$/, 0, '(?:а|у|ым|ом|е|ы|ых|ыми)?'],
  [/(?:ко|[иы]х|о|е|и|у|ю)$/, 0, ''],
  [/ия$/, 2, '(?:ия|ии|ию|ией)'],
  [/ий$/, 2, '(?:ий|ия|ию|ием|ии)'],
  [/ец$/, 2, '(?:ец|ца|цу|цом|цем|це)'],
  [/ел$/, 2, '(?:ел|ла|лу|лом|ле)'],
  [/а$/, 1, '(?:а|ы|и|е|у|ой|ею|ей)'],
  [/я$/, 1, '(?:я|и|е|ю|ей)'],
  [/й$/, 1, '(?:й|я|ю|ем|е)'],
  [/ь$/, 1, '(?:ь|я|ю|ем|е|и|ью)'],
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, '(?:а|у|ом|ем|е|ы|и)?'],
];

/** An expression for all forms of a name; Latin ones take a possessive only. */
export function nameForms(word: string): string {
  const small = plain(word);
  const [, cut, forms] = ENDINGS.find(([ending]) => ending.test(small)) ?? [/$/, 0, ''];
  const stem = cut === 0 ? word : word.slice(0, -cut);
  return `${stem.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}${forms}`;
}
