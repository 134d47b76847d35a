import type { BodyProblem } from '../content/template-problem.ts';
import type { Language } from '../domain/vocabulary.ts';
import { ok, type Result } from '../util/result.ts';
import { checkTemplate } from './check-template.ts';
import { createLiquid, renderLiquid } from './liquid.ts';
import { toLiquidScope } from './liquid-scope.ts';
import { parseStops, type StopText } from './stops.ts';
import type { ReplyScope } from './variables.ts';
import type { ZoneClockOptions } from './zone-clock.ts';

/** A reply and the variables, by path, for which its text shows a ⟦label⟧. */
export interface RenderedBody extends StopText {
  readonly unknown: readonly string[];
}

/** Turns template bodies of one language into replies for the composer. */
export interface ReplyEngine {
  readonly language: Language;
  /** Everything wrong in a body. `promiseFrom` names the stop that holds the promised time. */
  check(body: string, promiseFrom: number | null): readonly BodyProblem[];
  /** The reply with its stops at their defaults and required ones as ⟦hint⟧. */
  render(body: string, scope: ReplyScope): Result<RenderedBody, BodyProblem>;
}

/** An engine for one language and desk. Throws RangeError when the desk's zone is unknown. */
export function createReplyEngine(options: ZoneClockOptions): ReplyEngine {
  const liquid = createLiquid(options);
  const { language } = options;
  return {
    language,
    check: (body, promiseFrom) => checkTemplate(liquid, body, { language, promiseFrom }),
    render(body, scope) {
      const unknown = new Set<string>();
      const source = renderLiquid(liquid, body, toLiquidScope(scope, language, unknown));
      if (!source.ok) return source;
      const { text, stops } = parseStops(source.value);
      return ok({ text, stops, unknown: [...unknown] });
    },
  };
}
