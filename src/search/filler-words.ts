import { lazy } from '../util/lazy.ts';
import { normalizeWord } from './word.ts';

/**
 * Words that name no subject. They are dropped when other words remain, so that
 * «помогите, у пользователя не работает почта» looks for the mail.
 */
const fillers = lazy(
  (): ReadonlySet<string> =>
    new Set(
      `а без бы был была были было в вам вас ваш во вот все всем всё вы где да для до его ее если есть ещё же
  за здравствуйте и из или им их к как какой когда кто ли мне мой мы на над нам нас наш не него нее нет ни но
  ну о об он она они оно от по под после при про с сам со так там то тоже только тут ты у уже чем через что
  чтобы это этот эта эти эту я
  добрый день утро вечер пожалуйста помогите помощь подскажите спасибо срочно нужно надо можно хочу
  пользователь пользователя пользователей пользователю пользователи клиент клиента клиенту сотрудник
  сотрудника коллега коллеги работает работают работать работал проблема проблемы проблему проблемой
  вопрос вопрос почему опять снова очень вообще никак нельзя получается получилось сделать делать пишет
  выдает выскакивает появляется говорит просит жалуется сообщает прошу посмотрите человек людей сегодня вчера
  ошибка ошибку ошибки ошибкой код
  a an and are at be but by can cannot could do does doesn for from has have hello help hi how i in is it its
  me my no not of on or our please the their there this to up user users was we what when why with work
  working works you your problem issue error code thanks urgent`
        .split(/\s+/)
        .map(normalizeWord),
    ),
);

/** Whether a word says nothing about what is looked for. */
export function isFiller(word: string): boolean {
  return fillers().has(normalizeWord(word));
}
