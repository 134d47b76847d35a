import type { ArticleKind } from '../domain/article.ts';

/** A part that an article must have, known by the beginning of its heading. */
export interface Section {
  /** As a person would write it, Russian and English: what a complaint names. */
  readonly name: { readonly ru: string; readonly en: string };
  /** Beginnings of headings that count as well. */
  readonly also?: readonly string[];
}

const look: Section = {
  name: { ru: 'Как это выглядит', en: 'What you see' },
  also: ['Когда это читать', 'When to read this', 'When this applies'],
};
const steps: Section = {
  name: { ru: 'Что сделать', en: 'Fix' },
  also: ['Шаг', 'Шаги', 'Ветка', 'А.', 'What to do', 'Step', 'Steps', 'Branch', 'A.'],
};
const verify: Section = { name: { ru: 'Как проверить', en: 'Verify' } };
const undo: Section = {
  name: { ru: 'Как откатить', en: 'Undo' },
  also: ['Roll back'],
};
const doNot: Section = { name: { ru: 'Чего не делать', en: 'Do not' }, also: ['What not to do'] };
const handOver: Section = {
  name: { ru: 'Когда передать дальше', en: 'When to hand over' },
  also: ['Когда передать'],
};
const tell: Section = { name: { ru: 'Что сказать клиенту', en: 'What to tell the customer' } };

const worked = [look, steps, doNot, verify, undo, handOver, tell];

/** What an article of each kind must say, in the order in which it is read. */
export const requiredSections: Readonly<Record<ArticleKind, readonly Section[]>> = {
  instruction: worked,
  'symptom-tree': worked,
  alert: [
    { name: { ru: 'Как выглядит', en: 'How it looks' }, also: ['Как это выглядит'] },
    { name: { ru: 'Насколько срочно', en: 'How urgent' } },
    { name: { ru: 'Кто нужен', en: 'Who is needed' } },
    { name: { ru: 'Правда или шум', en: 'Real or noise' } },
    ...[steps, verify, undo, handOver, tell],
  ],
  backup: [
    { name: { ru: 'Ресурс', en: 'Resource' } },
    { name: { ru: 'Восстановление', en: 'Restore' } },
    ...[verify, doNot, handOver],
  ],
  escalation: [
    { name: { ru: 'Когда это читать', en: 'When to read this' } },
    { name: { ru: 'Лестница', en: 'Ladder' }, also: ['The ladder'] },
    { name: { ru: 'Форма передачи', en: 'Hand-over form' }, also: ['The hand-over form'] },
  ],
  system: [
    { name: { ru: 'Что это', en: 'What it is' } },
    { name: { ru: 'Кто владелец', en: 'Owner' } },
    { name: { ru: 'Связи', en: 'Links' } },
    { name: { ru: 'Контакты', en: 'Contacts' } },
    { name: { ru: 'Копии', en: 'Backups' } },
    { name: { ru: 'Если не отвечает', en: 'If it does not answer' } },
  ],
  peculiarity: [tell, doNot],
  'typical-answer': [
    { name: { ru: 'Когда отвечать так', en: 'When to answer so' } },
    { name: { ru: 'Ответ', en: 'The answer' } },
    { name: { ru: 'Чего не писать', en: 'Do not write' } },
  ],
  'faq-public': [
    { name: { ru: 'Что вы видите', en: 'What you see' } },
    { name: { ru: 'Что сделать', en: 'What to do' } },
    { name: { ru: 'Если не помогло', en: 'If it did not help' } },
  ],
};

/** The section in which an instruction shows what is on the screen. */
export const lookSection = look;

/** Front matter beyond the schema that an article of a kind cannot do without. */
export const requiredFields: Readonly<Record<ArticleKind, readonly ('reviewBy' | 'minutes')[]>> = {
  instruction: ['reviewBy', 'minutes'],
  'symptom-tree': ['reviewBy', 'minutes'],
  alert: ['reviewBy', 'minutes'],
  backup: ['reviewBy', 'minutes'],
  escalation: ['reviewBy'],
  system: ['reviewBy'],
  peculiarity: ['reviewBy'],
  'typical-answer': ['reviewBy'],
  'faq-public': ['reviewBy'],
};

/** Whether a heading opens a section: a suffix such as «(15 минут)» or «. …» may follow. */
export function opensSection(heading: string, { name, also = [] }: Section): boolean {
  const words = plain(heading);
  return [name.ru, name.en, ...also].map(plain).some((start) => {
    return words.startsWith(start) && !/^[\p{L}\p{N}]/u.test(words.slice(start.length));
  });
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
}
