import { hashText } from '../../util/random.ts';
import type { DemoPhrases, Voice, VoiceName } from './demo-phrases.ts';
import type { DemoContact, StoryPlace } from './demo-story.ts';
import type { Gender } from './expand-phrase.ts';

/** How one contact writes, always the same. */
export interface ContactVoice {
  readonly name: VoiceName;
  readonly voice: Voice;
}

/** Men whose names end like women's. */
const menInA = /^(?:Никита|Илья|Лука|Фома|Кузьма|Данила|Савва)$/;

/** The voice of a contact: chosen by who they are, so it never changes from ticket to ticket. */
export function voiceOf({ customer, contact }: StoryPlace, phrases: DemoPhrases): ContactVoice {
  const all = Object.entries(phrases.voices).map(([name, voice]) => ({ name, voice }));
  const fitting = all.filter(({ voice }) => voice.roles?.includes(contact.role) ?? true);
  // Somebody who reads logs mostly sends logs.
  const special = fitting.filter(({ voice }) => voice.roles !== undefined);
  const hash = hashText(`${customer.key}/${contact.key}`);
  const pool = special.length > 0 && hash % 3 > 0 ? special : fitting;
  const chosen = pool[hash % pool.length];
  if (!chosen) throw new RangeError(`no voice for ${contact.role}`);
  // Object.entries widens the keys; the schema has checked that they are voice names.
  return { name: chosen.name as VoiceName, voice: chosen.voice };
}

/** Whether a contact looks after systems, by the roles of the voice that pastes logs. */
export function isTechnical(contact: DemoContact, phrases: DemoPhrases): boolean {
  return phrases.voices.log.roles?.includes(contact.role) ?? false;
}

/** The gender of a Russian full name by its patronymic or first name; null for a shared mailbox. */
export function genderOf({ name, callName }: DemoContact): Gender {
  const words = name.split(/\s+/);
  if (words.some((word) => /(?:вич|ьич|мич|нич)$/.test(word))) return 'male';
  if (words.some((word) => /(?:вна|чна|шна)$/.test(word))) return 'female';
  if (callName === null) return null;
  const [first = ''] = callName.split(/\s+/);
  return /[ая]$/.test(first) && !menInA.test(first) ? 'female' : 'male';
}
