import type { TicketField, TicketVocabulary, VocabularyEntry } from './ticket-fields.ts';

const entry = (value: string, ...names: readonly string[]): VocabularyEntry => ({ value, names });

/** Values that every desk has. The first Russian name is the one that is offered. */
const BUILT_IN: TicketVocabulary = {
  priority: ['1', '2', '3', '4'].map((rank) => entry(`P${rank}`, `П${rank}`, rank, `Р${rank}`)),
  line: [entry('mine', 'моя')],
  assignee: [
    entry('me', 'я', 'мне', 'мои', 'мое'),
    entry('none', 'никто', 'нет', 'ничьи', 'ничье'),
  ],
  audience: [
    entry('customer', 'клиенты', 'клиент', 'внешние', 'external'),
    entry('internal', 'свои', 'внутренние', 'сотрудники', 'staff'),
  ],
  handover: [
    entry('waiting', 'ждет приема', 'ждет'),
    entry('accepted', 'принята', 'принято'),
    entry('returned', 'возвращена', 'возвращено'),
    entry('none', 'нет', 'не было'),
  ],
  review: [
    entry('waiting', 'ждет проверки', 'ждет', 'на проверке'),
    entry('returned', 'возвращена', 'возвращено'),
    entry('sent', 'отправлена', 'отправлено'),
    entry('withdrawn', 'забрали', 'забрана'),
    entry('none', 'нет', 'не было'),
  ],
  help: [entry('open', 'нужна', 'ждет', 'открыта'), entry('none', 'нет', 'не нужна')],
  parent: [entry('none', 'нет'), entry('any', 'любой', 'любое', 'есть')],
  is: [
    entry('open', 'открыто', 'открыт', 'открытые'),
    entry('closed', 'закрыто', 'закрыт', 'закрытые'),
    entry('overdue', 'просрочено', 'просрочен', 'просроченные', 'late'),
    entry('promised', 'обещано', 'обещаны', 'обещанные'),
    entry('mine', 'мое', 'мои'),
    entry('free', 'ничье', 'ничьи', 'свободно', 'unassigned'),
    entry('waiting', 'ждем', 'ожидание'),
    entry('returned', 'возвращено', 'возвращенные'),
    entry('escalated', 'передано', 'переданные', 'эскалация'),
    entry('watched', 'на контроле', 'контроль'),
    entry('in-care', 'до приема за мной', 'присмотр', 'care'),
    entry('mass', 'общая авария', 'авария', 'массовое', 'массовые'),
    entry('child', 'часть аварии', 'прикреплено', 'прикрепленные', 'дочерние'),
    entry('breached', 'нарушен срок', 'нарушено'),
    entry('asked', 'ждет уточнения', 'уточнение'),
    entry('help-needed', 'нужна помощь', 'помощь'),
    entry('off-topic', 'не наше', 'непрофильное'),
    entry('automatic', 'автоматическое', 'автоматические', 'auto'),
    entry('demo', 'демо'),
  ],
  has: [
    entry('promise', 'обещание', 'обещания'),
    entry('deadline', 'срок', 'due'),
    entry('draft', 'черновик', 'черновики'),
    entry('attachment', 'вложение', 'вложения', 'файл', 'файлы', 'file'),
    entry('tag', 'метка', 'метки', 'тег'),
    entry('customer', 'клиент'),
    entry('contact', 'контакт', 'заявитель'),
    entry('assignee', 'ответственный', 'исполнитель'),
    entry('checklist', 'чек-лист', 'чеклист'),
    entry('time', 'время', 'трудозатраты'),
    entry('vendor', 'поставщик', 'заявка поставщику'),
    entry('children', 'прикрепленные', 'дочерние', 'обращения'),
  ],
  due: [
    entry('overdue', 'просрочено', 'просрочен', 'late'),
    entry('none', 'нет', 'без срока'),
    entry('any', 'есть', 'любой'),
  ],
  promise: [
    entry('overdue', 'просрочено', 'просрочен', 'late'),
    entry('none', 'нет', 'без обещания'),
    entry('any', 'есть', 'любое'),
  ],
  wake: [entry('none', 'нет'), entry('any', 'есть')],
  resolved: [entry('none', 'нет'), entry('any', 'есть', 'да')],
  sort: [
    entry('action', 'ближайшее', 'дело'),
    entry('due', 'срок'),
    entry('promise', 'обещано', 'обещание'),
    entry('created', 'создано', 'возраст', 'age', 'заведено'),
    entry('updated', 'обновлено', 'изменено'),
    entry('resolved', 'решено'),
    entry('priority', 'приоритет'),
    entry('status', 'статус'),
    entry('line', 'линия'),
    entry('kind', 'вид', 'тип', 'type'),
    entry('customer', 'клиент', 'компания'),
    entry('assignee', 'ответственный', 'кто', 'исполнитель', 'who'),
    entry('number', 'номер'),
    entry('returns', 'возвраты'),
  ],
  group: [
    entry('customer', 'клиент', 'клиенты'),
    entry('line', 'линия', 'линии'),
    entry('status', 'статус', 'статусы'),
    entry('assignee', 'ответственный', 'кто', 'исполнитель', 'who'),
    entry('kind', 'вид', 'тип', 'type'),
    entry('priority', 'приоритет'),
    entry('channel', 'канал'),
  ],
  columns: [
    entry('number', 'номер'),
    entry('priority', 'приоритет'),
    entry('due', 'срок', 'осталось', 'left'),
    entry('promise', 'обещано', 'обещание'),
    entry('status', 'статус'),
    entry('customer', 'клиент'),
    entry('contact', 'контакт', 'заявитель'),
    entry('assignee', 'ответственный', 'кто', 'исполнитель', 'who'),
    entry('line', 'линия'),
    entry('kind', 'вид', 'тип', 'type'),
    entry('channel', 'канал'),
    entry('tags', 'метки', 'метка', 'теги', 'tag'),
    entry('returns', 'возвраты'),
    entry('created', 'создано', 'заведено'),
    entry('updated', 'обновлено', 'изменено'),
    entry('age', 'возраст'),
    entry('subject', 'тема'),
  ],
};

const CHANNELS: readonly VocabularyEntry[] = [
  entry('mail', 'почта', 'письмо'),
  entry('call', 'звонок', 'телефон'),
  entry('chat', 'чат'),
  entry('event', 'мероприятие'),
  entry('web', 'сайт', 'форма'),
  entry('messenger', 'мессенджер'),
  entry('monitoring', 'мониторинг'),
  entry('internal', 'внутренний'),
];

/** Every value that a field may have at this desk: those of all desks and its own. */
export function valuesOf(
  field: TicketField,
  vocabulary: TicketVocabulary,
): readonly VocabularyEntry[] {
  const own = field === 'channel' ? CHANNELS : (BUILT_IN[field] ?? []);
  return [...own, ...(vocabulary[field] ?? [])];
}
