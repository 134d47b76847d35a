import type { FastifyRequest } from 'fastify';
import type { Shape } from '../../../protocol/shapes/shape.ts';
import type { Served } from '../../core/sync-server.ts';
import { HttpProblem } from '../problems.ts';

/** How much of a list comes at once where nobody asks for less or more. */
export const USUAL_PAGE = 50;

/** Numbers of an address are texts: 1 to 200. */
export const limit: Shape = { type: 'string', pattern: '^(?:[1-9][0-9]?|1[0-9][0-9]|200)$' };

/** The value of what was served; throws the problem otherwise. */
export function served<Value>(answer: Served<Value>): Value {
  if (answer.ok) return answer.value;
  throw new HttpProblem(answer.problem);
}

/** What the schema of the route has let through, by the type that it describes. */
export function bodyOf<Body>(request: FastifyRequest): Body {
  return request.body as Body;
}

/** The parameters of the path or the query, as the schema of the route lets them through. */
export function paramsOf<Params>(request: FastifyRequest): Params {
  return request.params as Params;
}

/** The query of the address, as the schema of the route lets it through. */
export function queryOf<Query>(request: FastifyRequest): Query {
  return request.query as Query;
}
