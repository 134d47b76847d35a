import type { Shape } from './shape.ts';

/** Where a value does not have its shape, as a path: `effects.promises.0.dueAt`; null when it fits. */
export function misfit(shape: Shape, value: unknown, path = ''): string | null {
  if (shape.anyOf) {
    const found = shape.anyOf.map((one) => misfit(one, value, path));
    return found.includes(null) ? null : deepest(found);
  }
  if (shape.type === 'object') return misfitOfObject(shape, value, path);
  if (shape.type === 'array') return misfitOfList(shape, value, path);
  return isPlain(shape, value) ? null : path || '.';
}

/** The branch that came furthest says most. */
function deepest(paths: readonly (string | null)[]): string {
  const depth = (path: string) => path.split('.').length;
  const known = paths.filter((path) => path !== null);
  return known.toSorted((a, b) => depth(b) - depth(a))[0] ?? '.';
}

function isPlain(shape: Shape, value: unknown): boolean {
  if (shape.const !== undefined && value !== shape.const) return false;
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' && isText(shape, value);
    case 'integer':
      return Number.isSafeInteger(value) && isWithin(shape, Number(value));
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && isWithin(shape, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    default:
      return true;
  }
}

function isText({ enum: words, maxLength, pattern }: Shape, value: string): boolean {
  if (words && !words.includes(value)) return false;
  if (maxLength !== undefined && value.length > maxLength) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
}

function isWithin({ minimum, maximum }: Shape, value: number): boolean {
  return value >= (minimum ?? value) && value <= (maximum ?? value);
}

function misfitOfList({ items = {}, maxItems }: Shape, value: unknown, path: string) {
  if (!Array.isArray(value) || value.length > (maxItems ?? value.length)) return path || '.';
  for (const [index, item] of value.entries()) {
    const wrong = misfit(items, item, under(path, String(index)));
    if (wrong !== null) return wrong;
  }
  return null;
}

function misfitOfObject(shape: Shape, value: unknown, path: string): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path || '.';
  const { properties = {}, required = [], additionalProperties = true } = shape;
  const fields = new Map<string, unknown>(Object.entries(value));
  const missing = required.find((name) => fields.get(name) === undefined);
  if (missing !== undefined) return under(path, missing);
  for (const [name, field] of fields) {
    // Absent and undefined are one: over the wire there is no difference.
    if (field === undefined) continue;
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    const wrong = typeof own === 'object' ? misfit(own, field, under(path, name)) : null;
    if (own === false || own === undefined) return under(path, name);
    if (wrong !== null) return wrong;
  }
  return null;
}

function under(path: string, name: string): string {
  const plain = name.slice(0, 80);
  return path === '' ? plain : `${path}.${plain}`;
}
