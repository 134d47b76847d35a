import fc from 'fast-check';

/** What the fuzzer looks at of a schema. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly $ref?: string;
}

interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema?: Schema } };
}

interface Route {
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** A document of an API as far as the fuzzer reads it. */
export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Route>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  /** Ids and names that are there, for requests that reach something. */
  readonly known?: readonly string[];
}

/** How many requests at most, and for how long. */
export interface FuzzOptions {
  readonly url: string;
  readonly document: ApiDocument;
  readonly token: string;
  readonly seed: number;
  readonly requests: number;
  readonly most: number;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

/** What came of it; `failed` has each request that was answered with 5xx or not at all. */
export interface FuzzOutcome {
  readonly sent: number;
  readonly byStatus: ReadonlyMap<number, number>;
  readonly failed: readonly object[];
}

const CHUNK = 50;
const nasty = [
  "'; DROP TABLE log; --",
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  '\r\nSet-Cookie: x=1',
  '${7*7}',
  '__proto__',
  'я'.repeat(300),
  '1e999',
  '',
];

/** Streams never end, and leaving would end the others. */
const skipped = new Set(['GET /v1/live', 'POST /v1/logout']);

/** Sends random requests, half right and half wrong, that are made of the document. */
export async function fuzz(options: FuzzOptions): Promise<FuzzOutcome> {
  const byStatus = new Map<number, number>();
  const failed: object[] = [];
  const until = performance.now() + options.most;
  let sent = 0;
  const next = samples(options);
  const worker = async () => {
    for (const asked of next) {
      if (performance.now() > until && options.requests < 10_000) return;
      sent += 1;
      const status = await send(options, asked);
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      if (status === 0 || status >= 500) failed.push({ status, ...asked });
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { sent, byStatus, failed };
}

/** A few at a time: making them costs as much as sending them. */
function* samples({ document, requests, seed }: FuzzOptions): Generator<Asked> {
  const arbitrary = requestOf(document);
  for (let made = 0; made < requests; made += CHUNK) {
    const numRuns = Math.min(CHUNK, requests - made);
    yield* fc.sample(arbitrary, { numRuns, seed: seed + made });
  }
}

async function send({ url, token }: FuzzOptions, asked: Asked): Promise<number> {
  const { method, path, headers, body } = asked;
  try {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

function requestOf(document: ApiDocument): fc.Arbitrary<Asked> {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .map(([method, route]) => ({ method: method.toUpperCase(), path, route }))
      .filter((one) => !skipped.has(`${one.method} ${one.path}`)),
  );
  // Behind this route stand all the rules of the desk.
  const weightOf = (path: string) => (path === '/v1/commands' ? 20 : 1);
  return fc.oneof(
    ...routes.map((one) => ({
      weight: weightOf(one.path),
      arbitrary: oneRequest(document, one),
    })),
  );
}

function oneRequest(
  document: ApiDocument,
  { method, path, route }: { method: string; path: string; route: Route },
): fc.Arbitrary<Asked> {
  const parameters = route.parameters ?? [];
  const values = fc.tuple(...parameters.map(({ schema }) => likelyValue(document, schema, 0)));
  const schema = route.requestBody?.content?.['application/json']?.schema;
  const isCommand = path === '/v1/commands';
  const body = isCommand
    ? commandOf(document).map((value) => JSON.stringify(value))
    : schema
      ? bodyOf(document, schema)
      : fc.constant(undefined);
  return fc.tuple(values, body).map(([given, sent]) => {
    const filled = parameters.map(({ name, in: place }, at) => ({
      name,
      place,
      text: textOf(given[at]),
    }));
    const query = filled.filter(({ place, text }) => place === 'query' && text !== undefined);
    const search = new URLSearchParams(
      query.map(({ name, text }): [string, string] => [name, text ?? '']),
    );
    let full = path;
    for (const { name, place, text } of filled) {
      if (place === 'path')
        full = full.replace(`{${name}}`, encodeURIComponent(wellFormed(text ?? 'x')) || 'x');
    }
    const headers = filled
      .filter(
        ({ place, text }) =>
          place === 'header' && text !== undefined && /^[\x20-\x7e]+$/.test(text),
      )
      .map(({ name, text }) => [name, text ?? '']);
    const isFile = path.startsWith('/v1/blobs') && method === 'PUT';
    const type = isFile ? 'application/octet-stream' : 'application/json';
    const content = isFile ? 'part of a file' : sent;
    const typed = content === undefined ? {} : { 'content-type': type };
    return {
      method,
      path: `${full}${query.length > 0 ? `?${search}` : ''}`,
      headers: { ...Object.fromEntries(headers), ...typed },
      body: content,
    };
  });
}

/** A command with its own kind of thing: `CommandTicketReply` goes to a ticket. */
function commandOf(document: ApiDocument): fc.Arbitrary<unknown> {
  const { schemas } = document.components;
  const names = Object.keys(schemas).filter((name) => /^Command./.test(name));
  return fc.constantFrom(...names).chain((name) => {
    const kind = /^Command([A-Z][a-z]+)/.exec(name)?.[1]?.toLowerCase() ?? '';
    return fc.record(
      {
        entityType: fc.constant(kind),
        entityId: likely('', document.known ?? []),
        payload: rightValue(document, schemas[name] ?? {}, 1),
      },
      { requiredKeys: ['entityType', 'payload'] },
    );
  });
}

/** Mostly what the schema asks for, sometimes anything, sometimes no JSON at all. */
function bodyOf(document: ApiDocument, schema: Schema): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 8,
      arbitrary: likelyValue(document, schema, 0).map((value) => JSON.stringify(value) ?? ''),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
  );
}

function likelyValue(document: ApiDocument, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const right = rightValue(document, schema, depth);
  if (depth > 6) return right;
  // Few places are wrong: a request has many, so that about half of them pass the schema.
  return fc.oneof(
    { weight: 99, arbitrary: right },
    {
      weight: 1,
      arbitrary: fc.oneof(fc.constantFrom(...nasty), fc.jsonValue(), fc.constant(undefined)),
    },
  );
}

function rightValue(document: ApiDocument, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    return likelyValue(document, document.components.schemas[name] ?? {}, depth);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) {
    const { anyOf } = schema;
    return fc
      .nat(anyOf.length - 1)
      .chain((at) => likelyValue(document, anyOf[at] ?? {}, depth + 1));
  }
  switch (schema.type) {
    case 'object':
      return objectOf(document, schema, depth);
    case 'array':
      return fc.array(likelyValue(document, schema.items ?? {}, depth + 1), { maxLength: 3 });
    case 'string':
      return schema.pattern
        ? likely(schema.pattern, document.known ?? [])
        : fc.oneof(fc.string(), fc.constantFrom(...nasty));
    case 'integer':
      return fc.oneof(fc.nat(3), fc.nat(), fc.maxSafeNat());
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf(document: ApiDocument, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, own]) => [name, likelyValue(document, own, depth + 1)]),
  );
  if (Object.keys(fields).length > 0) return fc.record(fields, { requiredKeys: [...required] });
  const values = typeof additionalProperties === 'object' ? additionalProperties : {};
  return fc.dictionary(fc.string(), likelyValue(document, values, depth + 1), { maxKeys: 3 });
}

/** Names that mean something here hit more than random ones. */
function likely(pattern: string, known: readonly string[]): fc.Arbitrary<string> {
  if (pattern.includes('0-9a-f')) return fc.constantFrom('a'.repeat(64), '', 'ab'.repeat(16));
  if (pattern.includes('[0-9]') || pattern.includes('[1-9]'))
    return fc.constantFrom('1', '50', '14');
  return fc.oneof(
    fc.constantFrom('main', 'desk', 'SM-1', ...known),
    fc.uuid(),
    fc.string({ minLength: 1 }),
  );
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return wellFormed(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}
