import type { CommonGround } from '../domain/family/propose-mass-incidents.ts';
import type { Language } from '../domain/vocabulary.ts';
import { familyTexts } from './family-texts.ts';

/** Why tickets look like one cause, in words. */
export function sayGround(
  ground: CommonGround,
  customerName: (id: string) => string,
  language: Language,
): string {
  const t = familyTexts(language);
  switch (ground.kind) {
    case 'topic':
      return t.topic(ground.words.join(', '));
    case 'tag':
      return t.tag(ground.tag);
    case 'customer':
      return t.customer(customerName(ground.customerId));
    case 'town':
      return t.town(ground.town);
  }
}
