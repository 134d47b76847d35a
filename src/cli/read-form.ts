import type { HandoverForm } from '../domain/handover/handover.ts';
import {
  describeForm,
  type FormPart,
  otherParts,
  requiredParts,
} from '../domain/handover/handover-form.ts';
import { UserError } from '../util/user-error.ts';
import type { CommandInput } from './command-input.ts';
import { readWhole } from './read-text.ts';
import type { Session } from './session.ts';

const parts: readonly FormPart[] = [...requiredParts, ...otherParts];

/**
 * The hand-over form of the options over that of `--form FILE`. What was typed is given back by
 * every failure.
 */
export async function readForm(session: Session, input: CommandInput): Promise<HandoverForm> {
  const path = input.value('form');
  const written = path === undefined ? {} : parseForm(await readWhole(session, path), path);
  const typed = parts.flatMap((part) => {
    const text = input.value(part);
    return text === undefined ? [] : [[part, text] as const];
  });
  const form = { seen: '', done: '', need: '', ...written, ...Object.fromEntries(typed) };
  const text = [describeForm(form, session.language), input.value('reason') ?? ''];
  if (text.some((part) => part !== '')) session.keepText(text.join('\n').trim());
  return form;
}

function parseForm(text: string, path: string): Partial<HandoverForm> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError('form-not-json', { path }, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UserError('form-not-json', { path });
  }
  for (const [key, said] of Object.entries(value)) {
    const isPart = parts.some((part) => part === key);
    if (!isPart || typeof said !== 'string') {
      throw new UserError('form-wrong', { path, key, known: parts.join(', ') });
    }
  }
  // Every key is a part and every value a text by now.
  return value as Partial<HandoverForm>;
}
