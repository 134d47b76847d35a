import { describe, expect, it } from 'vitest';
import { isBelowItself, mergedRecord, ownPartsOf } from '../../src/domain/decide-record.ts';
import type { Customer } from '../../src/domain/person.ts';
import { somebody } from '../support/domain.ts';

describe('a record that several people change', () => {
  const before = somebody({ phone: '1', skills: ['1с'] });

  it('takes over the parts that were changed, and only these', () => {
    const after = somebody({ name: 'Анна', line: '3', phone: '2' });
    expect(mergedRecord(before, after, ['line'])).toEqual({ ...before, line: '3' });
  });

  it('loses a part that was taken away', () => {
    const { phone: _, ...without } = before;
    expect(mergedRecord(before, without, ['phone'])).toEqual(without);
  });

  it('is the new one as a whole when nobody says what was changed', () => {
    const after = somebody({ name: 'Анна' });
    expect(mergedRecord(before, after, undefined)).toEqual(after);
    expect(mergedRecord(null, after, ['line'])).toEqual(after);
  });

  it('takes from somebody’s own words only what is theirs to say', () => {
    const told = somebody({ name: 'Анна', role: 'head', line: '3' });
    expect(ownPartsOf(before, told)).toEqual({ ...before, name: 'Анна', gender: null });
  });
});

describe('a company and its sites', () => {
  const above = new Map([
    ['shop', 'chain'],
    ['chain', 'holding'],
    ['lost', 'lost'],
  ]);
  const customerOf = (id: string) =>
    above.has(id) ? ({ parentId: above.get(id) } as Customer) : null;

  it('never stand below themselves, at whatever distance', () => {
    expect(isBelowItself({ id: 'holding', parentId: 'shop' }, customerOf)).toBe(true);
    expect(isBelowItself({ id: 'new', parentId: 'shop' }, customerOf)).toBe(false);
    expect(isBelowItself({ id: 'new', parentId: 'lost' }, customerOf)).toBe(false);
  });
});
