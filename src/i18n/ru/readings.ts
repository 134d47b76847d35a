import type { readings as english } from '../en/readings.ts';

/** How a typed word was read by the search, in brackets behind what it was read as. */
export const readings = {
  typed: 'как набрано',
  unfinished: 'слово не дописано',
  code: 'код',
  layout: 'другая раскладка',
  translit: 'латиницей',
  sound: 'на слух',
  correction: 'описка',
  family: 'родственное слово',
  same: 'то же самое',
  means: 'так называется',
  about: 'обычно про это',
  chosen: 'открывали после этих слов',
  meaning: 'близко по смыслу',
} satisfies Record<keyof typeof english, string>;
