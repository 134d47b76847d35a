import { describe, expect, it } from 'vitest';
import {
  type ClockTargets,
  type Contact,
  type TicketFacts,
  ticketClocks,
} from '../../src/domain/ticket-clocks.ts';
import { createWorkingTime } from '../../src/domain/working-time.ts';
import { calendarOf } from '../support/calendar.ts';

const time = createWorkingTime(calendarOf());
/** A Tuesday at the desk, by its own clock. */
const at = (clock: string, day = 14) => Date.parse(`2026-04-${day}T${clock}:00+03:00`);
const by = (who: Contact['by'], clock: string): Contact => ({ at: at(clock), by: who });

const none: ClockTargets = { firstResponse: null, reply: null, update: null, solution: null };
const targets: ClockTargets = { ...none, firstResponse: 30, reply: 120, solution: 480 };
const asked: TicketFacts = {
  createdAt: at('10:00'),
  states: [{ at: at('10:00'), isPaused: false }],
  contacts: [by('customer', '10:00')],
  firstResponseAt: null,
  closedAt: null,
};

describe('a new ticket', () => {
  it('is due at the nearest of its deadlines', () => {
    expect(ticketClocks(time, targets, asked)).toEqual({
      firstResponseDue: at('10:30'),
      updateDue: at('12:00'),
      solutionDue: at('18:00'),
      nextDue: at('10:30'),
      firstResponseMin: null,
      firstResponseLeft: null,
      updateMin: null,
      updateLeft: null,
      closeMin: null,
      closeLeft: null,
    });
  });

  it('has no deadline where nothing is asked for; a target of nothing is none', () => {
    const clocks = ticketClocks(
      time,
      { ...none, solution: 0 },
      { ...asked, closedAt: at('11:00') },
    );
    expect(new Set(Object.values(clocks))).toEqual(new Set([null]));
  });

  it('is not answered by what only the desk can read', () => {
    const contacts = [...asked.contacts, by('internal-note', '10:10')];
    expect(ticketClocks(time, targets, { ...asked, contacts }).updateDue).toBe(at('12:00'));
  });
});

describe('the reply clock', () => {
  const contacts = [
    by('customer', '10:00'),
    by('agent', '10:20'),
    by('customer', '11:00'),
    by('customer', '11:30'),
  ];

  it('runs from the first message that nobody has answered', () => {
    const facts = { ...asked, contacts, firstResponseAt: at('10:20') };
    expect(ticketClocks(time, targets, facts)).toMatchObject({
      firstResponseDue: null,
      updateDue: at('13:00'),
      firstResponseMin: 20,
      firstResponseLeft: 10,
      updateMin: 20,
      updateLeft: 100,
    });
  });

  it('measures the longest wait, whatever the order of the messages', () => {
    const facts = { ...asked, contacts: [by('agent', '14:00'), ...contacts] };
    expect(ticketClocks(time, targets, facts)).toMatchObject({
      updateDue: null,
      updateMin: 180,
      updateLeft: -60,
    });
  });
});

describe('the update clock', () => {
  const hourly = { ...none, update: 60 };

  it('runs from the last word of the desk, and first from the creation', () => {
    expect(ticketClocks(time, hourly, asked).updateDue).toBe(at('11:00'));
    const contacts = [by('agent', '10:20'), by('agent', '10:50'), by('customer', '10:55')];
    expect(ticketClocks(time, hourly, { ...asked, contacts })).toMatchObject({
      updateDue: at('11:50'),
      updateMin: 30,
      updateLeft: 30,
    });
  });
});

describe('waiting for the customer', () => {
  const waited = [
    { at: at('10:00'), isPaused: false },
    { at: at('11:00'), isPaused: true },
    { at: at('14:00'), isPaused: false },
  ];

  it('leaves nothing due while it lasts, and what was used stays known', () => {
    const facts = { ...asked, states: waited.slice(0, 2), firstResponseAt: at('10:20') };
    expect(ticketClocks(time, targets, facts)).toMatchObject({
      solutionDue: null,
      nextDue: null,
      firstResponseMin: 20,
    });
  });

  it('is taken out as a whole afterwards, under whatever target there is then', () => {
    const facts = { ...asked, states: waited };
    expect(ticketClocks(time, targets, facts).solutionDue).toBe(at('12:00', 15));
    const raised = { ...targets, solution: 120 };
    expect(ticketClocks(time, raised, facts).solutionDue).toBe(at('15:00'));
  });

  it('also counts when the ticket began so', () => {
    const states = [
      { at: at('10:00'), isPaused: true },
      { at: at('12:00'), isPaused: false },
    ];
    expect(ticketClocks(time, targets, { ...asked, states }).nextDue).toBe(at('12:30'));
  });
});

describe('a closed ticket', () => {
  it('has used its minutes up to the closing, and no more', () => {
    const facts = {
      ...asked,
      states: [...asked.states, { at: at('12:00'), isPaused: true }],
      contacts: [...asked.contacts, by('agent', '15:00')],
      firstResponseAt: at('15:00'),
      closedAt: at('12:00'),
    };
    expect(ticketClocks(time, targets, facts)).toMatchObject({
      nextDue: null,
      firstResponseMin: 120,
      updateMin: 120,
      closeMin: 120,
      closeLeft: 360,
    });
  });
});
