import {
  type TemplateFigures,
  templateReport,
  UNUSED_DAYS,
} from '../../app/content/template-report.ts';
import { openContent } from '../../app/desk/content-library.ts';
import { type RepliesTexts, repliesTexts } from '../../i18n/replies-texts.ts';
import type { Share } from '../../util/share.ts';
import { fit } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { wholeNumber } from '../usage-error.ts';

const DEFAULT_DAYS = '90';

/** `smena template report [--days N]`: how templates are used and what became of their tickets. */
export async function templateUseReport(session: Session, input: CommandInput): Promise<void> {
  const days = wholeNumber(input.value('days') ?? DEFAULT_DAYS, '--days', 1);
  const desk = await session.desk();
  const library = await openContent(desk).templates();
  const { templates, unused } = templateReport(desk, library, days);
  const { output } = session;
  const t = repliesTexts(session.language).report;
  if (output.isJson) {
    return output.json({
      days,
      templates: templates.map(figuresJson),
      unused: unused.map(({ id, lastUsed }) => ({ id, lastUsed: iso(lastUsed) })),
      note: t.associations,
    });
  }
  if (templates.length === 0) output.talk(t.empty);
  else {
    printTable(output, [
      Object.values(t.columns),
      ...templates.map((one) => cellsOf(one, moment(one.lastUsed, desk))),
    ]);
    output.talk(t.associations);
  }
  printRewritten(output, templates, t);
  if (unused.length === 0) return;
  output.talk(t.unused(UNUSED_DAYS, unused.length));
  for (const { id, title } of unused) output.row(`${id}  ${title}`);
}

function figuresJson(figures: TemplateFigures) {
  const { uneditedShare, returned, confirmed, lastUsed, ...rest } = figures;
  return {
    ...rest,
    uneditedShare: rounded(uneditedShare),
    returned: shareJson(returned),
    confirmed: shareJson(confirmed),
    lastUsed: iso(lastUsed),
  };
}

function shareJson({ k, n, low, high }: Share) {
  return { k, n, low: rounded(low), high: rounded(high) };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function cellsOf(one: TemplateFigures, lastUsed: string): string[] {
  const { id, uses, uneditedShare, medianEditedChars, returned, confirmed } = one;
  return [
    ...[id, String(uses), percent(uneditedShare), String(medianEditedChars)],
    ...[shareText(returned), shareText(confirmed), lastUsed],
  ];
}

/** `3/40 (3–20 %)`: the range says how little a few tickets tell. */
function shareText({ k, n, low, high }: Share): string {
  return `${k}/${n} (${Math.round(low * 100)}–${Math.round(high * 100)} %)`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function printTable(output: Output, rows: readonly (readonly string[])[]): void {
  const safe = rows.map((cells) => cells.map((cell) => toSafe(cell)));
  if (output.isPlain) {
    for (const cells of safe.slice(1)) output.styled(cells.join('\t'));
    return;
  }
  const widths = safe[0]?.map((_, at) =>
    Math.max(...safe.map((cells) => textWidth(cells[at] ?? ''))),
  );
  for (const [place, cells] of safe.entries()) {
    const line = cells
      .map((cell, at) => fit(cell, widths?.[at] ?? 0))
      .join('  ')
      .trimEnd();
    output.styled(place === 0 ? output.paint.dim(line) : line);
  }
}

function printRewritten(
  output: Output,
  templates: readonly TemplateFigures[],
  t: RepliesTexts['report'],
): void {
  const rewritten = templates.flatMap(({ id, rewritten: one }) => (one ? [{ id, ...one }] : []));
  if (rewritten.length === 0) return;
  output.talk(t.rewritten);
  for (const { id, line, times, to } of rewritten) output.row(t.rewrittenRow(id, line, times, to));
}
