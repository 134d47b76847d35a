import { expect, test } from 'vitest';
import { actionTitle } from '../../../src/i18n/action-titles.ts';
import { contexts, textContexts } from '../../../src/tui/actions/action.ts';
import { actions, bindActions } from '../../../src/tui/actions/registry.ts';
import { charKey } from '../../../src/tui/input/key.ts';
import { parseKeys } from '../../../src/tui/input/key-sequence.ts';
import { resolveKey } from '../../../src/tui/input/resolve-key.ts';

const LATIN = 'qwertyuiop[]asdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM:/?';
const RUSSIAN = 'йцукенгшщзхъфывапролдячсмитьЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖ.,';

test('no default key has two meanings in one place', () => {
  expect(bindActions({}).problems()).toEqual([]);
});

test('ids are unique and every action is named in both languages', () => {
  const ids = actions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, title } of actions) {
    expect(actionTitle(title, 'en'), id).toMatch(/^[^А-Яа-яЁё]+$/);
    expect(actionTitle(title, 'ru'), id).toMatch(/[А-Яа-яЁё]/);
  }
});

test('no default is an Alt chord, an F-key or a key that terminals give to others', () => {
  for (const { id, keys } of actions) {
    for (const spelled of keys) {
      expect(parseKeys(spelled), id).not.toBeNull();
      expect(parseKeys(spelled)?.join(' '), id).not.toMatch(/alt\+|ctrl\+[abhijmsq[]( |$)/);
    }
  }
});

test('every letter command works with the Russian layout on', () => {
  for (const context of contexts.filter((place) => !textContexts.has(place))) {
    const here = actions.filter((action) => action.contexts.includes(context));
    const bound = new Set(here.flatMap(({ keys }) => keys.flatMap((k) => parseKeys(k)?.[0] ?? [])));
    for (const [i, latin] of [...LATIN].entries()) {
      if (!bound.has(latin)) continue;
      const pressed = charKey([...RUSSIAN][i] ?? '');
      expect(
        resolveKey(pressed, (id) => bound.has(id)),
        `${context} ${latin}`,
      ).toBe(latin);
    }
  }
});

test('nothing that destroys hangs on Escape alone', () => {
  const onEscape = actions.filter(({ keys }) => keys.includes('escape')).map(({ id }) => id);
  expect(onEscape.filter((id) => /drop|delete|remove|discard|quit/.test(id))).toEqual([]);
});

test('a key of the settings that clashes is named, one of an unknown action as well', () => {
  const { problems } = bindActions({ take: ['r'], 'no-such': ['x'], note: ['ctrl+ctrl'] });
  expect(
    problems()
      .map(({ kind }) => kind)
      .toSorted(),
  ).toContain('conflict');
  expect(problems().map(({ kind }) => kind)).toContain('unknown-action');
  expect(problems().map(({ kind }) => kind)).toContain('not-a-key');
});
