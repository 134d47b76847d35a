import { describe, expect, it } from 'vitest';
import type { DeskConfig } from '../../src/domain/desk-config.ts';
import { hour, minute } from '../support/desk.ts';
import { heard, reply, shippedDesk, ticketIn } from '../support/domain.ts';
import { people } from '../support/handover.ts';

const desk = shippedDesk();
const { l2, lead, head } = people;
const confirm = (by: string, how: string) => ({ type: 'confirm', by, how }) as const;
const confirmedHow = (story: ReturnType<typeof ticketIn>) =>
  story.events.flatMap(({ fact }) => (fact.type === 'confirmed' ? [fact.how] : []));

describe('the word of the customer', () => {
  it('has somebody who said it and a way in which it was said', () => {
    const story = ticketIn('resolved', desk);
    expect(story.tries(confirm(' ', 'по телефону'))).toBe('confirmation-needs-who');
    expect(story.tries(confirm('Жанна', ''))).toBe('confirmation-needs-how');
    expect(story.does(confirm(' Жанна ', 'по телефону')).status).toBe('closed');
    expect(confirmedHow(story)).toEqual(['по телефону']);
  });

  it('shows the way itself when it was written on the ticket', () => {
    const story = ticketIn('resolved', desk);
    const thanks = heard('Спасибо, работает', story.now);
    story.does({ ...thanks, keepsSolution: true } as typeof thanks);
    story.does(confirm('Жанна', ''));
    expect(confirmedHow(story)).toEqual(['письменно, в обращении']);
  });

  it('counts the same when a text brings it', () => {
    const story = ticketIn('resolved', desk);
    const closing = { ...reply('Закрываю.'), effects: { confirmation: { by: '', how: 'лично' } } };
    expect(story.tries(closing)).toBe('confirmation-needs-who');
  });
});

describe('a customer who says nothing', () => {
  const closes = { type: 'close-by-timeout' } as const;
  const patient: DeskConfig = {
    ...desk,
    autoConfirm: { afterMs: 72 * hour, warnBeforeMs: 24 * hour },
  };

  it('keeps a ticket open at a desk that waits for the word', () => {
    const story = ticketIn('resolved', { ...desk, autoConfirm: null });
    expect(story.tries(closes, head)).toBe('auto-confirm-off');
    expect(story.tries(closes, l2)).toBe('not-permitted');
  });

  it('was warned in time and had the whole time', () => {
    const story = ticketIn('resolved', patient);
    const since = story.ticket.resolvedAt ?? 0;
    story.now = since + 72 * hour;
    expect(story.tries(closes, lead)).toBe('auto-confirm-unwarned');
    story.now = since + 47 * hour;
    story.does(reply('Закроем завтра, если всё работает.'), l2);
    expect(story.tries(closes, lead)).toBe('auto-confirm-unwarned');
    story.now += 24 * hour;
    expect(story.tries(closes, lead)).toBe('auto-confirm-early');
    story.now += hour - minute;
    expect(story.tries(closes, lead)).toBe('auto-confirm-early');
    story.now += minute;
    expect(story.does(closes, lead).status).toBe('closed');
    expect(story.events.at(-1)?.fact).toMatchObject({ to: 'closed', reason: 'timeout' });
  });

  it('need not be waited out by the head, who warned as well', () => {
    const story = ticketIn('resolved', patient);
    story.now += hour;
    expect(story.tries(closes, head)).toBe('auto-confirm-unwarned');
    story.does(reply('Завтра закрою.'), head);
    story.now += 24 * hour;
    expect(story.tries(closes, lead)).toBe('auto-confirm-early');
    expect(story.tries(closes, head)).toBe('ok');
  });

  it('has said that it is not solved by the time somebody wants to close', () => {
    expect(ticketIn('open', patient).tries(closes, head)).toBe('not-resolved');
    expect(ticketIn('closed', patient).tries(closes, head)).toBe('ticket-closed');
  });
});

describe('the ways of a desk between statuses', () => {
  const narrow: DeskConfig = {
    ...desk,
    statuses: desk.statuses.map((rule) =>
      rule.code === 'waiting-customer' ? { ...rule, next: ['open', 'closed'] } : rule,
    ),
  };

  it('refuse what they do not have, with what they do', () => {
    const story = ticketIn('waiting-customer', narrow);
    const refusal = story.refusalOf({ type: 'resolve', solution: 'Готово' });
    expect(refusal).toMatchObject({
      code: 'transition-not-possible',
      names: {
        from: { ru: 'ждём клиента' },
        to: { ru: 'решено' },
        possible: { ru: 'открыто, закрыто' },
      },
    });
    expect(story.tries(reply('Решено', 'resolved'))).toBe('transition-not-possible');
    expect(story.tries({ type: 'set-status', status: 'open', reason: '' })).toBe('ok');
    expect(story.tries({ type: 'resolve', solution: 'Готово' })).toBe('ok');
  });

  it('never refuse what a customer wrote', () => {
    const shut: DeskConfig = {
      ...desk,
      statuses: desk.statuses.map((rule) =>
        rule.code === 'resolved' ? { ...rule, next: [] } : rule,
      ),
    };
    const story = ticketIn('resolved', shut);
    expect(story.does(heard('Опять', story.now)).status).toBe('open');
  });
});
