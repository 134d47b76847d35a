import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misfitOfPayload, payloadShapes } from '../../../src/protocol/shapes/payload-shapes.ts';
import { anyCommand } from '../../support/any-command.ts';
import { anyPracticeCommand } from '../../support/any-practice-command.ts';
import { anyShiftCommand, quietReport } from '../../support/any-shift-command.ts';

const register = {
  type: 'register',
  subject: 'Принтер',
  kind: 'incident',
  priority: 'P3',
  line: '2',
  channel: 'mail',
  audience: 'customer',
  customerId: null,
  contactId: null,
  tags: [],
  first: null,
};

/** A command as it arrives: numbers that JSON has no word for never do, and a hash is one. */
const arrived = anyCommand
  .filter((command) => command.type !== 'spend' || Number.isFinite(command.amount))
  .map((command) => {
    const json = JSON.stringify(command).replaceAll(/"hash":"\w+"/g, `"hash":"${'ab'.repeat(32)}"`);
    return JSON.parse(json) as typeof command;
  });

describe('what an operation carries', () => {
  it('fits whenever it is a command of the desk', () => {
    fc.assert(
      fc.property(arrived, (command) => {
        expect(misfitOfPayload('ticket', command)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('fits whenever it is a command on a practice record, and with no other field', () => {
    fc.assert(
      fc.property(anyPracticeCommand, (command) => {
        expect(misfitOfPayload('practice', command)).toBeNull();
        expect(misfitOfPayload('practice', { ...command, isAdmin: true })).toBe('isAdmin');
        expect(misfitOfPayload('shift', command)).toBe('type');
      }),
      { numRuns: 300 },
    );
  });

  it('fits whenever it is a command on a shift, and with no other field', () => {
    fc.assert(
      fc.property(anyShiftCommand, (command) => {
        expect(misfitOfPayload('shift', command)).toBeNull();
        expect(misfitOfPayload('shift', { ...command, isAdmin: true })).toBe('isAdmin');
        expect(misfitOfPayload('ticket', command)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('a frozen report is held field by field, however deep', () => {
    const submit = { type: 'submit-shift', revision: 1, toId: null, items: [], override: '' };
    const fits = (report: unknown) => misfitOfPayload('shift', { ...submit, report });
    expect(fits(quietReport)).toBeNull();
    expect(fits({ ...quietReport, html: '<script>' })).toBe('report.html');
    expect(fits({ ...quietReport, red: [{ subject: 7 }] })).toBe('report.red.0.ticketId');
    const rows = Array.from({ length: 1001 }, () => ({ at: 0, incoming: 0, solved: 0 }));
    expect(fits({ ...quietReport, charts: { ...quietReport.charts, flow: rows } })).toBe(
      'report.charts.flow',
    );
  });

  it('does not fit with one field of another type', () => {
    fc.assert(
      fc.property(arrived, fc.nat(), (command, nth) => {
        const fields = Object.keys(command).filter((name) => name !== 'type');
        const field = fields[nth % Math.max(1, fields.length)];
        fc.pre(field !== undefined);
        const wrong = { ...command, [String(field)]: Symbol('nothing of ours') };
        expect(misfitOfPayload('ticket', wrong)).toBe(field);
      }),
    );
  });

  it.each([
    ['nothing', null, 'type'],
    ['a list', [], 'type'],
    ['a text', 'take', 'type'],
    ['an unknown command', { type: 'explode' }, 'type'],
    ['a name of every object', { type: 'constructor' }, 'type'],
    ['a field too many', { type: 'take', isAdmin: true }, 'isAdmin'],
    ['a field too few', { ...register, subject: undefined }, 'subject'],
    ['a word that nobody knows', { ...register, priority: 'P9' }, 'priority'],
    ['a wrong place deep inside', { ...register, first: { text: 7 } }, 'first.contactId'],
    ['a time that is no date', { type: 'schedule', until: 1e300, reason: '' }, 'until'],
    ['half a millisecond', { type: 'schedule', until: 0.5, reason: '' }, 'until'],
    ['an id with a line break', { type: 'assign', personId: 'a\nb' }, 'personId'],
    ['a list of other things', { type: 'tag', add: ['a', 1], remove: [] }, 'add.1'],
  ])('%s is told at its place', (_, payload, place) => {
    expect(misfitOfPayload('ticket', payload)).toBe(place);
  });

  it('is looked at by its kind of thing: a ticket’s command is none of a person', () => {
    expect(misfitOfPayload('person', { type: 'take' })).toBe('type');
    expect(misfitOfPayload('article', { type: 'favourite' })).toBeNull();
  });

  it('survives anything at all', () => {
    const kinds = Object.keys(payloadShapes) as (keyof typeof payloadShapes)[];
    const types = kinds.flatMap((kind) => Object.keys(payloadShapes[kind]));
    const payload = fc.tuple(fc.constantFrom(...types), fc.dictionary(fc.string(), fc.anything()));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), payload, (kind, [type, fields]) => {
        const place = misfitOfPayload(kind, { ...fields, type });
        expect(place === null || typeof place === 'string').toBe(true);
      }),
    );
  });
});
