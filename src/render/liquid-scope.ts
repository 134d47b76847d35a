import { Drop } from 'liquidjs';
import type { Language } from '../domain/vocabulary.ts';
import { type ReplyScope, replyVariables } from './variables.ts';

/** A documented variable without a value: false in conditions, a visible ⟦label⟧ in the text. */
export class MissingValue extends Drop {
  readonly label: string;

  constructor(label: string) {
    super();
    this.label = label;
  }

  override valueOf(): null {
    return null;
  }
}

/** The scope as Liquid reads it: nulls and empty texts are missing values, which show themselves. */
export function toLiquidScope(scope: ReplyScope, language: Language): Record<string, unknown> {
  const groups = new Map<string, Record<string, unknown>>();
  const flat: Record<string, unknown> = {};
  for (const { path, label } of replyVariables) {
    const [root = '', field] = path.split('.');
    const value = present(valueAt(scope, path)) ?? new MissingValue(label[language]);
    if (field === undefined) flat[root] = value;
    else groups.set(root, { ...groups.get(root), [field]: value });
  }
  return { ...flat, ...Object.fromEntries(groups) };
}

function valueAt(scope: ReplyScope, path: string): unknown {
  let value: unknown = scope;
  for (const name of path.split('.')) {
    value = Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
  }
  return value;
}

function present(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}
