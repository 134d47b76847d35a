import { plural } from '../fill.ts';

const tickets = (n: number) => `${n} ${plural('ru', n, ['обращение', 'обращения', 'обращений'])}`;
const entries = (n: number) => `${n} ${plural('ru', n, ['запись', 'записи', 'записей'])}`;
const letters = (n: number) => `${n} ${plural('ru', n, ['сообщение', 'сообщения', 'сообщений'])}`;

/** Tickets that belong together: a mass incident, a merge, a split, a reminder to many. */
export const family = {
  // How a ticket stands to others.
  parent: (number: string, subject: string) => `часть общей аварии ${number} «${subject}»`,
  nextNews: (at: string) => `следующая новость ${at}`,
  children: (count: number, open: number) =>
    `общая авария: ${tickets(count)}${open === count ? '' : `, не решено ${open}`}`,
  noChildren: 'общая авария, прикреплённых обращений пока нет',
  mergedInto: (number: string) => `объединено с ${number}, отвечать там`,
  mergedFrom: (numbers: string) => `сюда перенесены ${numbers}`,
  splitFrom: (number: string) => `отделено от ${number}`,
  fromTicket: (number: string) => `из ${number}`,
  known: (number: string, subject: string, why: string) =>
    `Похоже на известную аварию ${number} «${subject}»: ${why}`,
  knownKeys: 'T присоединить',
  readIn: (number: string, subject: string) => `Всё это теперь в ${number} «${subject}»`,
  readInKeys: 'T открыть',
  // Why tickets look like one cause.
  topic: (words: string) => `говорят об одном: ${words}`,
  tag: (tag: string) => `метка ${tag}`,
  customer: (name: string) => `клиент ${name}`,
  town: (town: string) => `город ${town}`,
  proposed: (count: number, why: string, minutes: number) =>
    `Похоже на общую аварию: ${tickets(count)} за ${minutes} мин, ${why}`,
  proposedKeys: 'T посмотреть',
  noProposals: 'Ничего похожего на общую аварию нет.',
  dismissed: (key: string) => `Больше не предлагаем: ${key}`,
  // What was done.
  gathered: (number: string, count: number) => `${number}: в аварии теперь ${tickets(count)}`,
  detached: (number: string, parent: string) => `${number} выведено из ${parent}`,
  merged: (source: string, target: string) => `${source} объединено с ${target}`,
  splitOff: (number: string, source: string) => `${number} отделено от ${source}`,
  // Before many are written to.
  titleNews: (number: string, count: number) => `Всем по аварии ${number}: ${letters(count)}`,
  titleSolution: (number: string, count: number) =>
    `Авария ${number} решена, ответить всем: ${letters(count)}`,
  titleReminder: (count: number) => `Напомнить о подтверждении: ${letters(count)}`,
  distinct: (count: number) => (count === 1 ? 'текст у всех один' : `разных текстов: ${count}`),
  unreachable: (count: number) => `письмо не дойдёт: ${count}`,
  why: {
    'no-contact': 'контакта нет',
    'no-address': 'нет почты',
    'not-waiting': 'клиент ничего не должен подтверждать',
    'too-soon': 'уже напоминали',
  },
  againAt: (at: string) => `снова можно ${at}`,
  noAddressKept: 'нет почты: текст останется в обращении неотправленным, позвоните',
  missing: (number: string, places: string) => `${number}: не заполнено ${places}`,
  blocked: 'Так отправить нельзя.',
  sayWhy: 'Есть замечания, с которыми не отправляют: отправить всё равно — X.',
  sentMany: (count: number, seconds: number) =>
    `Отправляется: ${letters(count)}. u — отменить, ${seconds} с`,
  keptMany: (count: number) => `${letters(count)}: записано, доставка писем не настроена`,
  written: (count: number) => `Написано: ${letters(count)}`,
  skipped: (count: number) => `без напоминания: ${count}`,
  nobody: 'Писать некому: никто не ждёт напоминания.',
  nobodyNews: (number: string) => `У ${number} нет обращений, которые ждут новостей.`,
  reminderTemplate: 'Каким шаблоном напомнить',
  messageTemplate: 'Что написать всем',
  ownText: 'Написать свой текст',
  ownTextDetail: '{{ contact.callName }} — имя каждого',
  textBroken: (problem: string) =>
    `В тексте ошибка (${problem}). Имя каждого — {{ contact.callName }}, номер — {{ ticket.number }}.`,
  // Before a merge.
  mergeTitle: (source: string, target: string) => `Объединить ${source} с ${target}`,
  mergeDo: 'Объединить',
  mergeNot: 'Оставить как есть',
  mergeEntries: (count: number, source: string, target: string) =>
    `${entries(count)} из ${source} — теперь в ленте ${target}, ничего не теряется`,
  mergePromises: (count: number) => `обещанное время переходит: ${count}`,
  mergeChildren: (count: number) => `прикреплённые переходят: ${count}`,
  writesTo: (name: string) => `отвечать будете: ${name}`,
  writesToNobody: 'отвечать некому: контакта нет',
  nobodyWritesTo: (name: string) => `${name} новых писем не получит, предупредите`,
  promptMerge: 'С каким обращением объединить',
  promptGather: 'Номер общей аварии; пусто — завести новую',
  promptMass: 'Как назвать общую аварию',
  promptDetach: 'Почему это не та авария',
  pickEntry: 'Какую запись отделить',
  promptSplit: 'Тема нового обращения',
  // The menu and the list of members.
  menu: 'Вместе с другими',
  menuItems: {
    gather: 'Собрать в общую аварию',
    show: 'Общая авария и её обращения',
    message: 'Написать всем прикреплённым',
    solve: 'Решить вместе с прикреплёнными',
    detach: 'Вывести из общей аварии',
    merge: 'Объединить с другим обращением',
    split: 'Отделить запись в новое обращение',
    remind: 'Напомнить о подтверждении',
    proposals: 'Что похоже на общую аварию',
    'call-round': 'Кого обзвонить',
  },
  notMass: 'К этому обращению никто не прикреплён.',
  notChild: 'Обращение не входит в общую аварию.',
  oneOnly: 'Это делают с одним обращением: снимите отметки.',
  membersTitle: (count: number, chosen: number) => `Общая авария? Выбрано ${chosen} из ${count}`,
  membersNew: (subject: string) => `новая авария «${subject}»`,
  membersInto: (number: string, subject: string) => `присоединить к ${number} «${subject}»`,
  noneChosen: 'Ничего не выбрано.',
  // The call round.
  callRound: (people: number, count: number) =>
    `Кого обзвонить: ${people}, без подтверждения ${tickets(count)}`,
  callRoundEmpty: 'Обзванивать некого: всё подтверждено.',
  theirTime: (clock: string) => `у них ${clock}`,
  noPhone: 'телефона нет',
  noCustomer: 'без клиента',
  reminded: (times: number, at: string) =>
    `напоминали ${times} ${plural('ru', times, ['раз', 'раза', 'раз'])}, последний ${at}`,
  solvedAt: (at: string) => `решено ${at}`,
};
