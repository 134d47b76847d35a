import { renderTemplate } from '../../../src/app/content/render-template.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import { openBenchDesk } from '../desk-store.ts';

const PARAGRAPH = 4;
/** What a hurried person writes: a word of the trade, a promise, two misspelt words. */
const HURRIED = [
  'Логи с роутера посмотрю и отпишусь через 15 минут.',
  'Перезагрузите пожалуста компютер и проверьте ещё раз.',
];

/** Sentences of the shipped Russian replies, filled as far as anything is known, and of a hurry. */
export async function replySentences(folder: string): Promise<readonly string[]> {
  const desk = await openBenchDesk(folder);
  try {
    const library = await openContent(desk).templates();
    const shipped = library.templates
      .filter(({ lang, channels }) => lang === 'ru' && !channels.includes('note'))
      .flatMap(({ id }) => {
        const filled = renderTemplate(desk, library, {
          templateId: id,
          ticketId: null,
          lang: 'ru',
        });
        return filled.text.replace(/[⟦⟧]/g, '').split(/(?<=[.!?])\s+/);
      })
      .filter((sentence) => sentence.trim() !== '');
    return shipped.flatMap((sentence, i) => {
      const hurried = i % 20 === 0 ? HURRIED : [];
      return [...hurried, sentence];
    });
  } finally {
    desk.store.close();
  }
}

/** A reply of exactly so many UTF-16 units; `first` is the sentence that it begins with. */
export function replyOf(sentences: readonly string[], length: number, first = 0): string {
  let text = '';
  for (let i = 0; text.length < length; i += 1) {
    const sentence = sentences[(first + i) % sentences.length] ?? '';
    text += sentence + (i % PARAGRAPH === PARAGRAPH - 1 ? '\n\n' : ' ');
  }
  return text.slice(0, length);
}
