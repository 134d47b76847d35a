import type { FamilyTexts } from './family-texts.ts';

interface Named {
  readonly number: string;
  readonly subject: string;
}

/** How a ticket stands to others, as it is told of. Times are words already. */
export interface ToldFamily {
  readonly parent: { readonly ticket: Named } | null;
  /** When the customers of its mass incident hear next; null when nobody waits. */
  readonly nextNews: string | null;
  readonly isMassIncident: boolean;
  readonly children: readonly { readonly status: string }[];
  readonly mergedInto: Named | null;
  readonly mergedFrom: readonly Named[];
  readonly splitFrom: Named | null;
}

/** How a ticket stands to others, a part each; nothing when it stands alone. */
export function sayFamily(family: ToldFamily, t: FamilyTexts): readonly string[] {
  const { parent, nextNews, isMassIncident, children, mergedInto, mergedFrom, splitFrom } = family;
  const open = children.filter(({ status }) => status !== 'resolved' && status !== 'closed').length;
  const mass = children.length > 0 ? t.children(children.length, open) : t.noChildren;
  return [
    mergedInto ? t.mergedInto(mergedInto.number) : '',
    parent ? t.parent(parent.ticket.number, parent.ticket.subject) : '',
    nextNews === null ? '' : t.nextNews(nextNews),
    isMassIncident ? mass : '',
    mergedFrom.length > 0 ? t.mergedFrom(mergedFrom.map(({ number }) => number).join(', ')) : '',
    splitFrom ? t.splitFrom(splitFrom.number) : '',
  ].filter((part) => part !== '');
}
