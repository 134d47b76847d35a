import { beforeEach, describe, expect, it } from 'vitest';
import { registered, shippedDesk, somebody, TicketInMemory } from '../../support/domain.ts';

const desk = shippedDesk();
const hire = somebody({ id: 'dasha', role: 'hire' });
const mentor = somebody({ id: 'igor', role: 'mentor' });
const asking = {
  type: 'ask-help',
  helpId: 'h1',
  text: 'Не вижу причины',
  draft: 'Добрый день!',
} as const;
const answer = { type: 'give-help', helpId: 'h1', text: 'Смотрите журнал прокси' } as const;

let story: TicketInMemory;

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.does(registered);
});

describe('a call for help', () => {
  it('stands on the ticket with the draft, from anybody', () => {
    expect(story.does(asking, hire).helps).toMatchObject([
      { id: 'h1', byId: 'dasha', text: asking.text, draft: asking.draft, answers: [] },
    ]);
    const note = story.events.at(-2)?.fact;
    expect(note).toMatchObject({ type: 'entry-added', entry: { visibility: 'internal' } });
  });

  it('is answered inside, and ended by whoever asked or by a mentor', () => {
    story.does(asking, hire);
    expect(story.does(answer, mentor).helps?.[0]?.answers).toMatchObject([{ byId: 'igor' }]);
    const end = { type: 'end-help', helpId: 'h1' } as const;
    expect(story.tries(end, somebody())).toBe('help-not-yours');
    expect(story.does(end, hire).helps).toBeUndefined();
    expect(story.tries(answer, mentor)).toBe('no-such-help');
  });

  it('needs words, and somebody who works here', () => {
    expect(story.tries({ ...asking, text: '' }, hire)).toBe('text-missing');
    expect(story.tries(asking, somebody({ role: 'read-only' }))).toBe('role-reads-only');
    story.does(asking, hire);
    expect(story.tries(asking, hire)).toBe('help-waits');
    expect(story.tries({ ...answer, text: ' ' }, mentor)).toBe('text-missing');
  });

  it('leaves the ticket as it was for the customer and the clocks', () => {
    const { status, assigneeId, lastPublicAt, promises } = story.ticket;
    expect(story.does(asking, hire)).toMatchObject({ status, assigneeId, lastPublicAt, promises });
  });
});
