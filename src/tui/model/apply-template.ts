import { renderTemplate } from '../../app/content/render-template.ts';
import type { RenderedTemplate } from '../../app/content/rendered-template.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import { appliedTemplate, templateUsesIn } from '../../app/content/template-use.ts';
import type { TemplateUse } from '../../domain/template-use.ts';
import type { TextEffects } from '../../domain/text-effects.ts';
import { repliesTexts } from '../../i18n/replies-texts.ts';
import { openPrompt } from './overlays.ts';
import { speakTemplate } from './speak-template.ts';
import { keepPlaces, newPromise } from './stop-model.ts';
import { say, texts, type Ui } from './ui.ts';
import type { ComposerState } from './ui-state.ts';
import { bringComposer, putText, ticketAtHand } from './write-target.ts';

interface Application {
  readonly library: TemplateLibrary;
  readonly templateId: string;
  readonly ticketId: string;
  /** What was asked and answered so far, as `--set` gives it. */
  readonly set: Readonly<Record<string, string>>;
  /** Runs when everything is known, before the text is put in. */
  readonly onPut: () => void;
}

/**
 * Fills a template for the ticket at hand and puts it into the text being written, with the
 * promise it gives and what it changes. What it cannot go without is asked first, one question
 * after another; until all is answered nothing changes. A text for the phone is shown to be read.
 */
export function applyTemplate(
  ui: Ui,
  library: TemplateLibrary,
  templateId: string,
  onPut: () => void = () => {},
): void {
  const ticketId = ticketAtHand(ui.store.get());
  if (ticketId === null) return say(ui, texts(ui).toastNothing, 'problem');
  const application = { library, templateId, ticketId, set: {}, onPut };
  const rendered = render(ui, application);
  if (rendered.ok) goOn(ui, application, rendered);
  else say(ui, texts(ui).toastTemplateBroken(whyBroken(rendered)), 'problem');
}

function render(ui: Ui, { library, ...input }: Application): RenderedTemplate {
  return renderTemplate(ui.desk(), library, input);
}

function whyBroken({ problems }: RenderedTemplate): string {
  return problems.map(({ text }) => text).join('; ');
}

function goOn(ui: Ui, application: Application, rendered: RenderedTemplate): void {
  const { template } = rendered;
  const isSpoken = template?.channels.every((channel) => channel === 'phone') ?? false;
  if (isSpoken) return speakTemplate(ui, rendered);
  // What is meant for colleagues may not slip into a letter.
  if (isInternal(rendered) && ui.store.get().composer?.kind === 'reply') {
    return say(ui, repliesTexts(ui.store.get().language).onlyNote, 'problem');
  }
  const asked = rendered.missing.find((name) => template?.requires.includes(name));
  if (asked === undefined) return put(ui, application, rendered);
  ask(ui, application, asked);
}

function isInternal({ template }: RenderedTemplate): boolean {
  return template?.channels.every((channel) => channel === 'note') ?? false;
}

/** One question for what the template cannot go without. */
function ask(ui: Ui, application: Application, name: string): void {
  const t = repliesTexts(ui.store.get().language);
  const titles: Readonly<Record<string, string>> = t.ask;
  openPrompt(ui, {
    title: titles[name] ?? t.askVariable(name),
    submit: (text) => {
      if (text.trim() === '') return t.answerNeeded;
      const answered = { ...application, set: { ...application.set, [name]: text.trim() } };
      const rendered = render(ui, answered);
      if (!rendered.ok || rendered.missing.includes(name)) return t.answerWrong(text);
      goOn(ui, answered, rendered);
      return null;
    },
  });
}

function put(ui: Ui, { onPut }: Application, rendered: RenderedTemplate): void {
  const { template, promise, status, effects } = rendered;
  const isNote = isInternal(rendered);
  if (!template || !bringComposer(ui, isNote ? 'note' : 'reply')) return;
  onPut();
  keepPlaces(ui, rendered, putText(ui, rendered.text));
  const { composer } = ui.store.get();
  if (!composer) return;
  const one = appliedTemplate(rendered);
  const applied = [...(composer.applied ?? []), ...(one ? [{ ...one, effects }] : [])];
  const templateId = template.id;
  // An internal text promises the customer nothing.
  if (composer.kind !== 'reply' && !isNote) {
    return ui.store.set({ composer: { ...composer, applied } });
  }
  const given = promise && newPromise(promise, ui.desk().makeId());
  ui.store.set({
    composer: {
      ...composer,
      templateId,
      applied,
      promise: given ?? composer.promise,
      status: status ?? composer.status,
    },
  });
}

/**
 * What goes with a text that is sent: how its templates were used and what they change. One that
 * was taken out of the text again changes nothing.
 */
export function sentWith({ applied = [], history }: ComposerState): SentWith {
  const templates = templateUsesIn(applied, history.present.text);
  const used = new Set(templates.map(({ templateId }) => templateId));
  const effects = applied
    .filter(({ templateId }) => used.has(templateId))
    .reduce<TextEffects>((all, one) => joined(all, one.effects), {});
  return { templates, effects };
}

interface SentWith {
  readonly templates: readonly TemplateUse[];
  readonly effects: TextEffects;
}

/** Of two templates in one text the later decides; tags are of both. */
function joined(before: TextEffects, after: TextEffects): TextEffects {
  const both = (a: readonly string[] = [], b: readonly string[] = []) => [...new Set([...a, ...b])];
  const addTags = both(before.addTags, after.addTags);
  const removeTags = both(before.removeTags, after.removeTags);
  return {
    ...before,
    ...after,
    ...(addTags.length > 0 ? { addTags } : {}),
    ...(removeTags.length > 0 ? { removeTags } : {}),
  };
}
