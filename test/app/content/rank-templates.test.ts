import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListedTemplate } from '../../../src/app/content/list-templates.ts';
import { rankTemplates } from '../../../src/app/content/rank-templates.ts';
import type { ReplyMoment } from '../../../src/app/content/reply-moment.ts';
import { situationOrder } from '../../../src/domain/template.ts';
import type { UseCount } from '../../../src/store/template/template-use-store.ts';

function listed(id: string, situation: string, more: Partial<ListedTemplate> = {}): ListedTemplate {
  const channels = ['mail'] as const;
  const actions = {
    ...{ promise: null, status: null, reason: '', isConfirmation: false, addTags: [] },
    ...{ removeTags: [], timeSpentMs: null, escalateTo: null },
  };
  const common = { id, situation, title: id, when: '', channels };
  const file = { body: '', source: 'shipped', file: '', requires: [] } as const;
  return {
    ...common,
    langs: ['ru', 'en'],
    template: { ...common, ...file, lang: 'ru', actions },
    ...more,
  };
}

const desk = situationOrder.map((situation) => listed(`our-${situation}`, situation));

const openTalk: ReplyMoment = {
  status: 'open',
  kind: 'incident',
  channel: 'mail',
  tags: [],
  isFirstWord: false,
  isAwaited: false,
  promise: 'none',
  language: 'ru',
};

function used(templateId: string, more: Partial<UseCount> = {}): UseCount {
  const plain = { isMine: true, daysAgo: 0, isSameKind: false, sharesTag: false, count: 1 };
  return { templateId, ...plain, ...more };
}

function first(moment: Partial<ReplyMoment>, uses: readonly UseCount[] = []): string | undefined {
  return rankTemplates(desk, { moment: { ...openTalk, ...moment }, uses })[0]?.item.situation;
}

describe('what the ticket asks for now', () => {
  test('nobody has answered yet: a greeting', () => {
    expect(first({ isFirstWord: true, isAwaited: true })).toBe('greeting');
  });

  test('the ticket waits for a supplier, or a promise runs out: the time that is needed', () => {
    expect(first({ status: 'waiting-third-party' })).toBe('hold');
    expect(first({ promise: 'near', isAwaited: true })).toBe('hold');
  });

  test('a promise was missed: an honest apology, even before the first word', () => {
    expect(first({ promise: 'missed' })).toBe('apology');
    expect(first({ promise: 'missed', isFirstWord: true })).toBe('apology');
  });

  test('it is solved: the end of the talk', () => {
    expect(first({ status: 'resolved' })).toBe('closing');
    expect(first({ status: 'closed' })).toBe('closing');
  });

  test('an upset customer is answered as one', () => {
    expect(first({ tags: ['angry'], isAwaited: true })).toBe('upset-customer');
  });

  test('a template that is not in the language of the contact stands behind one that is', () => {
    const items = [
      listed('english-only', 'greeting', { langs: ['en'] }),
      listed('both', 'greeting'),
    ];
    const ranked = rankTemplates(items, { moment: { ...openTalk, isFirstWord: true }, uses: [] });
    expect(ranked.map(({ item }) => item.id)).toEqual(['both', 'english-only']);
  });
});

describe('what is used', () => {
  const two = [listed('a', 'hold'), listed('b', 'hold')];
  const order = (uses: readonly UseCount[]) =>
    rankTemplates(two, { moment: openTalk, uses }).map(({ item }) => item.id);

  test('of two that fit, mine comes first', () => {
    expect(order([used('b')])).toEqual(['b', 'a']);
    expect(order([used('a', { isMine: false, count: 3 }), used('b')])).toEqual(['b', 'a']);
  });

  test('after two weeks a use says half as much', () => {
    expect(order([used('a', { daysAgo: 28, count: 3 }), used('b')])).toEqual(['b', 'a']);
    expect(order([used('a', { daysAgo: 28, count: 5 }), used('b')])).toEqual(['a', 'b']);
  });

  test('a use on a ticket like this one says more', () => {
    expect(order([used('a'), used('b', { sharesTag: true })])).toEqual(['b', 'a']);
    expect(order([used('a'), used('b', { isSameKind: true })])).toEqual(['b', 'a']);
  });

  test('no habit pushes aside what the ticket asks for first', () => {
    const thousand = used('our-hold', { count: 1_000, isSameKind: true, sharesTag: true });
    expect(first({ status: 'resolved' }, [thousand])).toBe('closing');
  });
});

test('equal templates keep their order, and nothing is lost', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(ids, (names) => {
      const items = names.map((id) => listed(id, 'offer'));
      const ranked = rankTemplates(items, { moment: openTalk, uses: [] });
      expect(ranked.map(({ item }) => item.id)).toEqual(names);
    }),
  );
});
