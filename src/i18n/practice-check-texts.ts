import type { Language } from '../domain/vocabulary.ts';
import type { MessageParams } from '../util/user-error.ts';
import type { desk } from './en/desk.ts';
import type { practiceCheck } from './en/practice-check.ts';
import { fill } from './fill.ts';

/** The words of the check of practice files; what any YAML of a desk may have wrong is told alike. */
export type PracticeCheckTexts = typeof practiceCheck & {
  readonly common: (typeof desk)['problems'];
};

/** Loads the words of one language. */
export async function loadPracticeCheckTexts(language: Language): Promise<PracticeCheckTexts> {
  if (language === 'ru') {
    const { practiceCheck } = await import('./ru/practice-check.ts');
    return { ...practiceCheck, common: (await import('./ru/desk.ts')).desk.problems };
  }
  const { practiceCheck } = await import('./en/practice-check.ts');
  return { ...practiceCheck, common: (await import('./en/desk.ts')).desk.problems };
}

/** What is wrong at one place, in words. */
export function practiceProblemText(
  { code, params }: { readonly code: PracticeProblemCode; readonly params: MessageParams },
  texts: PracticeCheckTexts,
): string {
  const sentence = code in texts.problems ? texts.problems[code as OwnCode] : undefined;
  const list = String(params['list'] ?? '');
  const named = list in texts.lists ? texts.lists[list as keyof PracticeCheckTexts['lists']] : list;
  return fill(sentence ?? texts.common[code as CommonCode], { ...params, list: named });
}

type OwnCode = keyof (typeof practiceCheck)['problems'];
type CommonCode = keyof (typeof desk)['problems'];
type PracticeProblemCode = OwnCode | CommonCode;
