import type { FamilyTexts } from './family-texts.ts';

/** A merge as it will be: what goes over, and who is answered then. */
export interface ToldMerge {
  readonly source: { readonly number: string };
  readonly target: { readonly number: string };
  readonly entries: number;
  readonly children: number;
  readonly promises: number;
  readonly writesTo: { readonly name: string } | null;
  readonly nobodyWritesTo: { readonly name: string } | null;
}

/** What a merge does, a line each. */
export function sayMerge(merge: ToldMerge, t: FamilyTexts): readonly string[] {
  const { source, target, entries, promises, children, writesTo, nobodyWritesTo } = merge;
  return [
    t.mergeEntries(entries, source.number, target.number),
    promises > 0 ? t.mergePromises(promises) : '',
    children > 0 ? t.mergeChildren(children) : '',
    writesTo ? t.writesTo(writesTo.name) : t.writesToNobody,
    nobodyWritesTo ? t.nobodyWritesTo(nobodyWritesTo.name) : '',
  ].filter((line) => line !== '');
}
