import type { PromiseKind } from '../domain/vocabulary.ts';

/**
 * What a word says about a time beside it. `will`: somebody of ours will act. `past`, `fact`,
 * `asked`, `hours`: it happened, it happens, the customer is to act, a place is open.
 * `wait`: the customer waits. `topic`: a noun that is promised («ответ»), weaker than a verb.
 */
export type Sense = 'will' | 'past' | 'fact' | 'asked' | 'hours' | 'wait' | 'topic' | 'never';

/** A word's sense and, where the word tells it, what is promised. */
export interface WordSense {
  readonly sense: Sense;
  readonly kind: PromiseKind | null;
}

type Rule = readonly [sense: Sense, kind: PromiseKind | null, words: RegExp];

/** Looked through from the top: the first that fits decides. */
const RULES: readonly Rule[] = [
  // Words that look like verbs and say nothing.
  ['topic', 'deadline', /^(?:eta|срок|сроки|срока|дедлайн|deadline|готовность)$/],
  ['topic', 'call-back', /^(?:звонок|звонка|перезвон|созвон|callback)$/],
  [
    'topic',
    'next-update',
    /^(?:новост[ьи]|сообщение|обновление|апдейт|апдэйт|статус|весть|вести|информация|update|news|message|feedback)$/,
  ],
  [
    'topic',
    'next-update',
    /^(?:ответ|результат|результаты|отчет|answer|reply|result|results|report)$/,
  ],
  ['topic', 'call-back', /^(?:позвонить|перезвонить|набрать|созвониться)$/],
  ['topic', 'next-update', /^(?:отписаться|отзвониться|отписать|сообщить|написать|ответить)$/],
  ['topic', null, /^back$/],
  [
    'topic',
    'deadline',
    /^(?:решение|исправление|восстановление|ремонт|выезд|визит|готово|ready|site|live|fix|visit|resolution)$/,
  ],

  [
    'wait',
    'hold',
    /^(?:подождите|подожди|обождите|ждите|ожидайте|дайте|повисите|побудьте|потерпите|оставайтесь|отойду|отлучусь|отвлекусь)$/,
  ],
  ['wait', 'hold', /^(?:hold|wait|bear|allow|give|gimme|hang|like|brb)$/],

  [
    'never',
    null,
    /^(?:истека(?:ет|ют)|исте(?:чет|кут)|действ(?:ует|уют|ителен|ительна|ительно|овать)|годен|годна|хран(?:ится|ятся)|терп(?:ит|ят)|допуска(?:ет|ют)(?:ся)?|автоматически|ежедневно|еженедельно|ежемесячно|ежечасно)$/,
  ],
  ['never', null, /^(?:expires?|expired|valid|automatically|daily|weekly|monthly|hourly|hereby)$/],
  [
    'never',
    null,
    /^(?:кажд(?:ый|ую|ое|ые|ых|ого|ой)|every|each|обычно|usually|typically|normally|always|всегда|никогда|never)$/,
  ],
  [
    'never',
    null,
    /^(?:недоступ(?:ен|на|но|ны)|unavailable|отключ(?:ен|ена|ено|ены|ат)|простой|перерыв|перерыва)$/,
  ],
  ['never', null, /^(?:версии|верси[яю]|version|release|билд|сборк[аиу])$/],
  [
    'never',
    null,
    /^(?:отпуск(?:е|а)?|отгул(?:е)?|больничн(?:ом|ый)|выходн(?:ой|ая)|праздник|отсутству(?:ю|ем|ет|ют)|vacation|holiday|absent)$/,
  ],
  ['never', null, /^(?:won't|cannot|can't|couldn't|wouldn't|unable|shan't)$/],

  [
    'hours',
    null,
    /^(?:работа(?:ем|ю|ет|ют)|открыт(?:а|о|ы)?|режим|график|расписание|часы|будн(?:и|ям|ие|их)|рабочее|принимаем|принимает|дежурит|дежурю|офис|склад|магазин|касса|круглосуточно)$/,
  ],
  [
    'hours',
    null,
    /^(?:open|opens|closes|schedule|business|office|weekdays|hours|operate|operates|available|closed|store|shop)$/,
  ],

  [
    'asked',
    null,
    /^(?:прошу|просим|просьба|попрошу|ждем|жду|ждать|нуж(?:но|ен|на|ны)|необходимо|надо|следует|должн[ыао]|должен|обязан[ыа]?|требуется|можете|успейте|желательно|можно|вправе)$/,
  ],
  [
    'asked',
    null,
    /^(?:please|kindly|must|need|needs|ensure|ask|require|requires|could|would|remember|deadline for)$/,
  ],

  [
    'will',
    'call-back',
    /^(?:пере|по|до|от|об|вы)?(?:звон)(?:ю|им|ит|ят|юсь|имся|ится|ятся)$|^(?:со)звон(?:имся|юсь|ятся|ится)$|^набер(?:у|ем|ет|ут)$/,
  ],
  [
    'will',
    'next-update',
    /^(?:на|от|до)?пиш(?:у|ем|ет|ут|усь|емся|ется)$|^(?:сообщ|ответ|отвеч|уведом|оповест|извест)(?:у|лю|им|ит|ят|ат)$|^отвечу$|^(?:рас|под|с)скаж(?:у|ем|ет|ут)$|^скаж(?:у|ем|ет|ут)$/,
  ],
  [
    'will',
    'next-update',
    /^верн(?:усь|емся|ется|утся)$|^свяж(?:усь|емся|ется|утся)$|^(?:про)?информиру(?:ю|ем|ет|ют)$|^отчита(?:юсь|емся)$|^оповещу$|^(?:дам|дадим|даст|дадут)$|^маякну$|^поделюсь$|^опишу|^объясню|^отвечаем$|^дол(?:ожу|ожим)$|^получите$|^узнаете$|^держать$/,
  ],
  [
    'will',
    null,
    /^(?:буду|будем|будет|будут|обещаю|обещаем|постара(?:юсь|емся)|планиру(?:ю|ем|ет|ется|ют|ются)|ожида(?:ем|ется|ются|ю)|рассчитыва(?:ю|ем)|намерен[ыа]?|собира(?:юсь|емся)|надеюсь|надеемся|сможете|смогу|сможем|могу|можем|получится|удастся|давайте|готов[ыа]?)$/,
  ],
  [
    'will',
    null,
    /^(?:запланирован[аоы]?|назначен[аоы]?|назначил[аи]?|запланировал[аи]?|перенес|перенесл[аи]|перенесен[аоы]?|договорились|условились|записал[аи]?|забронировал[аи]?|намечен[аоы]?)$/,
  ],
  [
    'will',
    'deadline',
    /^(?:приед|подъед|выед|заед|доед|приезжа|подойд|прид|зайд|выйд)(?:у|ем|ет|ут)$/,
  ],
  [
    'will',
    'deadline',
    /^(?:за|по|до|про|от|вос)?(?:сдела|заработа|доработа|обработа|узна|разбер|смож|заверш|законч|конч|исправ|почин|восстанов|устран|реш|подготов|настро|подключ|замен|помен|провер|выполн|обнов|пришл|вышл|перешл|отправ|передад|доставит|привез|достав|запуст|включ|появ|постав|установ|перенес|успе|найд|разреш|вылож|выдад|верн|начн|приступ|откро|закро|дадут|освобод|поступ|добав|созда|оформ|согласу|уточн|посмотр|изуч|проанализиру|протестиру|перезагруз|перезапуст|откат|рассмотр|продл|увелич)(?:у|ю|ем|им|ет|ит|ют|ят|ут|ат|лю|тся|ится|ется|утся|ятся|имся|емся|усь|юсь|дим|чу|чим|чит|чат|жу|влю|тим|зим|стим|щу|шу)(?:ся|сь)?$/,
  ],
  [
    'will',
    null,
    /^(?:will|shall|gonna|going|expect|expected|expects|plan|planned|planning|aim|aiming|hope|hoping|promise|should|intend|scheduled|booked|ships|arrives|comes|visits|delivers|arranged|rescheduled|agreed|let|let's|due|eta|can|i'm|we're|it's)$/,
  ],
  ['will', null, /^(?:i|we|he|she|they|it|that|there|this|engineer|technician|who)'ll$/],
  ['asked', null, /^you'll$/],

  [
    'will',
    'deadline',
    /^(?:(?:с|за|под|на|пере|вы)?(?:кин|дерн|чекн|глян|пинган|заглян)(?:у|ем|ет|ут)|забегу|заскочу|возьм(?:у|ем|ет|ут)|займ(?:усь|емся|ется|утся))$/,
  ],

  [
    'fact',
    null,
    /^(?:ведется|ведутся|проводятся|проводится|проходят|проходит|пройд(?:ет|ут)|состоится|падает|виснет|висит|гаснет|пропадает|рвется|идет|стоит|выпадает|выскакивает|тормозит|перезагружается|goes|drops|crashes|freezes|disconnects|stops|fails|happens|reboots|disappears|appears|logs|takes|lasts)$/,
  ],
  [
    'fact',
    null,
    /^(?:повтор|отключ|выключ|сброс|удал|ухудш|слом|обруб|прекрат|продл)(?:ится|ятся|ается|аются)$|^(?:завис|пропад|оборв|сорв|упад)(?:нет|нут|ет|ут|ется|утся)$/,
  ],
  [
    'will',
    'deadline',
    /^(?:с|вы|до|за|из|ис|на|об?|от|пере|по|под|при|раз|рас|у|вос|воз)[а-я]{2,}(?<!вод|нос|ход|воз|станов|держ)(?:ится|ятся|нется|нутся)$/,
  ],
  ['asked', null, /(?:[аеиоуыяю]йте|[бвгджзклмнпрстфхцчшщ]ите|ьте)(?:сь)?$/],
  [
    'past',
    null,
    /^(?:мог|помог|шел|возник|погас|исчез|замерз|залез|нес|вез|назад|ago|вчера|позавчера|yesterday|спустя|прошл(?:ый|ую|ой|ом|ого|ое)|since)$|шл[аои]$|(?:мог|ник|пас|чез|лез|нес|вез)л[аои]$/,
  ],
  ['past', null, /[аяеиыоу]л[аои]?(?:сь|ся)?$/],
  [
    'past',
    null,
    /(?:ован|лен|жен|шен|чен|щен|ден|рен|нен|вен|сен|зен|ран|дан|лан|зан|сан)[аоы]?$|(?:нят|крыт|бит|чат)[аоы]?$/,
  ],
  [
    'past',
    null,
    /^(?:was|were|had|did|went|began|came|sent|told|said|found|made|took|lost|broke|ran|got|been|asked|wrote|saw|felt|last)$/,
  ],
  ['past', null, /^[a-z]{2,}ed$/],
  ['fact', null, /(?:[аяу]ется|[аяу]ются|[иы]вает|[иы]вают|ает|яет)$/],
  [
    'will',
    'deadline',
    /^(?:с|вы|до|за|из|ис|на|об?|от|пере|по|под|при|про|раз|рас|у|вос|воз)[а-я]{2,}(?:аю|ируем|ирую|лю|ню|рю|юсь|усь|аем|яем|еем|уем|им|имся|емся|шу|жу|щу|(?<!да|стре)чу)$/,
  ],
];

/** Words that a rule above would take for something else. */
const NEUTRAL = new Set(
  [
    'или если ли недели модели цели школа сила силы числа число дела дело отдел отдела отделе канал канала канале каналы',
    'портал портала журнал журнала журналы материал материалы персонал терминал терминала филиал филиала филиалы сигнал',
    'потенциал раздел раздела разделе пароли роли доли детали около только столько сколько мало правила правило узел узла',
    'стол стола пул предел начала сначала пользователи производители получатели родители покупатели кабели модули профили',
    'день один домен смен обмен времен уверен возможен согласен важен плане стены смены цены имена',
    'извините простите здравствуйте поймите учтите смотрите переживайте волнуйтесь беспокойтесь увидите хотите видите',
    'говорите сайте лимите защите визите кредите аудите комитете бюджете уточните счете пакете ответе доступен доступна',
    'последним своим общим внешним верхним внутренним соседним предыдущим следующим совсем проблем систем прием объем',
    'подъем режим случаю сентябрю октябрю ноябрю пользователю получателю производителю отправителю неделю затем',
    'indeed speed feed seed red bed wed shed hundred limited detailed advanced unlimited united bored tired',
    'связи свои сами станет знает бывает зал вокзал материала финал капитал уже данные данных данным страна',
  ]
    .join(' ')
    .split(' '),
);

const known = new Map<string, WordSense | null>();
const MOST_KNOWN = 20_000;

/** What a word (small letters, ё as е) says about the times beside it; null for most words. */
export function senseOf(word: string): WordSense | null {
  const found = known.get(word);
  if (found !== undefined) return found;
  const rule =
    word.length > 40 || NEUTRAL.has(word)
      ? undefined
      : RULES.find(([, , words]) => words.test(word));
  const sense = rule ? { sense: rule[0], kind: rule[1] } : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, sense);
  return sense;
}

/** What a bare English verb after `will` or `to` promises; a participle, a noun likewise. */
const BASE_KINDS: readonly (readonly [PromiseKind, RegExp])[] = [
  [
    'call-back',
    /^(?:call|calls|calling|phone|ring|callback|звонить|перезвонить|позвонить|созвониться)$/,
  ],
  [
    'next-update',
    /^(?:write|update|updates|reply|answer|respond|inform|know|hear|message|email|contact|report|follow|news|note|posted|ping|get|come|touch|писать|написать|сообщить|ответить|связаться|вернуться|рассказать|связи)$/,
  ],
  [
    'deadline',
    /^(?:fix|fixed|finish|finished|restore|restored|resolve|resolved|complete|completed|done|ready|deliver|repair|repaired|replace|solve|solved|send|install|visit|arrive|receive|online|working|engineer|technician|crew|live|готов|готова|готово|готовы|восстановлен[аоы]?|исправлен[аоы]?|решен[аоы]?|завершен[аоы]?|устранен[аоы]?)$|[а-я]{3,}(?:ить|еть|ать|ять|уть|ыть|[йз]ти|[езс]ть|чь)(?:ся)?$/,
  ],
];

/** What is promised by a word that is no promise by itself. */
export function baseKindOf(word: string): PromiseKind | null {
  return BASE_KINDS.find(([, words]) => words.test(word))?.[0] ?? null;
}
