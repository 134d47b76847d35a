import { beforeEach, describe, expect, it } from 'vitest';
import { minute } from '../../support/desk.ts';
import { registered, reply, shippedDesk, TicketInMemory } from '../../support/domain.ts';
import { escalate, people } from '../../support/handover.ts';

const desk = shippedDesk();
const { l1, l2, l3, lead } = people;
let story: TicketInMemory;

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.does({ ...registered, line: '1' });
  story.does({ type: 'take' }, l1);
});

describe('a line that was handed a ticket', () => {
  beforeEach(() => {
    story.does(escalate(), l1);
    story.now += minute;
    story.does({ type: 'accept-handover' }, l2);
  });

  it('does not solve it before it has looked itself', () => {
    const refusal = story.refusalOf({ type: 'resolve', solution: '' }, l2);
    expect(refusal).toMatchObject({
      code: 'diagnosis-needed',
      nextSteps: ['diagnose', 'return-handover'],
      names: { line: { ru: 'Вторая линия' } },
    });
    expect(story.tries(reply('Исправили', 'resolved'), l2)).toBe('diagnosis-needed');
    expect(story.tries({ type: 'diagnose', text: ' ' }, l2)).toBe('text-missing');
    story.does({ type: 'diagnose', text: 'Диск заполнен журналами' }, l2);
    expect(story.ticket.diagnosis).toEqual({ line: '2', byId: 'l2', at: story.now });
    expect(story.does(reply('Исправили', 'resolved'), l2).status).toBe('resolved');
  });

  it('has diagnosed it when it says what the solution was', () => {
    expect(story.tries({ type: 'resolve', solution: 'Заменили диск' }, l1)).toBe(
      'diagnosis-needed',
    );
    const ticket = story.does({ type: 'resolve', solution: 'Заменили диск' }, l2);
    expect(ticket).toMatchObject({ status: 'resolved', diagnosis: { line: '2', byId: 'l2' } });
  });

  it('may be spoken for by a lead, and by a note', () => {
    const note = { type: 'note', text: 'Причина: сертификат', status: 'resolved' } as const;
    expect(story.does(note, lead).diagnosis?.byId).toBe('lead');
  });

  it('owes one of its own, whatever the line before found', () => {
    story.does({ type: 'diagnose', text: 'не диск' }, l2);
    story.now += minute;
    story.does(escalate(), l2);
    story.does({ type: 'take' }, l3);
    expect(story.tries({ type: 'resolve', solution: '' }, l3)).toBe('diagnosis-needed');
  });

  it('owes nothing once it sent the ticket back', () => {
    story.does({ type: 'return-handover', missing: 'журнал' }, l2);
    expect(story.does({ type: 'resolve', solution: '' }, l1).status).toBe('resolved');
  });
});

it('is not asked of a line that a ticket was registered on or sorted to', () => {
  const fresh = new TicketInMemory(desk);
  fresh.does(registered);
  fresh.does({ type: 'set-fields', fields: { line: '3' } }, l1);
  expect(fresh.does({ type: 'resolve', solution: '' }, l3).status).toBe('resolved');
});

it('is not asked of a line whose desk does not ask', () => {
  const lines = desk.lines.map((line) => ({ ...line, needsDiagnosis: false }));
  const light = new TicketInMemory({ ...desk, lines });
  light.does(registered);
  light.does({ type: 'take' }, l2);
  light.does(escalate(), l2);
  light.does({ type: 'take' }, l3);
  expect(light.does({ type: 'resolve', solution: '' }, l3).status).toBe('resolved');
});
