import { beforeEach, describe, expect, it } from 'vitest';
import { heard, registered, shippedDesk, somebody, TicketInMemory } from '../../support/domain.ts';

const desk = shippedDesk();
const hire = somebody({ id: 'dasha', name: 'Даша', role: 'hire' });
const lead = somebody({ id: 'lead', role: 'lead' });
const toHire = { type: 'assign', personId: 'dasha' } as const;

let story: TicketInMemory;

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.people = [hire, lead, somebody()];
  story.does(registered);
});

describe('live tickets and a new hire', () => {
  it('stay apart until the channel is signed off, whoever gives them', () => {
    expect(story.tries({ type: 'take' }, hire)).toBe('channel-not-signed-off');
    expect(story.refusalOf(toHire, lead)).toMatchObject({
      code: 'channel-not-signed-off',
      params: { person: 'Даша' },
      words: { channel: ['mail'], who: expect.arrayContaining(['mentor', 'lead']) },
    });
    const route = { rule: 'r', strategy: null, addTags: [], assigneeId: 'dasha' } as const;
    expect(story.tries({ type: 'route', route })).toBe('channel-not-signed-off');
    const fresh = new TicketInMemory(desk);
    fresh.people = [hire];
    expect(fresh.tries({ ...registered, routing: route })).toBe('channel-not-signed-off');
  });

  it('come together by the sign-off of that channel and no other', () => {
    story.signedOff = ['dasha call'];
    expect(story.tries(toHire, lead)).toBe('channel-not-signed-off');
    story.signedOff = ['dasha mail'];
    expect(story.tries(toHire, lead)).toBe('ok');
    expect(story.tries({ type: 'note', text: 'смотрю' }, hire)).toBe('ok');
    const fresh = new TicketInMemory(desk);
    fresh.signedOff = ['dasha mail'];
    expect(fresh.tries({ ...registered, channel: 'chat' }, hire)).toBe('channel-not-signed-off');
    expect(fresh.tries(registered, hire)).toBe('ok');
  });

  it('stay apart when a ticket comes from elsewhere: it has nobody then', () => {
    const { first: _, ...opening } = registered;
    const times = { createdAt: story.now, updatedAt: story.now, entries: [] };
    const came = { ...opening, ...times, assigneeId: 'dasha', type: 'import' } as const;
    const ownerOf = (status: 'open' | 'closed', signedOff: readonly string[] = []) => {
      const fresh = new TicketInMemory(desk);
      Object.assign(fresh, { people: [hire, lead], signedOff });
      return fresh.does({ ...came, status }, lead).assigneeId;
    };
    expect(ownerOf('open')).toBeNull();
    expect(ownerOf('open', ['dasha mail'])).toBe('dasha');
    expect(ownerOf('closed')).toBe('dasha');
  });

  it('stay apart when two of different channels become one', () => {
    story.signedOff = ['dasha mail'];
    story.does(toHire, lead);
    story.others = [{ ...story.ticket, id: 'call', channel: 'call', assigneeId: null }];
    story.does({ type: 'merge-into', targetId: 'call', reason: '' }, lead);
    const given = story.events.filter(({ ticketId, fact }) => {
      return ticketId === 'call' && fact.type === 'assigned';
    });
    expect(given).toEqual([]);
  });

  it('leave demo tickets to practise on', () => {
    const demo = new TicketInMemory(desk);
    demo.people = [hire];
    demo.does({ ...registered, isDemo: true }, hire);
    expect(demo.tries(toHire, lead)).toBe('ok');
  });

  it('never keep anybody else from anything', () => {
    expect(story.tries({ type: 'assign', personId: 'anya' }, lead)).toBe('ok');
    expect(story.tries(heard('ещё вопрос', story.now + 1))).toBe('ok');
  });
});
