import type { LocalName } from '../../domain/vocabulary.ts';
import type { TicketVocabulary, VocabularyEntry } from '../../search/ticket-fields.ts';
import type { Desk } from '../desk/desk.ts';

const made = new WeakMap<Desk['config'], TicketVocabulary>();

/** The closed lists of this desk as the filter line knows them, by code and by both names. */
export function deskVocabulary({ config }: Pick<Desk, 'config'>): TicketVocabulary {
  const known = made.get(config);
  if (known) return known;
  const named = (items: readonly { readonly code: string; readonly name: LocalName }[]) =>
    items.map(
      (item): VocabularyEntry => ({ value: item.code, names: [item.name.ru, item.name.en] }),
    );
  const lines = config.lines.map(({ code, name, short }): VocabularyEntry => {
    return { value: code, names: [name.ru, name.en, short.ru, short.en] };
  });
  const vocabulary = {
    status: named(config.statuses),
    kind: named(config.kinds),
    line: lines,
    priority: named(config.priorities),
  };
  made.set(config, vocabulary);
  return vocabulary;
}
