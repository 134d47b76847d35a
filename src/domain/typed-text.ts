import type { Op } from './op.ts';
import { isPracticeCommand, typedInPractice } from './practice/typed-in-practice.ts';
import { isShiftCommand, typedInShift } from './shift/typed-in-shift.ts';

/** Fields that no person typed: names of things, choices, marks of where something came from. */
const machine =
  /(?:^id|^type|Ids?|^code|^kind|^status|^priority|^line|^channel|^audience|^space|^hash|Hash|^mime|^lang|^version|^state|^cause|^purpose|^relation|^login|^role|^gender|^level|^currency|^outcome|^changed|^codes|^rules|^templateId|^timeZone|^language|^visibility)$/;
/** Parts that hold names and addresses of files and templates, or whole files kept elsewhere. */
const skipped: ReadonlySet<string> = new Set(['attachments', 'templates', 'files', 'routing']);

/** Everything that a person typed in a command, each text once, in the order of its fields. */
export function typedText(payload: Op['payload']): string {
  // Its only word is a choice.
  if (payload.type === 'release-message') return '';
  const texts = new Set<string>();
  collect(partsToCollect(payload), texts);
  return [...texts].join('\n\n');
}

function partsToCollect(payload: Op['payload']): unknown {
  if (isShiftCommand(payload)) return typedInShift(payload);
  return isPracticeCommand(payload) ? typedInPractice(payload) : payload;
}

/** What a command was written for, where its other texts only stand beside it; null elsewhere. */
export function writtenText(payload: Op['payload']): string | null {
  switch (payload.type) {
    case 'reply':
    case 'note':
    case 'log-call':
    case 'ask-review':
    case 'send-reviewed':
    case 'ask-help':
    case 'give-help':
      return payload.text;
    case 'return-review':
      return payload.remark;
    case 'resolve':
      return payload.solution;
    case 'write-many':
      return payload.typed ?? null;
    default:
      return null;
  }
}

/** What was typed beside that text and is no part of it: a reason, what was promised. */
export function typedBeside(payload: Op['payload']): readonly string[] {
  const written = writtenText(payload);
  if (written === null) return [];
  const texts = new Set<string>();
  collect(payload, texts);
  return [...texts].filter((text) => !written.includes(text));
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') {
    const text = value.trim();
    if (text !== '') texts.add(text);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, texts);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (!skipped.has(name) && !machine.test(name)) collect(item, texts);
    }
  }
}
