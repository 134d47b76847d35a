import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { executePractice } from '../../../src/app/practice/execute-practice.ts';
import { askReview, isSupervised, whyNotWrite } from '../../../src/app/supervision/ask-review.ts';
import { diffWords, reviewsOf } from '../../../src/app/supervision/compare-reply.ts';
import {
  helpStats,
  newsSinceReview,
  openHelps,
  supervisionCounts,
  takeSettledReviews,
  waitingReviews,
} from '../../../src/app/supervision/list-supervised.ts';
import { sendReviewed } from '../../../src/app/supervision/send-reviewed.ts';
import { findDraft } from '../../../src/app/ticket/save-draft.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import type { Person } from '../../../src/domain/person.ts';
import { must } from '../../../src/util/must.ts';
import { hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

let here: TestDesk;
let people: Record<'hire' | 'mentor' | 'lead', Person>;
let ticketId: string;

const written = { promise: null, status: null, attachments: [] };
const hello = { ...written, text: 'Посмотрю и напишу.' };

beforeEach(async () => {
  here = await openTestDesk({ settings: { undoSeconds: 10 } });
  people = {
    hire: here.person('Даша', { role: 'hire' }),
    mentor: here.person('Игорь', { role: 'mentor' }),
    lead: here.person('Вера', { role: 'lead' }),
  };
  ticketId = here.registers('Не открывается', 'Помогите!');
});
afterEach(() => here.close());

/** The same store with somebody else at it. */
function as(who: keyof typeof people): Desk {
  return { ...here.desk, me: people[who] };
}

function signsOff(): void {
  const { channel } = here.ticket(ticketId);
  const asked = { type: 'sign-off', channel, scenarioIds: [] } as const;
  const signOff = { ...asked, isOverride: true, reason: 'сидит рядом с наставником' };
  const done = executePractice(as('lead'), people.hire.id, signOff);
  if (!done.ok) throw new Error(done.problem.code);
}

function asks(draft = hello): void {
  const done = askReview(as('hire'), ticketId, draft);
  if (!done.ok) throw new Error(done.problem.code);
}

function sends(text: string, who: 'mentor' | 'lead' = 'mentor', undoMs = 0) {
  const reviewId = must(here.ticket(ticketId).review, 'review').id;
  const done = sendReviewed(as(who), { ticketId, reviewId, text, undoMs });
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
}

describe('a supervised reply', () => {
  it('begins with the sign-off of its channel', () => {
    expect(isSupervised(as('hire'), ticketId)).toBe(true);
    expect(isSupervised(as('mentor'), ticketId)).toBe(false);
    expect(whyNotWrite(as('hire'), ticketId)?.code).toBe('channel-not-signed-off');
    signsOff();
    expect(whyNotWrite(as('hire'), ticketId)).toBeNull();
    asks();
    expect(whyNotWrite(as('hire'), ticketId)?.code).toBe('review-waits');
  });

  it('waits in the queue and in the count until somebody settles it', () => {
    signsOff();
    asks();
    expect(supervisionCounts(here.desk)).toEqual({ reviews: 1, helps: 0 });
    expect(waitingReviews(here.desk)).toMatchObject([{ review: { byId: people.hire.id } }]);
    here.clock.forward(minute);
    here.hears(ticketId, 'Уже починили?');
    expect(newsSinceReview(as('mentor'), here.ticket(ticketId))).toMatchObject([
      { kind: 'customer', times: 1 },
    ]);
    sends(hello.text);
    expect(supervisionCounts(here.desk).reviews).toBe(0);
  });

  it('leaves as a letter of its own, which can be taken back', () => {
    signsOff();
    asks();
    const { op } = sends('Напишу до шести.', 'mentor', 10_000);
    expect(here.desk.deliveries.byOp(op.opId)).toMatchObject({ entryId: `${op.opId}:0` });
    const undone = undoLast(as('mentor'), ticketId);
    expect(undone).toMatchObject({ ok: true, value: { type: 'send-reviewed' } });
    expect(here.ticket(ticketId).review?.state).toBe('waiting');
    expect(here.desk.deliveries.byOp(op.opId)).toBeNull();
    // What the mentor wrote is not lost, and goes on being that reply.
    const draft = findDraft(here.desk, 'reply', ticketId);
    expect(draft).toMatchObject({ text: 'Напишу до шести.' });
    expect(JSON.parse(draft?.extra['goods'] ?? '')).toMatchObject({
      reviewId: here.ticket(ticketId).review?.id,
    });
  });

  it('comes back as typed when its author takes the asking back', () => {
    signsOff();
    asks();
    expect(undoLast(as('hire'), ticketId)).toMatchObject({ ok: true, value: { text: hello.text } });
    expect(here.ticket(ticketId).review).toBeUndefined();
    expect(findDraft(here.desk, 'reply', ticketId)?.text).toBe(hello.text);
  });

  it('keeps what the mentor changed, for every reply of the ticket', () => {
    signsOff();
    asks();
    sends('Посмотрю и напишу до шести.');
    here.hears(ticketId, 'Жду');
    asks({ ...written, text: 'Готово' });
    sends('Готово');
    const reviews = reviewsOf(here.desk, ticketId);
    expect(reviews).toMatchObject([
      { state: 'sent', sentText: 'Посмотрю и напишу до шести.', settledById: people.mentor.id },
      { state: 'sent', sentText: null },
    ]);
  });

  it('tells its author once what came of it', () => {
    signsOff();
    asks();
    here.clock.forward(hour);
    sends(hello.text);
    const since = here.clock.now() - hour;
    expect(takeSettledReviews(as('mentor'), since)).toEqual([]);
    expect(takeSettledReviews(as('hire'), since)).toMatchObject([{ review: { state: 'sent' } }]);
    expect(takeSettledReviews(as('hire'), since)).toEqual([]);
  });
});

describe('the difference of two texts', () => {
  it('is told word by word, in any alphabet', () => {
    expect(diffWords('Сделаю скоро, ждите.', 'Сделаю до 18:00, ждите.')).toEqual([
      { sign: ' ', text: 'Сделаю ' },
      { sign: '-', text: 'скоро' },
      { sign: '+', text: 'до 18:00' },
      { sign: ' ', text: ', ждите.' },
    ]);
    expect(diffWords('', 'новое')).toEqual([{ sign: '+', text: 'новое' }]);
    expect(diffWords('то же', 'то же')).toEqual([{ sign: ' ', text: 'то же' }]);
  });
});

it('the difference holds every letter of what was sent', () => {
  const text = fc.stringMatching(/^[аб .\n]{0,12}$/);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after).filter(({ sign }) => sign !== '-');
      expect(pieces.map((piece) => piece.text).join('')).toBe(after);
    }),
  );
});

describe('help', () => {
  it('is counted for both who ask and who give, and against nobody', () => {
    const draft = 'Добрый день!';
    const ask = { type: 'ask-help', helpId: 'h', text: 'Не вижу причины', draft } as const;
    here.does(ticketId, ask, people.hire.id);
    expect(openHelps(here.desk)).toMatchObject([{ help: { byId: people.hire.id, draft } }]);
    const text = 'Смотрите журнал';
    here.does(ticketId, { type: 'give-help', helpId: 'h', text }, people.mentor.id);
    here.does(ticketId, { type: 'end-help', helpId: 'h' }, people.hire.id);
    expect(openHelps(here.desk)).toEqual([]);
    const stats = helpStats(here.desk, { from: 0, until: here.clock.now() + 1 });
    expect(stats.get(people.hire.id)).toEqual({ asked: 1, given: 0 });
    expect(stats.get(people.mentor.id)).toEqual({ asked: 0, given: 1 });
  });
});
