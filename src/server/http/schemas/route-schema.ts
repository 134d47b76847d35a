import type { FastifySchema } from 'fastify';
import type { Shape } from '../../../protocol/shapes/shape.ts';
import { ref } from './wire-schemas.ts';

type MediaType =
  | 'application/json'
  | 'application/octet-stream'
  | 'text/event-stream'
  | 'text/plain';

/** What the document says of a route. */
export interface RouteWords {
  readonly summary: string;
  readonly tag: 'sync' | 'identity' | 'files' | 'desk' | 'health';
  readonly params?: Shape;
  readonly query?: Shape;
  readonly headers?: Shape;
  readonly body?: Shape;
  /** The answer when all goes well: its shape, what it is when it is no JSON of ours, or nothing. */
  readonly answer: Shape | MediaType | null;
  /** No token is needed. */
  readonly isOpen?: boolean;
}

/** The schema of a route: its own parts, and the problems that any route may answer with. */
export function routeSchema(words: RouteWords): FastifySchema {
  const { summary, tag, params, query, headers, body, answer, isOpen } = words;
  const problem = { description: 'Problem', ...problemAnswer };
  return {
    summary,
    tags: [tag],
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(headers ? { headers } : {}),
    ...(body ? { body } : {}),
    ...(isOpen ? { security: [] } : {}),
    response: {
      ...(typeof answer === 'string' ? asItIs(answer) : { 200: answer ?? nothing }),
      '4xx': problem,
      '5xx': problem,
    },
  };
}

/** Files may be asked for in parts. */
function asItIs(type: MediaType) {
  const whole = { description: 'As it is', content: { [type]: { schema: { type: 'string' } } } };
  return type === 'application/octet-stream' ? { 200: whole, 206: whole } : { 200: whole };
}

const nothing = { description: 'Headers alone', type: 'null' };
const problemAnswer = ref('WireProblem');
