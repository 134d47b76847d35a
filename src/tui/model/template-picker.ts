import type { ListedTemplate } from '../../app/content/list-templates.ts';
import { renderTemplate } from '../../app/content/render-template.ts';
import { findTemplate, type TemplateLibrary } from '../../app/content/template-library.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { createFuzzyList } from '../../search/fuzzy-list.ts';
import { applyTemplate } from './apply-template.ts';
import { turnFavourite } from './favourite-templates.ts';
import { fitTemplates, type OfferedTemplate } from './fit-templates.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { say, texts, type Ui } from './ui.ts';
import { ticketAtHand } from './write-target.ts';

/** A template in a list, with what is typed to find it and how likely it is the one. */
export interface TemplateChoice extends Choice {
  readonly item: ListedTemplate;
  readonly weight: number;
}

/** A match of the text tells more than how likely a template is; this much of the latter stays. */
const LIKELINESS = 0.15;

/** Offers the templates for the ticket at hand: favourites at their digits, the likeliest first. */
export function pickTemplate(ui: Ui, library: TemplateLibrary): void {
  const ticketId = ticketAtHand(ui.store.get());
  const ticket = ticketId === null ? null : ui.desk().tickets.byId(ticketId);
  if (!ticket) return say(ui, texts(ui).disabledNoTicket, 'problem');
  const kind = ui.store.get().composer?.kind ?? 'reply';
  const read = () => fitTemplates(ui, library, ticket, kind).map((one) => templateChoice(ui, one));
  let choices = read();
  let rank = rankedTemplates(ui, choices);
  openPicker(ui, {
    purpose: 'template',
    title: `${texts(ui).pickTemplate} (${repliesTexts(ui.store.get().language).favouriteKey})`,
    isSearchable: true,
    hasDigits: true,
    choices,
    preview: ({ id }) => templatePreview(ui, library, { id, ticketId: ticket.id }),
    choose: ({ id }) => applyTemplate(ui, library, id),
    answers: {
      rank: (query) => rank(query),
      favour: ({ id, label }) => {
        turnFavourite(ui, { id, title: label });
        choices = read();
        rank = rankedTemplates(ui, choices);
        return choices;
      },
    },
  });
}

/**
 * What is typed over templates: how well it fits their names times how likely they are. The name of
 * a situation narrows to it.
 */
function rankedTemplates(
  ui: Ui,
  choices: readonly TemplateChoice[],
): (query: string) => readonly TemplateChoice[] {
  const score = scoredTemplates(ui, choices);
  return (query) => (query.trim() === '' ? choices : score(query).map(({ choice }) => choice));
}

/** A template that was found, and how surely. */
export interface FoundTemplate {
  readonly choice: TemplateChoice;
  readonly score: number;
  readonly isGuess: boolean;
}

/** As `rankedTemplates`, with the scores: other things are found beside templates. */
export function scoredTemplates(
  ui: Ui,
  choices: readonly TemplateChoice[],
): (query: string) => readonly FoundTemplate[] {
  const keys = [
    (c: TemplateChoice) => c.label,
    (c: TemplateChoice) => situationName(ui, c.item.situation),
    (c: TemplateChoice) => c.item.id,
  ];
  const list = createFuzzyList(choices, { keys });
  const situations = createFuzzyList([...new Set(choices.map(({ item }) => item.situation))], {
    keys: [(situation) => situationName(ui, situation)],
  });
  return (query) => {
    const whole = situations.score(query).find(({ item, score }) => {
      const isWhole = situationName(ui, item).length <= query.trim().length;
      return score > ALMOST_SURE && isWhole;
    });
    const found = list
      .score(query)
      .filter(({ item }) => whole === undefined || item.item.situation === whole.item)
      .map(({ item, score, isGuess }) => {
        return { choice: item, score: score * item.weight ** LIKELINESS, isGuess };
      });
    return found.toSorted((a, b) => b.score - a.score);
  };
}

/** From the beginning, in either layout. */
const ALMOST_SURE = 0.9;

/** A template as a choice: its name, the situation it is for, and why it stands where it does. */
export function templateChoice(ui: Ui, offered: OfferedTemplate): TemplateChoice {
  const { item, weight, favourite, isRecent } = offered;
  const t = repliesTexts(ui.store.get().language);
  const { channels } = item;
  const isInternal = channels.every((channel) => channel === 'note');
  const isReply = ui.store.get().composer?.kind === 'reply';
  const parts = [
    ...(favourite === null ? [] : [`★${favourite}`]),
    ...(favourite === null && isRecent ? [t.recent] : []),
    ...(channels.every((channel) => channel === 'phone') ? [t.onlySpoken] : []),
    situationName(ui, item.situation),
  ];
  return {
    ...{ id: item.id, label: item.title, detail: parts.join(' · '), item, weight },
    disabled: isInternal && isReply ? t.onlyNote : null,
  };
}

/** The name of a situation; one of the desk's own is its code. */
export function situationName(ui: Ui, situation: string): string {
  const names: Readonly<Record<string, string>> = texts(ui).situations;
  return names[situation] ?? situation;
}

/** A template as it would stand in the text, and when to use it. */
export function templatePreview(
  ui: Ui,
  library: TemplateLibrary,
  { id, ticketId }: { readonly id: string; readonly ticketId: string },
): readonly string[] {
  const input = { templateId: id, ticketId };
  const { ok, text, problems } = renderTemplate(ui.desk(), library, input);
  const about = findTemplate(library, id, ui.store.get().language);
  const shown = ok ? text : problems.map((problem) => problem.text).join('; ');
  return [...shown.trimEnd().split('\n'), '', `${texts(ui).templateWhen}${about?.when ?? ''}`];
}
