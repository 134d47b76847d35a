import { type ReplyChannel, type ReplyTemplate, situationOrder } from '../../domain/template.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { createFuzzyList } from '../../search/fuzzy-list.ts';
import { compareText } from '../../util/compare-text.ts';
import type { TemplateLibrary } from './template-library.ts';

/** A template as lists show it: one row for all of its languages. */
export interface ListedTemplate {
  readonly id: string;
  readonly situation: string;
  /** In the language asked for, where there is one. */
  readonly title: string;
  readonly when: string;
  readonly channels: readonly ReplyChannel[];
  readonly langs: readonly Language[];
  readonly template: ReplyTemplate;
}

export interface ListTemplatesOptions {
  readonly situation?: string | undefined;
  /** Part of a title in either language, of the id or the situation; either keyboard layout. */
  readonly query?: string | undefined;
  readonly lang?: Language | undefined;
}

/** The templates by situation in the order of a conversation; with a query, the best match first. */
export function listTemplates(
  library: TemplateLibrary,
  { situation, query = '', lang = library.language }: ListTemplatesOptions = {},
): readonly ListedTemplate[] {
  const twins = Map.groupBy(library.templates, ({ id }) => id);
  const listed = [...twins.values()]
    .map((group) => toListed(group, lang))
    .filter((item) => item !== null)
    .filter((item) => situation === undefined || item.situation === situation)
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) || compareText(a.situation, b.situation) || compareText(a.id, b.id),
    );
  if (query.trim() === '') return listed;
  const titles = (item: ListedTemplate) => twins.get(item.id)?.map(({ title }) => title) ?? [];
  const keys = [
    (item: ListedTemplate) => item.title,
    (item: ListedTemplate) => titles(item).find((title) => title !== item.title) ?? '',
    (item: ListedTemplate) => `${item.id} ${item.situation}`,
  ];
  return createFuzzyList(listed, { keys }).rank(query);
}

function toListed(twins: readonly ReplyTemplate[], lang: Language): ListedTemplate | null {
  const template = twins.find((twin) => twin.lang === lang) ?? twins[0];
  if (template === undefined) return null;
  const { id, situation, title, when, channels } = template;
  const langs = twins.map((twin) => twin.lang);
  return { id, situation, title, when, channels, langs, template };
}

function placeOf({ situation }: ListedTemplate): number {
  const place = situationOrder.indexOf(situation);
  return place < 0 ? situationOrder.length : place;
}
