import { compareParts, type EntryChange, readWritten } from '../../content/desk/compare-parts.ts';
import { ownFile } from '../../content/desk/own-file.ts';
import { dataNames, ownWords } from '../../content/desk/pack-files.ts';
import { partNames } from '../../content/desk/read-pack.ts';

/**
 * What would be otherwise with the files of other folders, in the words of the files. `shipped` holds
 * what none of them has; of files of words only the desk's own ones are compared.
 */
export function comparePacks(
  from: readonly string[],
  to: readonly string[],
  shipped: string,
): readonly EntryChange[] {
  const rules = partNames.flatMap((part) => {
    const file = `${part}.yaml`;
    const [before, after] = [ownFile(file, [...from, shipped]), ownFile(file, [...to, shipped])];
    return before === after ? [] : compareParts(part, readWritten(before), readWritten(after));
  });
  const words = dataNames.flatMap((name) => {
    const [before, after] = [from, to].map((own) => ownWords(name, own, shipped));
    return compareParts(name, readWritten(before ?? null), readWritten(after ?? null));
  });
  return [...rules, ...words];
}
