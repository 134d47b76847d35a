import { Drop } from 'liquidjs';
import type { Language } from '../domain/vocabulary.ts';
import { hintMark } from './hint-mark.ts';
import { type ReplyScope, replyVariables, valueAt } from './variables.ts';

/** A documented variable without a value: false in conditions, a visible ⟦label⟧ in the text. */
export class MissingValue extends Drop {
  readonly #path: string;
  readonly #label: string;
  readonly #shown: Set<string>;

  constructor(path: string, label: string, shown: Set<string>) {
    super();
    this.#path = path;
    this.#label = label;
    this.#shown = shown;
  }

  override valueOf(): null {
    return null;
  }

  /** The mark that stands for it in the text; from then on it is known to be missed. */
  show(): string {
    this.#shown.add(this.#path);
    return hintMark(this.#label);
  }
}

/**
 * The scope as Liquid reads it: nulls and empty texts are missing values, which show themselves and
 * leave their path in `shown`.
 */
export function toLiquidScope(
  scope: ReplyScope,
  language: Language,
  shown: Set<string> = new Set(),
): Record<string, unknown> {
  const groups = new Map<string, Record<string, unknown>>();
  const flat: Record<string, unknown> = {};
  for (const { path, label } of replyVariables) {
    const [root = '', field] = path.split('.');
    const value = valueAt(scope, path) ?? new MissingValue(path, label[language], shown);
    if (field === undefined) flat[root] = value;
    else groups.set(root, { ...groups.get(root), [field]: value });
  }
  return { ...flat, ...Object.fromEntries(groups) };
}
