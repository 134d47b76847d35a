import type { DeskConfig } from '../../domain/desk-config.ts';
import type { GroupField, QueueRow } from '../../domain/selection.ts';
import type { Language, LocalName } from '../../domain/vocabulary.ts';

/** The group of a list that a row belongs to; `name` is null for what a ticket has not. */
export interface RowGroup {
  readonly key: string;
  readonly name: string | null;
}

/** Tells by a row which group it stands in; channels keep their codes. */
export function rowGroup(
  row: QueueRow,
  by: GroupField,
  { config, language }: { readonly config: DeskConfig; readonly language: Language },
): RowGroup {
  switch (by) {
    case 'customer':
      return { key: row.customerId ?? '', name: row.customer };
    case 'assignee':
      return { key: row.assigneeId ?? '', name: row.assignee };
    case 'status':
      return named(row.status, config.statuses, language);
    case 'kind':
      return named(row.kind, config.kinds, language);
    case 'line':
      return named(row.line, config.lines, language);
    case 'priority':
      return named(row.priority, config.priorities, language);
    case 'channel':
      return { key: row.channel, name: row.channel };
  }
}

interface Named {
  readonly code: string;
  readonly name: LocalName;
}

function named(code: string, items: readonly Named[], language: Language): RowGroup {
  return { key: code, name: items.find((item) => item.code === code)?.name[language] ?? code };
}
