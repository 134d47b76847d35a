import type { ContentPath } from '../content-problem.ts';
import { itemStepId } from './expand-items.ts';

type Fields = Readonly<Record<PropertyKey, unknown>>;

/**
 * Where something of a played scenario stands in its file: an item that became a step, a single
 * action, a `goto` or `else` that became a route.
 */
export function docPath(value: unknown, path: ContentPath): ContentPath {
  const [head, id, key, index, ...rest] = path;
  if (head !== 'steps' || id === undefined) return path;
  const step = fieldsOf(fieldsOf(fieldsOf(value)['steps'])[id]);
  const isWritten = Object.hasOwn(fieldsOf(fieldsOf(value)['steps']), id);
  if (!isWritten) return itemPath(value, path);
  if (key === 'routes' && index !== undefined && 'goto' in step) return ['steps', id, 'goto'];
  if (key === 'actions' && 'action' in step && index === 0) {
    return elsePath(value, ['steps', id, 'action', ...rest]);
  }
  if (key === 'actions' && 'action' in step && index !== undefined) {
    return elsePath(value, ['steps', id, 'actions', Number(index) - 1, ...rest]);
  }
  return elsePath(value, path);
}

/** `{else: nudge}` is the same as a way without conditions. */
function elsePath(value: unknown, path: ContentPath): ContentPath {
  if (path.at(-1) !== 'goto') return path;
  const route = path.slice(0, -1).reduce<unknown>((at, part) => fieldsOf(at)[part], value);
  return 'else' in fieldsOf(route) ? [...path.slice(0, -1), 'else'] : path;
}

function itemPath(value: unknown, [, id, key, ...rest]: ContentPath): ContentPath {
  const { items } = fieldsOf(value);
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  const index = list.findIndex((item, at) => itemStepId(writtenId(item), at) === id);
  if (index < 0) return ['items'];
  // Of a generated step only what a reply is looked through for stands in the item as it is.
  const isOwn = key === 'reply' && (rest[0] === 'expect' || rest[0] === 'forbid');
  return isOwn ? ['items', index, ...rest] : ['items', index];
}

function writtenId(item: unknown): { readonly id: string | null } {
  const { id } = fieldsOf(item);
  return { id: typeof id === 'string' ? id : null };
}

function fieldsOf(value: unknown): Fields {
  // Whatever is no map has no fields, and a list has its items.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
