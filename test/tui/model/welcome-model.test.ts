import { expect, test } from 'vitest';
import { charKey, type KeyEvent, keyId, namedKey } from '../../../src/tui/input/key.ts';
import {
  startWelcome,
  type WelcomeState,
  welcomeKey,
} from '../../../src/tui/model/welcome-model.ts';

const lines = ['1', '2', '3'].map((code) => {
  return { code, name: { ru: `Линия ${code}`, en: `Line ${code}` } };
});
const start = startWelcome({ login: 'anya', name: 'anya', lines, language: 'ru' });

const enter: KeyEvent = { type: 'key', key: namedKey('enter') };
const tab: KeyEvent = { type: 'key', key: namedKey('tab') };
const right: KeyEvent = { type: 'key', key: namedKey('right') };
const left: KeyEvent = { type: 'key', key: namedKey('left') };
const clear: KeyEvent = { type: 'key', key: charKey('u', { ctrl: true }) };

function typed(text: string): KeyEvent[] {
  return [...text].map((char) => ({ type: 'key', key: charKey(char) }));
}

function after(...events: KeyEvent[]): WelcomeState {
  return events.reduce(welcomeKey, start);
}

test('Enter, Enter begins with the demo desk', () => {
  expect(after(enter, enter).result).toEqual({
    login: 'anya',
    name: 'anya',
    role: 'engineer',
    line: '2',
    language: 'ru',
    start: 'demo',
  });
});

test('every answer can be given', () => {
  const state = after(
    ...[clear, ...typed('Аня'), tab, right, tab, right, tab, right, tab, right],
    enter,
  );
  expect(state.result).toEqual({
    login: 'anya',
    name: 'Аня',
    role: 'lead',
    line: '3',
    language: 'en',
    start: 'empty',
  });
});

test('an import asks for a path before it begins', () => {
  const chosen = [enter, left, enter];
  expect(after(...chosen)).toMatchObject({ focus: 'path', missing: null, result: null });
  expect(after(...chosen, enter)).toMatchObject({ missing: 'path', result: null });
  const done = after(...chosen, { type: 'paste', text: '~/Mail\n' }, enter);
  expect(done.result).toMatchObject({ start: 'import', path: '~/Mail' });
});

test('a path that cannot be read is said and stays to be mended', () => {
  const checkPath = (path: string) => (path === '/ok' ? null : `${path}: нет`);
  const events = [enter, left, enter, ...typed('/no'), enter];
  const refused = events.reduce(welcomeKey, { ...start, checkPath });
  expect(refused).toMatchObject({ focus: 'path', problem: '/no: нет', result: null });
  const mended = [clear, ...typed('/ok'), enter].reduce(welcomeKey, refused);
  expect(mended.problem).toBeNull();
  expect(mended.result).toMatchObject({ path: '/ok' });
});

test('a name is needed', () => {
  expect(after(clear, enter)).toMatchObject({ focus: 'name', missing: 'name', result: null });
});

test('Tab and arrows go round the fields; letters do nothing among choices', () => {
  const round = after(tab, tab, tab, tab, tab);
  expect(round.focus).toBe('name');
  expect(after(tab, ...typed('jкx'))).toMatchObject({ focus: 'role', role: 'engineer' });
  expect(after({ type: 'key', key: namedKey('up') }).focus).toBe('start');
});

test('Ctrl+C leaves, and nothing happens after the choice', () => {
  const leave: KeyEvent = { type: 'key', key: charKey('c', { ctrl: true }) };
  expect(keyId(leave.type === 'key' ? leave.key : namedKey('enter'))).toBe('ctrl+c');
  expect(after(leave).result).toBe('left');
  const done = after(enter, enter);
  expect(welcomeKey(done, leave)).toBe(done);
});
