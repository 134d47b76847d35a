import { describe, expect, it } from 'vitest';
import { type PresentConversation, whyWithheld } from '../../src/domain/withhold.ts';

const seen = { lastPublicEntryId: 'hello', assigneeId: 'anya', isClosed: false };
const present: PresentConversation = { ...seen, isCustomersTurn: true, lastWithheld: null };
const why = (now: Partial<PresentConversation>, was: Partial<typeof seen> = {}) =>
  whyWithheld({ ...seen, ...was }, { ...present, ...now }, 'anya');

describe('a message to a customer', () => {
  it('leaves while everything is as its author saw it', () => {
    expect(why({})).toBeNull();
  });

  it('waits when somebody said something meanwhile', () => {
    expect(why({ lastPublicEntryId: 'more' })).toBe('customer-wrote');
    expect(why({ lastPublicEntryId: 'done', isCustomersTurn: false })).toBe('answered-meanwhile');
  });

  it('waits when the ticket is another’s now, not when it became one’s own or nobody’s', () => {
    expect(why({ assigneeId: 'oleg' })).toBe('other-assignee');
    expect(why({ assigneeId: null })).toBeNull();
    expect(why({ assigneeId: 'anya' }, { assigneeId: 'oleg' })).toBeNull();
  });

  it('waits when the ticket was closed, which is told before anything else', () => {
    expect(why({ isClosed: true, lastPublicEntryId: 'more' })).toBe('closed-meanwhile');
    expect(why({ isClosed: true }, { isClosed: true })).toBeNull();
  });

  it('waits behind a message that waits itself', () => {
    expect(why({ lastWithheld: 'other-assignee' })).toBe('other-assignee');
  });
});
