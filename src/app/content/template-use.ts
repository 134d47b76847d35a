import type { ReplyTemplate } from '../../domain/template.ts';
import type { TemplateUse } from '../../domain/template-use.ts';
import { sha256 } from '../../util/sha256.ts';
import { changedLines } from './changed-lines.ts';
import { editedChars, type FilledText, fixedPieces } from './edited-chars.ts';
import type { RenderedTemplate } from './rendered-template.ts';

/** A template as it was put into a text: what is sent is measured against it. */
export interface AppliedTemplate
  extends FilledText,
    Pick<TemplateUse, 'templateId' | 'lang' | 'version'> {}

/** What to remember of a template that goes into a text; null when there is no text. */
export function appliedTemplate({
  text,
  stops,
  template,
}: RenderedTemplate): AppliedTemplate | null {
  if (template === null) return null;
  const places = stops.map(({ start, end }) => [start, end] as const);
  const { id: templateId, lang } = template;
  return { templateId, lang, version: templateVersion(template), text, places };
}

/** Of a template that was put in, less than this is left when somebody wrote something else. */
const LEAST_LEFT = 0.3;

/**
 * How templates were used in the text that is sent now. What stands round one of several costs it
 * nothing; one of which next to nothing is left was not used.
 */
export function templateUsesIn(
  applied: readonly AppliedTemplate[],
  sent: string,
): readonly TemplateUse[] {
  const isAlone = applied.length === 1;
  return applied.flatMap((one) => {
    const use = templateUse(isAlone ? one : withRoomAround(one), sent);
    const length = fixedPieces(one).join('').length;
    return use.editedChars <= length * (1 - LEAST_LEFT) ? [use] : [];
  });
}

/** How a template was used in a text that was made of it. */
export function templateUse(applied: AppliedTemplate, sent: string): TemplateUse {
  const { templateId, lang, version } = applied;
  const written = { ...applied, text: applied.text.trimEnd() };
  const edited = editedChars(written, sent.trim());
  const changes = edited === 0 ? [] : changedLines(written, sent.trim());
  return { templateId, lang, version, editedChars: edited, changes };
}

function withRoomAround(one: AppliedTemplate): AppliedTemplate {
  const end = one.text.trimEnd().length;
  return { ...one, places: [[0, 0], ...one.places, [end, end]] };
}

/** Tells one wording of a template from another. */
export function templateVersion({ body }: ReplyTemplate): string {
  return sha256(body).slice(0, 12);
}
