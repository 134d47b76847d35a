import type { Language } from '../../domain/vocabulary.ts';
import { hashText } from '../../util/random.ts';
import type { RunState } from './run-state.ts';

/** What a customer says by himself where the scenario has no words for it. */
export type CustomerLine = 'promise-passed' | 'left-alone' | 'asks-again';

type Tone = 'calm' | 'upset';
type Lines = Readonly<Record<CustomerLine, Readonly<Record<Tone, readonly string[]>>>>;

const UPSET_UP_TO = 2;

const lines: Readonly<Record<Language, Lines>> = {
  ru: {
    'promise-passed': {
      calm: [
        'Добрый день ещё раз. Вы обещали ответ к этому времени, есть новости?',
        'Напоминаю о себе: срок, который вы назвали, прошёл. Что там?',
        'К этому часу должен был прийти ответ. Как дела с моим вопросом?',
        'Время вышло, а от вас ничего. Всё в силе?',
      ],
      upset: [
        'Вы назвали время сами. Оно прошло. Где ответ?',
        'Обещали вернуться и пропали. Мне дальше ждать или уже к руководству идти?',
        'Опять тишина. Срок был ваш, не мой.',
        'Время прошло, ответа нет. Что происходит?',
      ],
    },
    'left-alone': {
      calm: [
        'Вы здесь?',
        'Подскажите, есть что-нибудь по моему вопросу?',
        'Жду от вас ответа, пожалуйста.',
        'Я на связи, если что-то нужно от меня.',
      ],
      upset: [
        'Есть кто живой?',
        'Мне кто-нибудь ответит сегодня?',
        'Молчите. Работа стоит, между прочим.',
        'Сколько ещё ждать ответа?',
      ],
    },
    'asks-again': {
      calm: [
        'Простите, от меня-то сейчас что нужно?',
        'Так что мне сделать прямо сейчас?',
        'И какой у нас следующий шаг?',
        'Хорошо, а дальше что?',
      ],
      upset: [
        'Это всё слова. Делать-то мне что?',
        'Мой вопрос был о другом. Что дальше?',
        'Скажите прямо: что вы делаете и что нужно от меня?',
        'По делу можно? Что сейчас будет?',
      ],
    },
  },
  en: {
    'promise-passed': {
      calm: [
        'Hello again. You promised an answer by now, is there any news?',
        'Just checking in: the time you gave has passed. How is it going?',
        'I was expecting to hear from you by now. Where are we?',
        'The time is up and I have heard nothing. Are we still on track?',
      ],
      upset: [
        'You named that time yourself. It has passed. Where is the answer?',
        'You said you would be back, and then nothing. Do I wait or call your manager?',
        'Silence again. The deadline was yours, not mine.',
        'The time has passed and there is no answer. What is going on?',
      ],
    },
    'left-alone': {
      calm: [
        'Are you there?',
        'Is there anything on my question yet?',
        'I am waiting for your answer, please.',
        'I am around if you need anything from me.',
      ],
      upset: [
        'Is anybody there?',
        'Will somebody answer me today?',
        'Nothing from you. Our work is standing still, by the way.',
        'How much longer do I have to wait for an answer?',
      ],
    },
    'asks-again': {
      calm: [
        'Sorry, what do you need from me at this point?',
        'So what should I do right now?',
        'And what is our next step?',
        'All right, and what happens next?',
      ],
      upset: [
        'Those are just words. What am I supposed to do?',
        'I asked about something else. What happens now?',
        'Tell me plainly: what are you doing, and what do you need from me?',
        'To the point, please. What happens now?',
      ],
    },
  },
};

/** One of the sentences for it, by the customer's mood and the seed; the next one at every call. */
export function customerLine(kind: CustomerLine, lang: Language, state: RunState): string {
  const tone = state.mood <= UPSET_UP_TO ? 'upset' : 'calm';
  const choices = lines[lang][kind][tone];
  const said = state.transcript.filter(({ from }) => from === 'customer').length;
  const first = hashText(`${state.setup.seed}/${kind}`);
  return choices[(first + said) % choices.length] ?? '';
}
