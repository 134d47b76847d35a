import type { SaidData } from '../content/load-checklists.ts';
import { type CompiledPattern, compileLists } from './compile-rules.ts';
import { findPatterns } from './find-pattern.ts';
import { type MessageText, readMessage } from './message-text.ts';

/** Something that a text says or does not say, in any of its words. */
export type Said = readonly CompiledPattern[];

/** Makes the expressions: an English phrase in a Russian text counts too. */
export function compileSaid({ ru = [], en = [] }: SaidData): Said {
  return compileLists({ ru, en }, true).ru;
}

/** Whether a text says it; what is quoted is somebody else's. */
export function isSaid(said: Said, message: MessageText): boolean {
  return findPatterns(said, { message, view: message.prose, isTimed: false }).length > 0;
}

/** Whether one of several texts says it. */
export function isSaidIn(said: Said, messages: readonly MessageText[]): boolean {
  return messages.some((message) => isSaid(said, message));
}

const KEPT = 60;
const known = new Map<string, MessageText>();

/** Takes a message apart; those of a ticket are asked for at every frame. */
export function readOnce(text: string): MessageText {
  const message = known.get(text) ?? readMessage(text);
  known.delete(text);
  known.set(text, message);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return message;
}
