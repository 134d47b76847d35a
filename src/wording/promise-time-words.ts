/** A length of time of one unit. Days, weeks and months are those of the calendar. */
export interface Unit {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
}

const minute: Unit = { minutes: 1, days: 0, months: 0 };
const hour: Unit = { minutes: 60, days: 0, months: 0 };
const day: Unit = { minutes: 0, days: 1, months: 0 };
const week: Unit = { minutes: 0, days: 7, months: 0 };
const month: Unit = { minutes: 0, days: 0, months: 1 };

/** Every form of «минута», «час», `hour` and their short ones. */
export const UNITS: ReadonlyMap<string, Unit> = spread([
  [
    { minutes: 1 / 60, days: 0, months: 0 },
    'сек секунд секунду секунды секунда second seconds sec',
  ],
  [minute, 'м мин минут минуты минуту минута минуток минутки минутку минуточку минутам'],
  [minute, "m min mins minute minutes minute's"],
  [hour, 'ч час часа часов часу часик часика часиков часок h hr hrs hour hours'],
  [day, "д дн день дня дней денек денька деньков сутки суток d day days day's"],
  [week, 'нед неделя недели неделю недель недельку w wk week weeks'],
  [month, 'мес месяц месяца месяцев month months'],
]);

/** Units that are said in short and may stand for something else when no number is before them. */
export const SHORT_UNITS = new Set('м мин ч д дн нед мес сек m min h hr d w'.split(' '));

/** Amounts that are words of their own: «полчаса». */
export const WHOLE_DURATIONS: ReadonlyMap<string, Unit> = new Map([
  ['полчаса', { minutes: 30, days: 0, months: 0 }],
  ['получаса', { minutes: 30, days: 0, months: 0 }],
  ['полчасика', { minutes: 30, days: 0, months: 0 }],
  ['полминуты', { minutes: 0.5, days: 0, months: 0 }],
  ['полдня', { minutes: 720, days: 0, months: 0 }],
  ['полторачаса', { minutes: 90, days: 0, months: 0 }],
]);

/** Numbers in words, every case that follows «через», «в течение», «до», `in`, `by`. */
export const NUMBERS: ReadonlyMap<string, number> = spread([
  [0.5, 'половину'],
  [1, 'один одну одного одной одному a an one единственный'],
  [1.5, 'полтора полторы полутора'],
  [2, 'два две двух двум two пару пары пара couple'],
  [3, 'три трех трем three'],
  [4, 'четыре четырех четырем four'],
  [5, 'пять пяти five'],
  [6, 'шесть шести six'],
  [7, 'семь семи seven'],
  [8, 'восемь восьми eight'],
  [9, 'девять девяти nine'],
  [10, 'десять десяти ten десяток'],
  [11, 'одиннадцать одиннадцати eleven'],
  [12, 'двенадцать двенадцати twelve'],
  [13, 'тринадцать тринадцати thirteen'],
  [14, 'четырнадцать четырнадцати fourteen'],
  [15, 'пятнадцать пятнадцати fifteen'],
  [16, 'шестнадцать шестнадцати sixteen'],
  [17, 'семнадцать семнадцати seventeen'],
  [18, 'восемнадцать восемнадцати eighteen'],
  [19, 'девятнадцать девятнадцати nineteen'],
  [20, 'двадцать двадцати twenty'],
  [30, 'тридцать тридцати thirty'],
  [40, 'сорок сорока forty'],
  [50, 'пятьдесят пятидесяти fifty'],
  [60, 'шестьдесят шестидесяти sixty'],
  [90, 'девяносто ninety'],
]);

/** «В половине третьего», «полтретьего»: the hour that is being begun. */
export const ORDINAL_HOURS: ReadonlyMap<string, number> = new Map(
  'первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

/** Days of a month in words, as they are said in a date: «первому», `first`. */
export const ORDINAL_DAYS: ReadonlyMap<string, number> = spread([
  [1, 'первого первому первое first'],
  [2, 'второго второму второе second'],
  [3, 'третьего третьему третье third'],
  [4, 'четвертого четвертому четвертое fourth'],
  [5, 'пятого пятому пятое fifth'],
  [6, 'шестого шестому шестое sixth'],
  [7, 'седьмого седьмому седьмое seventh'],
  [8, 'восьмого восьмому восьмое eighth'],
  [9, 'девятого девятому девятое ninth'],
  [10, 'десятого десятому десятое tenth'],
  [11, 'одиннадцатого одиннадцатому одиннадцатое eleventh'],
  [12, 'двенадцатого двенадцатому двенадцатое twelfth'],
  [13, 'тринадцатого тринадцатому тринадцатое thirteenth'],
  [14, 'четырнадцатого четырнадцатому четырнадцатое fourteenth'],
  [15, 'пятнадцатого пятнадцатому пятнадцатое fifteenth'],
  [16, 'шестнадцатого шестнадцатому шестнадцатое sixteenth'],
  [17, 'семнадцатого семнадцатому семнадцатое seventeenth'],
  [18, 'восемнадцатого восемнадцатому восемнадцатое eighteenth'],
  [19, 'девятнадцатого девятнадцатому девятнадцатое nineteenth'],
  [20, 'двадцатого двадцатому двадцатое twentieth'],
  [30, 'тридцатого тридцатому тридцатое thirtieth'],
]);

/** Days counted from today. */
export const DAY_OFFSETS: ReadonlyMap<string, number> = spread([
  [-2, 'позавчера'],
  [-1, 'вчера вчерашнего вчерашнему yesterday'],
  [0, 'сегодня сегодняшнего сегодняшнему сегодняшний today'],
  [1, 'завтра завтрашнего завтрашнему завтрашний tomorrow tmr tmrw'],
  [2, 'послезавтра'],
]);

/** Short names of weekdays that mean something else when no preposition is before them. */
export const SHORT_WEEKDAYS = new Set(
  'пн вт ср чт пт сб вс пон mon tue tues wed thu thur thurs fri sat sun'.split(' '),
);

/** Words between «через» and the amount that change nothing. */
export const FILLERS = new Set(
  'примерно около приблизительно буквально ориентировочно где то максимум минимум еще каких нибудь каждых ближайшие ближайших ближайшего ближайший ближайшую следующие следующих следующего следующий ~ ≈ самое позднее что плюс about around roughly approximately approx прим прибл ориент just another the next maybe under over less than no more at most coming only'.split(
    ' ',
  ),
);

function spread<Value>(
  rows: readonly (readonly [value: Value, words: string])[],
): ReadonlyMap<string, Value> {
  return new Map(
    rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
  );
}
