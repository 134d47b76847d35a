import type { ReplyTemplate } from '../../domain/template.ts';
import { type StoredUse, TemplateUseStore } from '../../store/template/template-use-store.ts';
import { compareText } from '../../util/compare-text.ts';
import { type Share, shareOf } from '../../util/share.ts';
import type { Desk } from '../desk/desk.ts';
import { listTemplates } from './list-templates.ts';
import { findTemplate, type TemplateLibrary } from './template-library.ts';
import { templateVersion } from './template-use.ts';

/** A line that people write otherwise in the same way: a candidate for a change. */
export interface RewrittenLine {
  /** Counts from 1 in the filled text. */
  readonly line: number;
  /** What stands there instead; empty when it is taken out. */
  readonly to: string;
  readonly times: number;
}

/** How one template is used, and what became of its tickets. */
export interface TemplateFigures {
  readonly id: string;
  readonly title: string;
  readonly uses: number;
  /** Of 0 to 1: sent as it was filled. */
  readonly uneditedShare: number;
  readonly medianEditedChars: number;
  /** Of the tickets answered with it: sent back or opened again later; confirmed later. */
  readonly returned: Share;
  readonly confirmed: Share;
  /** Epoch ms. */
  readonly lastUsed: number;
  /** Of its present wording; null when nobody changes the same line the same way twice. */
  readonly rewritten: RewrittenLine | null;
}

export interface TemplateReport {
  /** The most used first. */
  readonly templates: readonly TemplateFigures[];
  /** Not used for so long that somebody should ask why. */
  readonly unused: readonly {
    readonly id: string;
    readonly title: string;
    readonly lastUsed: number | null;
  }[];
}

const DAY_MS = 86_400_000;
/** A template that nobody took for so many days. */
export const UNUSED_DAYS = 90;

/**
 * How the templates were used in the last days, for those who keep them. Figures of outcome are
 * associations: a template for hard cases stands beside hard cases.
 */
export function templateReport(desk: Desk, library: TemplateLibrary, days: number): TemplateReport {
  const store = new TemplateUseStore(desk.store.sql);
  const now = desk.clock.now();
  const since = now - days * DAY_MS;
  const uses = Map.groupBy(store.since(since), ({ templateId }) => templateId);
  const outcomes = new Map(store.outcomes(since).map((one) => [one.templateId, one]));
  const templates = [...uses].map(([id, of]): TemplateFigures => {
    const template = findTemplate(library, id, desk.language);
    const { tickets = 0, returned = 0, confirmed = 0 } = outcomes.get(id) ?? {};
    return {
      id,
      title: template?.title ?? id,
      ...editing(of),
      returned: shareOf(returned, tickets),
      confirmed: shareOf(confirmed, tickets),
      rewritten: rewrittenLine(of, library),
    };
  });
  const last = store.lastUsed();
  const unused = listTemplates(library, { lang: desk.language })
    .map(({ id, title }) => ({ id, title, lastUsed: last.get(id) ?? null }))
    .filter(({ lastUsed }) => now - (lastUsed ?? 0) > UNUSED_DAYS * DAY_MS);
  return {
    templates: templates.toSorted((a, b) => b.uses - a.uses || compareText(a.id, b.id)),
    unused,
  };
}

type Editing = Pick<TemplateFigures, 'uses' | 'uneditedShare' | 'medianEditedChars' | 'lastUsed'>;

function editing(of: readonly StoredUse[]): Editing {
  const edits = of.map(({ editedChars }) => editedChars).toSorted((a, b) => a - b);
  const half = Math.floor(edits.length / 2);
  const upper = edits[half] ?? 0;
  const lower = edits.length % 2 === 1 ? upper : (edits[half - 1] ?? 0);
  return {
    uses: of.length,
    uneditedShare: edits.filter((edited) => edited === 0).length / of.length,
    medianEditedChars: (lower + upper) / 2,
    lastUsed: of.at(-1)?.at ?? 0,
  };
}

/** Only the present wording can still be changed. */
function rewrittenLine(
  of: readonly StoredUse[],
  { templates }: TemplateLibrary,
): RewrittenLine | null {
  const current = of.filter(({ templateId, lang, version }) => {
    const isOne = (one: ReplyTemplate) => one.id === templateId && one.lang === lang;
    return templates.some((one) => isOne(one) && templateVersion(one) === version);
  });
  const counted = new Map<string, RewrittenLine>();
  for (const { lang, changes } of current) {
    for (const { line, to } of changes) {
      const key = JSON.stringify([lang, line, to]);
      counted.set(key, { line, to, times: (counted.get(key)?.times ?? 0) + 1 });
    }
  }
  const [most] = [...counted.values()].toSorted((a, b) => b.times - a.times);
  return most && most.times > 1 ? most : null;
}
