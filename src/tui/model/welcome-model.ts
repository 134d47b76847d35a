import type { Language, LocalName } from '../../domain/vocabulary.ts';
import type { Key, KeyEvent } from '../input/key.ts';
import { keyId } from '../input/key.ts';
import {
  backspace,
  bufferOf,
  deleteForward,
  insertText,
  killToLineStart,
  killWordLeft,
  moveLeft,
  moveLineEnd,
  moveLineStart,
  moveRight,
  type TextBuffer,
} from '../input/text-buffer.ts';

export const welcomeRoles = ['engineer', 'lead', 'hire'] as const;
export type WelcomeRole = (typeof welcomeRoles)[number];

export const welcomeStarts = ['demo', 'empty', 'import'] as const;
export type WelcomeStart = (typeof welcomeStarts)[number];

/** What a newcomer said on the first screen. `path` comes with an import only. */
export interface WelcomeChoice {
  readonly login: string;
  readonly name: string;
  readonly role: WelcomeRole;
  readonly line: string;
  readonly language: Language;
  readonly start: WelcomeStart;
  readonly path?: string;
}

export type WelcomeField = 'name' | 'role' | 'line' | 'language' | 'start' | 'path';

export interface WelcomeLine {
  readonly code: string;
  readonly name: LocalName;
}

/** The first screen while it is filled in. */
export interface WelcomeState {
  readonly login: string;
  readonly lines: readonly WelcomeLine[];
  readonly focus: WelcomeField;
  readonly name: TextBuffer;
  readonly role: WelcomeRole;
  readonly line: string;
  readonly language: Language;
  readonly start: WelcomeStart;
  readonly path: TextBuffer;
  /** The field that must be filled before going on. */
  readonly missing: 'name' | 'path' | null;
  /** Why the path cannot be read, in a sentence. */
  readonly problem: string | null;
  readonly checkPath: CheckPath;
  /** What was decided: the choice, or that the person left. */
  readonly result: WelcomeChoice | 'left' | null;
}

/** Says why nothing can be imported from a path, in a sentence, or null. */
export type CheckPath = (path: string, language: Language) => string | null;

/** What the first screen starts from: the user of the system, the lines of the desk. */
export interface WelcomeStartOptions {
  readonly login: string;
  readonly name: string;
  readonly lines: readonly WelcomeLine[];
  readonly line?: string;
  readonly language: Language;
  readonly checkPath?: CheckPath;
}

/** The first screen as it opens: everything is filled in, so that Enter, Enter is enough. */
export function startWelcome(options: WelcomeStartOptions): WelcomeState {
  const { login, name, lines, language } = options;
  const wanted = options.line ?? '2';
  const line = lines.find(({ code }) => code === wanted) ?? lines[0];
  return {
    login,
    lines,
    focus: 'name',
    name: bufferOf(name),
    role: 'engineer',
    line: line?.code ?? wanted,
    language,
    start: 'demo',
    path: bufferOf(''),
    missing: null,
    problem: null,
    checkPath: options.checkPath ?? (() => null),
    result: null,
  };
}

/** The fields in their order; the path is asked for an import only. */
export function welcomeFields(state: WelcomeState): readonly WelcomeField[] {
  const fields: WelcomeField[] = ['name', 'role', 'line', 'language', 'start'];
  return state.start === 'import' ? [...fields, 'path'] : fields;
}

/** The screen after a key or a paste. A pure function. */
export function welcomeKey(state: WelcomeState, event: KeyEvent): WelcomeState {
  if (state.result !== null) return state;
  if (event.type === 'paste') return editField(state, (b) => insertText(b, oneLine(event.text)));
  const { key } = event;
  switch (keyId(key)) {
    case 'ctrl+c':
      return { ...state, result: 'left' };
    case 'enter':
      return confirm(state);
    case 'tab':
    case 'down':
      return step(state, 1);
    case 'shift+tab':
    case 'up':
      return step(state, -1);
    default:
      return isTyped(state.focus) ? typeInto(state, key) : choose(state, key);
  }
}

function isTyped(field: WelcomeField): field is 'name' | 'path' {
  return field === 'name' || field === 'path';
}

function step(state: WelcomeState, delta: number): WelcomeState {
  const fields = welcomeFields(state);
  const at = fields.indexOf(state.focus);
  const focus = fields[(at + delta + fields.length) % fields.length] ?? state.focus;
  return { ...state, focus };
}

/** Enter goes straight to the start; there it is done, or asks what is missing. */
function confirm(state: WelcomeState): WelcomeState {
  const name = state.name.text.trim();
  const path = state.path.text.trim();
  if (name === '') return { ...state, focus: 'name', missing: 'name' };
  const isLast = state.focus === 'start' || state.focus === 'path';
  if (!isLast) return { ...state, focus: 'start', missing: null };
  if (state.start === 'import' && path === '') {
    // The first Enter on "import" only opens the field: nothing was forgotten yet.
    return { ...state, focus: 'path', missing: state.focus === 'path' ? 'path' : null };
  }
  const { login, role, line, language, start } = state;
  const problem = start === 'import' ? state.checkPath(path, language) : null;
  if (problem !== null) return { ...state, focus: 'path', problem };
  const choice = { login, name, role, line, language, start };
  const result = start === 'import' ? { ...choice, path } : choice;
  return { ...state, missing: null, problem: null, result };
}

const edits: Readonly<Record<string, (buffer: TextBuffer) => TextBuffer>> = {
  backspace,
  delete: deleteForward,
  left: moveLeft,
  right: moveRight,
  home: moveLineStart,
  end: moveLineEnd,
  'ctrl+e': moveLineEnd,
  'ctrl+u': killToLineStart,
  'ctrl+w': killWordLeft,
};

function typeInto(state: WelcomeState, key: Key): WelcomeState {
  const isText = key.name === 'char' && !key.ctrl && !key.alt;
  if (isText) return editField(state, (buffer) => insertText(buffer, key.char));
  const edit = edits[keyId(key)];
  return edit ? editField(state, edit) : state;
}

function editField(state: WelcomeState, edit: (buffer: TextBuffer) => TextBuffer): WelcomeState {
  const { focus } = state;
  return isTyped(focus)
    ? { ...state, [focus]: edit(state[focus]), missing: null, problem: null }
    : state;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

function choose(state: WelcomeState, key: Key): WelcomeState {
  const delta = key.name === 'left' ? -1 : key.name === 'right' || key.char === ' ' ? 1 : 0;
  if (delta === 0) return state;
  switch (state.focus) {
    case 'role':
      return { ...state, role: next(welcomeRoles, state.role, delta) };
    case 'line':
      return { ...state, line: next(lineCodes(state), state.line, delta) };
    case 'language':
      return { ...state, language: state.language === 'ru' ? 'en' : 'ru' };
    case 'start':
      return { ...state, start: next(welcomeStarts, state.start, delta) };
    default:
      return state;
  }
}

function lineCodes(state: WelcomeState): readonly string[] {
  return state.lines.map(({ code }) => code);
}

function next<Value>(values: readonly Value[], value: Value, delta: number): Value {
  return values[(values.indexOf(value) + delta + values.length) % values.length] ?? value;
}
