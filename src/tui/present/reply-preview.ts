import type { RenderedTemplate } from '../../app/content/rendered-template.ts';
import type { TemplateActions } from '../../domain/template.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, type Span, span, word } from './line.ts';
import { selectedCard } from './replies-layout.ts';
import { wrapSpans } from './styled-text.ts';
import type { TimeText } from './time-text.ts';

/** The selected template as it would be put in, what goes with it, when to use it; or a card. */
export function replyPreview(state: UiState, time: TimeText, width: number): Line[] {
  const inner = Math.max(10, width - 4);
  const card = selectedCard(state.replies);
  if (card) return cardLines(card, state, inner);
  const { preview, previewFor, items, selected } = state.replies;
  if (!preview) return [];
  const t = tuiTexts(state.language);
  const when = span(toSafe(`${t.templateWhen}${items[selected]?.when ?? ''}`), 'muted');
  const about = effectSpans(preview, state, time);
  return [
    ...wrapSpans(textSpans(preview, state), inner).map((line): Line => [bar(preview), ...line]),
    [],
    ...wrapSpans(about, inner).map((line): Line => [word('   '), ...line]),
    ...wrapSpans([when], inner).map((line): Line => [word('   '), ...line]),
    ...(previewFor === null ? [[word(`   ${t.repliesForNobody}`, 'muted')]] : []),
  ];
}

function textSpans(preview: RenderedTemplate, { language }: UiState): Span[] {
  if (preview.ok) return hintSpans(preview.text.trimEnd());
  const why = preview.problems.map(({ text }) => text).join('; ');
  return [span(toSafe(tuiTexts(language).toastTemplateBroken(why)), 'breach')];
}

/** The bar says who reads the text, as in the composer. */
function bar({ template }: RenderedTemplate): Span {
  const isInternal = template?.channels.every((channel) => channel === 'note') ?? false;
  return isInternal ? word(' ┆ ', 'internal') : word(' │ ', 'public');
}

/** Where the reply is used, and what sending it does besides. */
function effectSpans(preview: RenderedTemplate, state: UiState, time: TimeText): Span[] {
  const t = tuiTexts(state.language);
  const r = repliesTexts(state.language);
  const { template, promise } = preview;
  const parts: Span[] = [];
  const channels = template?.channels.map((channel) => t.replyChannels[channel]) ?? [];
  if (channels.length > 0) parts.push(word(channels.join(', '), 'muted'));
  if (state.replies.isTwin && template) parts.push(word(template.lang.toUpperCase(), 'key'));
  if (promise) parts.push(word(t.promised(time.at(promise.dueAt, state.now)), 'promise'));
  if (template)
    parts.push(...actionSpans(template.actions, { state, time, hasTime: promise !== null }));
  const asked = template?.requires.filter((name) => preview.missing.includes(name)) ?? [];
  if (asked.length > 0)
    parts.push(span(toSafe(`${r.needs}${asked.map(nameOf(state)).join(', ')}`), 'warning'));
  return parts.flatMap((part, i) => (i === 0 ? [part] : [word(' · ', 'muted'), part]));
}

interface Around {
  readonly state: UiState;
  readonly time: TimeText;
  /** The promised time is known already. */
  readonly hasTime: boolean;
}

function actionSpans(actions: TemplateActions, { state, time, hasTime }: Around): Span[] {
  const t = tuiTexts(state.language);
  const r = repliesTexts(state.language);
  const { promise, status, reason, addTags, removeTags, timeSpentMs, escalateTo } = actions;
  const rule = state.statuses.find(({ code }) => code === status);
  const why = reason === '' ? '' : ` (${reason})`;
  const parts: (Span | null)[] = [
    promise && !hasTime ? word(`${r.promises}: ${t.promiseKinds[promise.kind]}`, 'promise') : null,
    rule ? span(toSafe(`→ ${rule.name[state.language]}${why}`), 'strong') : null,
    actions.isConfirmation ? word(r.confirms, 'strong') : null,
    addTags.length > 0 ? span(toSafe(r.tagsAdded(addTags.join(', ')))) : null,
    removeTags.length > 0 ? span(toSafe(r.tagsRemoved(removeTags.join(', ')))) : null,
    timeSpentMs === null ? null : word(r.timeSpent(time.length(timeSpentMs))),
    escalateTo === null ? null : span(toSafe(r.escalates(lineName(escalateTo, state)))),
  ];
  return parts.filter((part) => part !== null);
}

function lineName(code: string, { lineNames, language }: UiState): string {
  return lineNames.get(code)?.[language] ?? code;
}

function nameOf({ language }: UiState): (requirement: string) => string {
  const names: Readonly<Record<string, string>> = repliesTexts(language).needed;
  return (requirement) => names[requirement] ?? requirement;
}

/** How we do not talk, why, and what is said instead. */
function cardLines(
  { title, body }: { readonly title: string; readonly body: string },
  { language }: UiState,
  inner: number,
): Line[] {
  const r = repliesTexts(language);
  const head = padded([span(toSafe(`✗ ${title}`), 'breach')], inner);
  return [...head, [], ...cardBody(body, inner), [], ...padded([word(r.dontInsert, 'key')], inner)];
}

/** The text of a card about how we do not talk. */
export function cardBody(body: string, inner: number): Line[] {
  return body.split('\n').flatMap((row) => padded([cardSpan(row)], inner));
}

function padded(spans: readonly Span[], inner: number): Line[] {
  return wrapSpans(spans, inner).map((line): Line => [word('   '), ...line]);
}

function cardSpan(row: string): Span {
  const heading = /^#+\s+(.*)$/.exec(row);
  if (heading) return span(toSafe(heading[1] ?? ''), 'strong');
  return span(toSafe(row.replaceAll(/\*\*|`/g, '')), row.startsWith('>') ? 'warning' : 'plain');
}

function hintSpans(text: string): Span[] {
  return text
    .split(/(⟦[^⟦⟧]*⟧)/)
    .filter((part) => part !== '')
    .map((part) =>
      span(toSafe(part, { multiline: true }), part.startsWith('⟦') ? 'warning' : 'plain'),
    );
}
