import type { DraftReply } from '../../domain/supervision/supervision.ts';

/**
 * What goes with a reply that is being written again: its promise, files, and what its templates
 * change. What was decided when it was looked over is decided there again.
 */
export function goodsOfDraft({ text, promise, status, attachments, ...more }: DraftReply) {
  const { templates = [], effects = {} } = more;
  const { promises: _, overruled: __, ...own } = effects;
  const applied = templates.map(({ templateId, lang, version }, place) => {
    return { templateId, lang, version, text, places: [], effects: place === 0 ? own : {} };
  });
  return { promise, status, attachments, applied };
}
