import { isGivenName } from '../../wording/name-forms.ts';
import { matchRange, type TextRange } from '../../wording/text-range.ts';
import { anyCase } from './any-case.ts';

/** How people call themselves among their own. */
const SHORT = new Set(
  (
    'саша паша леша маша даша катя лена оля юля таня наташа настя аня костя дима витя миша коля вова володя женя ' +
    'сережа серега слава стас рома гоша жора толя федя леня боря гена валя галя света ира надя люба люда соня ксюша ' +
    'вика лиза тоня зина рита гриша тема ваня петя сеня макс эдик алена леха антоха юра гена лера лиля нелли ' +
    'kate katie will bob bill joe jim ben matt nate liz beth sue jen amy megan chloe sasha pete greg ed ' +
    'ted ron rob dan josh zoe ella grace lily sophie lucas noah liam mia ava omar ali priya raj wei marta pavel dmitry ' +
    'anton sergey igor natasha katya alexey marina irina svetlana ekaterina rustam timur ' +
    'ronald keith craig neil stuart gavin fiona heather joanna boris nikita yana alina maxim denis kirill gleb egor vadim galina nadia nina polina sofia darya dasha ' +
    'lena anya olya kostya ilya yuri yury artem artyom vlad aziz farid kamil mikhail nikolay pyotr tatiana tatyana ' +
    'veronika vitaly zhanna elmira gulnara alla ruslan konstantin monica sonia tanya vera victor susan eve leo max'
  ).split(' '),
);

const NAME = String.raw`(?<name>\p{L}[\p{L}-]+(?:\s(?-i:\p{Lu})[\p{L}-]+){0,2})(?![\p{L}-])`;
const RU_ROLE = String.raw`(?:ваш\p{L}*\s)?(?:инженер|специалист|сотрудник|оператор|администратор|старш|дежур|поддержк|техподдержк|тех\.?\s?поддержк|технич|служб|саппорт|перв|втор|трет|лини|л[123](?!\d)|[123]-?\p{L}*\s(?:лини|уров)|смен|компани|отдел|ведущ|сервис|из\s|с\s\p{L}+|от\s|на\sсвязи|на\sлинии|слуша|«)`;
const EN_ROLE = String.raw`(?:your |the |a |an |the\s)?(?:senior |lead |technical |customer |on-?call )?(?:support|engineer|tech|second|first|third|line|level|tier|service|help|duty|on-?call|customer|specialist|agent|analyst|operator|shift|night|day|from|at|on|with|here|speaking|l[123](?!\d)|it(?!\p{L}))`;
const ROLE = `(?:${RU_ROLE}|${EN_ROLE})`;
const BETWEEN = String.raw`\s*[,—–(:-]?\s*`;
const START = String.raw`(?:^|(?<=[.!?,;:—–\n-])\s*|(?<=\p{L}\s|^)(?:hey|hi|hello|привет|здравствуйте|добрый день)\s+)`;

/** Words after which the own name comes for certain. */
const SURE = [
  String.raw`(?:меня\s+(?:зовут|звать|величать)|зовут\s+меня|обращением[^.!?]{0,20}\sзовут|мо[её]\s+имя|имя\s+мо[её]|(?:с\s+вами|вам\s+(?:пишет|отвечает)|пишет\s+вам|вас\s+(?:приветствует|беспокоит)|беспокоит|пишет|вас\s+слушает|слушает\s+вас|говорит|на\s+связи|на\s+линии|у\s+аппарата|представлюсь|разрешите\s+представиться|позвольте\s+представиться|зовут)${BETWEEN}(?:это\s)?)`,
  String.raw`(?:my\s+name\s+is|my\s+name's|the\s+name's|the\s+name\s+is|name's|you(?:'re|\s+are)\s+(?:speaking|talking|chatting)\s+(?:with|to)|you(?:'re|\s+are)\s+(?:now\s+)?(?:through\s+to|connected\s+(?:to|with)|with)|your\s+(?:engineer|agent|specialist|contact)(?:\s+today)?\s+is|you(?:'ve|\s+have)\s+reached|i(?:'m|\s+am)\s+called|(?:let|allow)\s+me\s+(?:to\s+)?introduce\s+myself${BETWEEN}|call\s+me|i\s+go\s+by|signed)`,
];
const ALONE = String.raw`(?=\s*[.!,;\n)]|\s*$|\s+(?:и\s+)?(?:буду|я\s|веду|перенял|взял|занима|помогу|отвеча|смотр|вижу|продолж|отвеч|and\s+i|i'll|ill\s|i\s+(?:took|will|am|have)|looking|taking))`;
/** «Тамара из третьей линии проверит» is told of somebody else. */
const NO_DEED = String.raw`(?![^.!?,\n]{0,60}\s(?:will|is|are|has|was|can|did|took|told|said|does|would|'ll|\p{L}+ed|\p{L}+(?:[иеё]т|[иеё]тся|[уюая]т|[уюая]тся|ла|лась|л|лся))(?!\p{L}))`;
const LEAD = String.raw`(?:я|это(?:\s+(?:снова|опять|ещё\s+раз|я))?|тут|здесь|снова|опять|давайте\s+знакомиться:?\s+я|i'm|i\s+am|im|this\s+is|it's|it\s+is|its)`;

interface Expression {
  readonly find: RegExp;
  /** Whether a word with a capital letter is a name there, known or not. */
  readonly isSure: boolean;
}

/** What nobody else does for himself: «я Гульнара, возьму вашу заявку». */
const OWN_DEED = String.raw`,?\s+(?:и\s+)?(?:буду|веду|возьму|помогу|смотрю|посмотрю|занимаюсь|займусь|готов|дежурю|отвечаю|and\s+i|i'll|i\s+will)(?!\p{L})`;

const EXPRESSIONS: readonly Expression[] = [
  ...SURE.map((words) =>
    expression(
      String.raw`(?<!\p{L})(?<lead>${words})\s*(?:${ROLE}\p{L}*(?:\s(?-i:\p{Ll}+)){0,3}\s+)?${NAME}`,
      true,
    ),
  ),
  expression(
    String.raw`${START}(?<lead>${LEAD})\s*[—–-]?\s*${NAME}(?:\s+(?:again|снова|опять))?${BETWEEN}${ROLE}`,
    true,
  ),
  expression(String.raw`${START}(?<lead>${LEAD})\s*[—–-]?\s*${NAME}${ALONE}`, false),
  expression(String.raw`${START}(?<lead>я|i'm|i\s+am)\s*[—–-]?\s*${NAME}${OWN_DEED}`, true),
  expression(
    String.raw`${START}(?<lead>${LEAD})\s*(?:the\s|your\s)?${ROLE}\p{L}*(?:\s(?-i:\p{Ll}+)){0,3}\s+${NAME}${ALONE}`,
    true,
  ),
  expression(`${START}${NAME}${BETWEEN}${ROLE}${NO_DEED}`, false),
  expression(String.raw`${START}${NAME}\s+(?:here|speaking|слушаю|слушает)(?!\p{L})`, false),
  expression(
    String.raw`${START}${ROLE}\p{L}*(?:\s(?-i:\p{Ll}+)){0,2}(?:\s*«[^«»]{1,40}»)?${BETWEEN}${NAME}(?=\s*[.!]|\s*$|,?\s+(?:here|speaking|слуша|на\s+связи|на\s+линии|готов|я\s|помогу|буду))`,
    false,
  ),
];

function expression(source: string, isSure: boolean): Expression {
  return { find: new RegExp(anyCase(source), 'gu'), isSure };
}

/** Where a text says who writes it. */
export function findIntroductions(text: string): readonly TextRange[] {
  return EXPRESSIONS.flatMap(({ find, isSure }) =>
    [...text.matchAll(find)].filter((match) => isName(match, isSure)).map(trimmed),
  );
}

function isName(match: RegExpExecArray, isSure: boolean): boolean {
  const [first = ''] = match.groups?.['name']?.split(/\s/) ?? [];
  const small = first.toLowerCase();
  if (isGivenName(small) || SHORT.has(small)) return true;
  return isSure && /^\p{Lu}\p{Ll}+$/u.test(first) && !NO_NAME.test(small);
}

const NO_NAME = new RegExp(
  `^(?:${ROLE}|команда|компания|робот|бот|ваш|team|sorry|sure|glad)`,
  'iu',
);

function trimmed(match: RegExpExecArray): TextRange {
  const { start, end } = matchRange(match);
  const [lead = ''] = /^[\s.!?,;:—–-]*/.exec(match[0]) ?? [];
  const [tail = ''] = /[\s.!,;:(«"—–-]*$/.exec(match[0]) ?? [];
  return { start: start + lead.length, end: end - tail.length };
}
