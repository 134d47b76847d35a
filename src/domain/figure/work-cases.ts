import { belongs, type CasesOf, type FigureCase } from './figure-case.ts';

/** Conversations for each day that somebody talked to customers: a ticket counts once a day. */
export const loadCases: CasesOf = (context) => {
  const days = new Set<string>();
  return (story) => {
    const here = new Set<string>();
    for (const { at, byId } of story.said) {
      if (belongs(story, at, context)) here.add(`${context.dayOf(at)} ${byId}`);
    }
    return [...here].map((day): FigureCase => ({ of: null, k: 1, n: isNew(days, day) ? 1 : 0 }));
  };
};

/** Working time that was written down, for each customer it was for. */
export const customerTimeCases: CasesOf = (context) => {
  const customers = new Set<string>();
  return (story) => {
    const { customerId } = story;
    const spent = story.worked.filter(({ at }) => belongs(story, at, context));
    if (customerId === null || spent.length === 0) return [];
    const isFirst = isNew(customers, customerId);
    return [{ of: null, k: spent.reduce((sum, { ms }) => sum + ms, 0), n: isFirst ? 1 : 0 }];
  };
};

/** Money that was spent, in each currency. */
export const spendCases: CasesOf = (context) => (story) => {
  return story.spent.flatMap(({ at, amount, currency }) => {
    return belongs(story, at, context) ? [{ of: currency, k: amount, n: 1 }] : [];
  });
};

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
