/**
 * What a value from outside has to look like: the part of JSON Schema that we need, so that one
 * description serves the check, the routes and the document of the API.
 */
export interface Shape {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Shape;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly anyOf?: readonly Shape[];
  readonly $ref?: string;
  readonly description?: string;
}

interface Optional {
  readonly optional: Shape;
}

/** A field that may be absent. */
export function optional(shape: Shape): Optional {
  return { optional: shape };
}

/** A text of any length: the limit of the body is its limit. */
export const text: Shape = { type: 'string' };
/** An identifier: no control characters, not endless. */
export const id: Shape = { type: 'string', pattern: '^[^\\u0000-\\u001f\\u007f]{1,200}$' };
/** A code of the desk's own lists, a number of a ticket, a tag, a short name. */
export const word: Shape = { type: 'string', maxLength: 500 };
/** A whole number that is exact in JSON. */
export const whole: Shape = {
  type: 'integer',
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};
/** How many: a whole number from 0. */
export const count: Shape = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
/** Epoch ms within the years that a date can have. */
export const instant: Shape = {
  type: 'integer',
  minimum: -8_640_000_000_000_000,
  maximum: 8_640_000_000_000_000,
};
/** Any finite number. */
export const decimal: Shape = { type: 'number' };
/** Yes or no. */
export const flag: Shape = { type: 'boolean' };
/** SHA-256 in hexadecimal digits. */
export const digest: Shape = { type: 'string', pattern: '^[0-9a-f]{64}$' };
/** Present only when it is true. */
export const truth: Shape = { type: 'boolean', const: true };

/** One of some words. */
export function oneOf(values: readonly string[]): Shape {
  return { type: 'string', enum: values };
}

/** The shape, or null. */
export function nullable(shape: Shape): Shape {
  return { anyOf: [shape, { type: 'null' }] };
}

/** At most `maxItems` of a shape. */
export function list(items: Shape, maxItems = 10_000): Shape {
  return { type: 'array', items, maxItems };
}

/** Any names with values of one shape. */
export function dictionary(values: Shape): Shape {
  return { type: 'object', additionalProperties: values };
}

/** A shape for each field of a type. A forgotten one does not compile. */
export type Fields<T> = { readonly [Key in keyof T]-?: Shape | Optional };

/** The fields of a type, all of them and no others. */
export function object<T>(fields: Fields<T>): Shape {
  const entries = Object.entries<Shape | Optional>(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, field]) => [name, 'optional' in field ? field.optional : field]),
    ),
    required: entries.filter(([, field]) => !('optional' in field)).map(([name]) => name),
    additionalProperties: false,
  };
}

/** The fields of each member of a union beside its `type`. A forgotten one does not compile. */
type FieldsByType<Union extends { readonly type: string }> = {
  readonly [Type in Union['type']]: {
    readonly [Key in keyof Omit<Extract<Union, { readonly type: Type }>, 'type'>]-?:
      | Shape
      | Optional;
  };
};

/** The shapes of a union's members by their `type`. */
export function variants<Union extends { readonly type: string }>(
  members: FieldsByType<Union>,
): Readonly<Record<string, Shape>> {
  return Object.fromEntries(
    Object.entries<Readonly<Record<string, Shape | Optional>>>(members).map(([type, fields]) => {
      const own: Shape = { type: 'string', const: type };
      return [type, object<Record<string, unknown>>({ type: own, ...fields })];
    }),
  );
}
