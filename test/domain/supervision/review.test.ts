import { beforeEach, describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { replayTicket } from '../../../src/domain/evolve-ticket.ts';
import type { Entry } from '../../../src/domain/ticket.ts';
import { hour, minute } from '../../support/desk.ts';
import {
  heard,
  registered,
  reply,
  shippedDesk,
  somebody,
  TicketInMemory,
} from '../../support/domain.ts';

const desk = shippedDesk();
const hire = somebody({ id: 'dasha', name: 'Даша', role: 'hire' });
const mentor = somebody({ id: 'igor', name: 'Игорь', role: 'mentor' });
const lead = somebody({ id: 'lead', role: 'lead' });
const engineer = somebody();

const asking = {
  type: 'ask-review',
  reviewId: 'r1',
  text: 'Посмотрю и напишу до шести.',
  promise: null,
  status: null,
  attachments: [],
} as const;
const send = (text: string = asking.text): TicketCommand => {
  return { type: 'send-reviewed', reviewId: 'r1', text, messageId: '<1@x>' };
};
const back = (remark: string): TicketCommand => ({ type: 'return-review', reviewId: 'r1', remark });

let story: TicketInMemory;

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.people = [hire, mentor, lead, engineer];
  story.signedOff = ['dasha mail'];
  story.does(registered);
  story.does({ type: 'take' }, hire);
  story.now += minute;
});

function entries(): readonly Entry[] {
  return story.events.flatMap(({ fact }) => (fact.type === 'entry-added' ? [fact.entry] : []));
}

describe('a reply of a new hire', () => {
  it('stands on review where colleagues see it and the customer does not', () => {
    const { review, lastPublicAt } = story.does(asking, hire);
    expect(review).toMatchObject({ id: 'r1', byId: 'dasha', state: 'waiting', since: story.now });
    expect(lastPublicAt).toBeNull();
    expect(entries().at(-1)).toMatchObject({ kind: 'note', visibility: 'internal' });
    expect(entries().at(-1)?.text).toContain(asking.text);
  });

  it('is sent as it is by a mentor, and stays the hire’s own', () => {
    const promise = {
      id: 'p',
      kind: 'next-update',
      dueAt: story.now + hour,
      text: 'напишу',
    } as const;
    story.does({ ...asking, promise, status: 'waiting-third-party' }, hire);
    const ticket = story.does(send(), mentor);
    const said = entries().at(-1);
    expect(said).toMatchObject({ visibility: 'public', text: asking.text, messageId: '<1@x>' });
    expect(said?.author).toEqual({ type: 'person', id: 'dasha' });
    expect(ticket).toMatchObject({
      status: 'waiting-third-party',
      review: { state: 'sent', settledById: 'igor', sentText: null, entryId: said?.id },
      promises: [{ byId: 'dasha', state: 'open' }],
      lastPublicAt: story.now,
    });
  });

  it('is kept beside what was sent when the mentor changed it', () => {
    story.does(asking, hire);
    const { review } = story.does(send('Напишу до 18:00.'), lead);
    expect(review).toMatchObject({ draft: { text: asking.text }, sentText: 'Напишу до 18:00.' });
    expect(entries().at(-1)?.text).toBe('Напишу до 18:00.');
  });

  it('takes what the mentor says of the promise, and else what its author said', () => {
    const given = { id: 'p', kind: 'next-update', dueAt: story.now + hour, text: '' } as const;
    story.does({ ...asking, promise: given }, hire);
    story.now += 2 * hour;
    expect(story.refusalOf(send(), mentor)).toMatchObject({
      code: 'review-promise-past',
      nextSteps: ['review-edit', 'review-return'],
    });
    const later = { ...given, dueAt: story.now + hour };
    const ticket = story.does({ ...send(), promise: later } as TicketCommand, mentor);
    expect(ticket.promises).toMatchObject([{ dueAt: later.dueAt }]);
  });

  it('comes back with a remark, and is handed in again', () => {
    story.does(asking, hire);
    expect(story.tries(back(' '), mentor)).toBe('remark-missing');
    const { review } = story.does(back('Назовите время'), mentor);
    expect(review).toMatchObject({ state: 'returned', remark: 'Назовите время' });
    expect(story.tries(send(), mentor)).toBe('nothing-on-review');
    expect(story.does({ ...asking, reviewId: 'r2' }, hire).review).toMatchObject({ id: 'r2' });
  });

  it('is taken back by its author alone', () => {
    story.does(asking, hire);
    expect(story.tries({ type: 'withdraw-review', reviewId: 'r1' }, mentor)).toBe(
      'review-not-yours',
    );
    const { review } = story.does({ type: 'withdraw-review', reviewId: 'r1' }, hire);
    expect(review?.state).toBe('withdrawn');
  });

  it('is looked through by mentors and leads, never by its author', () => {
    story.does(asking, hire);
    expect(story.tries(send(), engineer)).toBe('review-needs-mentor');
    expect(story.tries(send(), hire)).toBe('reply-through-mentor');
    expect(story.tries(back('сам'), hire)).toBe('own-review');
    expect(story.tries(send(), somebody({ id: 'm3', role: 'mentor', line: '3' }))).toBe(
      'line-does-not-talk',
    );
    story.does(send(), mentor);
    const own = new TicketInMemory(desk);
    own.does(registered);
    own.does(asking, lead);
    expect(own.tries(send(), lead)).toBe('own-review');
  });

  it('waits alone: another one is asked after it is settled', () => {
    story.does(asking, hire);
    expect(story.tries({ ...asking, reviewId: 'r2' }, hire)).toBe('review-waits');
  });

  it('is refused at once where nobody could send it', () => {
    expect(story.tries({ ...asking, text: ' ' }, hire)).toBe('text-missing');
    const promise = { id: 'p', kind: 'call-back', dueAt: story.now - hour, text: '' } as const;
    expect(story.tries({ ...asking, promise }, hire)).toBe('promise-in-past');
    expect(story.tries(asking, somebody({ line: '3' }))).toBe('line-does-not-talk');
  });

  it('survives a word of the customer meanwhile', () => {
    story.does(asking, hire);
    story.does(heard('Уже не надо', story.now + minute));
    expect(story.ticket.review?.state).toBe('waiting');
    expect(replayTicket(story.events)).toEqual(story.ticket);
  });

  it('is not stuck in a ticket that was merged meanwhile', () => {
    story.does(asking, hire);
    const into = { ...story.ticket, id: 'other', status: 'open' } as const;
    story.others = [into];
    story.does({ type: 'merge-into', targetId: 'other', reason: '' }, lead);
    expect(story.tries(send(), mentor)).toBe('ticket-merged');
    expect(story.does(back('Ответьте там'), mentor).review?.state).toBe('returned');
  });

  it('is no way round the mentor', () => {
    expect(story.tries(reply('Сам'), hire)).toBe('reply-through-mentor');
    story.signedOff = [];
    expect(story.tries(asking, hire)).toBe('channel-not-signed-off');
  });
});
