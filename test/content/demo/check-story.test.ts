import { expect, test } from 'vitest';
import { checkStory } from '../../../src/content/demo/check-story.ts';
import {
  customersSchema,
  peopleSchema,
  storySchema,
} from '../../../src/content/demo/demo-story.ts';

const people = peopleSchema.parse([
  { key: 'anton', name: 'Антон', login: 'anton', role: 'engineer', line: 2, gender: 'm' },
]);
const customers = customersSchema.parse([
  {
    ...{ key: 'kalinka', name: 'Демо-Калинка', about: 'опт', city: 'Самара', level: 'standard' },
    peculiarity: 'пишет вечером',
    contacts: [
      { key: 'zhanna', name: 'Жанна', role: 'бухгалтер', email: 'z@demo.example', lang: 'ru' },
    ],
  },
]);

const told = { at: '-6d 18:52', from: 'customer', text: 'опять то же' };
const fixed = { at: '-6d 19:44', from: 'anton', text: 'Ввёл код', event: 'resolve' };
const thanked = { at: '-6d 20:00', from: 'customer', text: 'проводит', event: 'confirm' };

function problems(changes: object): readonly string[] {
  const story = storySchema.parse({
    ...{ id: 'a', subject: 'Лицензия', customer: 'kalinka', contact: 'zhanna', channel: 'mail' },
    ...{ kind: 'incident', priority: 'P2', line: 2, assignee: 'anton', status: 'closed' },
    entries: [told, fixed, thanked],
    ...changes,
  });
  return checkStory(story, people, customers).map((p) => `${p.path.join('.')}: ${p.message}`);
}

test('a story whose events lead to its status is right', () => {
  expect(problems({})).toEqual([]);
});

test('unknown people are named where they stand', () => {
  expect(problems({ customer: 'x' })).toEqual(['customer: no customer «x»']);
  expect(problems({ contact: 'x' })).toEqual(['contact: kalinka has no contact «x»']);
  expect(problems({ assignee: 'x' })).toEqual(['assignee: no person «x»']);
  expect(problems({ entries: [told, { ...fixed, from: 'x' }, thanked] })).toEqual([
    'entries.1.from: no person «x»',
  ]);
});

test('entries go forward in time and end before now', () => {
  expect(problems({ entries: [told, { ...fixed, at: '-7d 10:00' }, thanked] })).toEqual([
    'entries.1.at: is earlier than the entry before it',
  ]);
  expect(problems({ entries: [told, fixed, { ...thanked, at: '+5m' }] })).toEqual([
    'entries.2.at: is not in the past',
  ]);
});

test('who says nothing does something, and what is done together is done by somebody known', () => {
  const silent = { at: '-6d 19:30', from: 'anton' };
  expect(problems({ entries: [told, silent, fixed, thanked] })).toEqual([
    'entries.1.text: says nothing and does nothing',
  ]);
  const done = { ...silent, does: [{ do: 'time', length: '20m', note: 'разбор' }] };
  expect(problems({ entries: [told, done, fixed, thanked] })).toEqual([]);
  const step = { at: '-6d 21:00', from: 'x', act: { do: 'detach', reason: 'другая причина' } };
  expect(problems({ together: [step] })).toEqual(['together.0.from: no person «x»']);
});

test('a status that the events do not lead to is a problem', () => {
  expect(problems({ entries: [told, fixed] })).toEqual([
    'status: is closed, but the events end as resolved',
  ]);
  expect(problems({ status: 'open', entries: [told] })).toEqual([
    'status: is open, but the events end as new',
  ]);
  expect(problems({ entries: [told, thanked] })[0]).toBe(
    'entries.1.event: confirms what was not resolved',
  );
});

test('a solved story has no promise left, and a promise is for later', () => {
  const promise = { due: '-6d 21:00', kind: 'next-update', state: 'open' };
  expect(problems({ entries: [told, { ...fixed, promise }, thanked] })).toEqual([
    'entries.1.promise.state: is open although the story is closed',
  ]);
  const early = { ...promise, due: '-6d 19:00', state: 'kept' };
  expect(problems({ entries: [told, { ...fixed, promise: early }, thanked] })).toEqual([
    'entries.1.promise.due: is not after the entry',
  ]);
});
