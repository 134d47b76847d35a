import type { RenderedTemplate } from '../../app/content/rendered-template.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from '../present/line.ts';
import { wrapSpans } from '../present/styled-text.ts';
import { openPager } from './overlays.ts';
import type { Ui } from './ui.ts';

/** Shows a text for the phone to be read out. It goes into no letter. */
export function speakTemplate(ui: Ui, { text, template }: RenderedTemplate): void {
  const { language, columns } = ui.store.get();
  const t = repliesTexts(language);
  const body = span(toSafe(text.trimEnd(), { multiline: true }), 'strong');
  const rows = wrapSpans([body], columns - 4).map((line): Line => [word('  '), ...line]);
  const when = span(toSafe(template?.when ?? '', { multiline: true }), 'muted');
  const hints = wrapSpans([when], columns - 4).map((line): Line => [word('  '), ...line]);
  const lines = [[], ...rows, [], [word(`  ${t.spokenHint}`, 'key')], ...hints];
  openPager(ui, t.toSpeak(template?.title ?? ''), lines);
}
