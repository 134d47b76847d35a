import type { Entry, Ticket } from '../ticket.ts';
import type { Language, LocalName } from '../vocabulary.ts';
import type { MissingItem } from '../work/missing.ts';
import type { HandoverForm } from './handover.ts';

/** A part of the form, in the order in which it is asked and read. */
export type FormPart = keyof HandoverForm;

/** What the receiver cannot go on without. */
export const requiredParts = ['seen', 'done', 'need'] as const satisfies readonly FormPart[];

/** What may be said besides, one line each. */
export const otherParts = [
  'reproduced',
  'ruledOut',
  'hypotheses',
  'promised',
  'logs',
] as const satisfies readonly FormPart[];

/** What the parts are called: entries keep these words in the language of the desk. */
export const formNames: Readonly<Record<FormPart, LocalName>> = {
  seen: { ru: 'Что видно', en: 'What is seen' },
  done: { ru: 'Что сделано и результат', en: 'What was done, and the result' },
  need: { ru: 'Что нужно от вас', en: 'What is needed from you' },
  reproduced: { ru: 'Воспроизводится', en: 'Reproduced' },
  ruledOut: { ru: 'Исключено', en: 'Ruled out' },
  hypotheses: { ru: 'Гипотезы', en: 'Hypotheses' },
  promised: { ru: 'Обещано клиенту', en: 'Promised to the customer' },
  logs: { ru: 'Журналы', en: 'Logs' },
};

/** Required parts that are still empty, in order. */
export function missingParts(form: HandoverForm): readonly MissingItem[] {
  return requiredParts
    .filter((part) => form[part].trim() === '')
    .map((part) => ({ type: 'field', code: part, name: formNames[part] }));
}

/** The form as its receiver reads it: a line for every part that says something. */
export function describeForm(form: HandoverForm, language: Language): string {
  return [...requiredParts, ...otherParts]
    .map((part) => ({ part, text: (form[part] ?? '').trim() }))
    .filter(({ text }) => text !== '')
    .map(({ part, text }) => `${formNames[part][language]}: ${text}`)
    .join('\n');
}

/** Without what is only white space around the words, and without parts that say nothing. */
export function tidyForm(form: HandoverForm): HandoverForm {
  const said = otherParts.flatMap((part) => {
    const text = (form[part] ?? '').trim();
    return text === '' ? [] : [[part, text] as const];
  });
  const [seen, done, need] = requiredParts.map((part) => form[part].trim());
  return { seen: seen ?? '', done: done ?? '', need: need ?? '', ...Object.fromEntries(said) };
}

/**
 * What the form can begin with: the customer's first words as the symptom, the notes since the
 * ticket came to this line as what was done. What is needed only a person can say.
 */
export function prefillForm(entries: readonly Entry[], ticket: Ticket): HandoverForm {
  const since = ticket.lineLog?.at(-1)?.at ?? ticket.createdAt;
  const first = entries.find(({ author, kind }) => author.type === 'contact' && kind !== 'system');
  const notes = entries.filter(({ kind, author, at }) => {
    return kind === 'note' && author.type === 'person' && at >= since;
  });
  const promise = ticket.promises.findLast(({ state }) => state === 'open');
  return {
    seen: oneParagraph(first?.text ?? ticket.subject) || ticket.subject,
    done: notes
      .slice(-3)
      .map(({ text }) => text.trim())
      .join('\n'),
    need: '',
    ...(promise && promise.text !== '' ? { promised: promise.text } : {}),
  };
}

function oneParagraph(text: string): string {
  return (
    text
      .trim()
      .split(/\n\s*\n/)[0]
      ?.trim() ?? ''
  );
}
