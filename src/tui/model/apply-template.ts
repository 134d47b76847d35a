import { renderTemplate } from '../../app/content/render-template.ts';
import type { TemplateLibrary } from '../../app/content/template-library.ts';
import { say, texts, type Ui } from './ui.ts';
import { bringComposer, putText, ticketAtHand } from './write-target.ts';

/**
 * Fills a template for the ticket at hand and puts it into the text being written, with the
 * promise it gives and the status it sets.
 */
export function applyTemplate(ui: Ui, library: TemplateLibrary, templateId: string): void {
  const t = texts(ui);
  const ticketId = ticketAtHand(ui.store.get());
  if (ticketId === null) return say(ui, t.toastNothing, 'problem');
  const rendered = renderTemplate(ui.desk(), library, { templateId, ticketId });
  if (!rendered.ok) {
    const why = rendered.problems.map(({ text }) => text).join('; ');
    return say(ui, t.toastTemplateBroken(why), 'problem');
  }
  const isNote = rendered.template?.channels.every((channel) => channel === 'note') ?? false;
  if (!bringComposer(ui, isNote ? 'note' : 'reply')) return;
  putText(ui, rendered.text);
  const { composer } = ui.store.get();
  // An internal text promises the customer nothing.
  if (composer?.kind !== 'reply') return;
  const { promise } = rendered;
  const given = promise && {
    id: ui.desk().makeId(),
    kind: promise.kind,
    dueAt: promise.dueAt,
    text: promise.text,
  };
  ui.store.set({
    composer: {
      ...composer,
      templateId,
      promise: given ?? composer.promise,
      status: rendered.status ?? composer.status,
    },
  });
}
