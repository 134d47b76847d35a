import type { Desk } from '../app/desk/desk.ts';
import type { FoundShift } from '../app/shift/current-shift.ts';
import { findShift } from '../app/shift/find-shift.ts';
import { expireDue, expireHandovers } from '../app/shift-handover/expire-handovers.ts';
import type { HandoverView } from '../app/shift-handover/handover-view.ts';
import {
  type HandoverPaper,
  type HandoverProblems,
  openHandoverFile,
} from '../app/shift-handover/read-handover-file.ts';
import { shiftRef } from '../domain/shift/shift-id.ts';
import { loadDeskTexts } from '../i18n/desk-texts.ts';
import { fill } from '../i18n/fill.ts';
import { loadShiftHandoverTexts } from '../i18n/shift-handover-texts.ts';
import type { Result } from '../util/result.ts';
import { UserError } from '../util/user-error.ts';
import type { CommandInput } from './command-input.ts';
import { packProblemText } from './desk-words.ts';
import { readWhole } from './read-text.ts';
import type { Session } from './session.ts';
import { printHandover } from './shift-handover-card.ts';
import { personNames, shiftHandoverJson } from './shift-handover-json.ts';

/** The shift of `--shift`; null where none was named. */
export function askedShift(desk: Desk, input: CommandInput): FoundShift | null {
  const named = input.value('shift');
  return named === undefined ? null : findShift(desk, named);
}

/** The file of `--file` with the shift that it is about; null without one. Throws UserErrors. */
export async function askedFile(
  session: Session,
  input: CommandInput,
  orElse: (desk: Desk) => FoundShift,
): Promise<HandoverPaper | null> {
  const path = input.value('file');
  if (path === undefined) return null;
  const text = await readWhole(session, path);
  const desk = await session.desk();
  const asked = askedShift(desk, input);
  const paper = openHandoverFile(desk, { path, text, asked }, () => orElse(desk));
  return mustBeRight(session, paper);
}

/** What was read from a file; throws everything that is wrong with it, each at its place. */
export async function mustBeRight<Value>(
  session: Session,
  read: Result<Value, HandoverProblems>,
): Promise<Value> {
  if (read.ok) return read.value;
  const texts = await loadShiftHandoverTexts(session.language);
  const deskTexts = await loadDeskTexts(session.language);
  const own: Readonly<Record<string, string>> = texts.problems;
  const rows = read.problem.map(({ file, line, column, path, code, params }) => {
    const sentence = own[code];
    const message = sentence
      ? fill(sentence, params)
      : // What is no fault of a hand-over is one of a form, and the desk has its words.
        packProblemText({ file, line, column, path, code, params } as DeskProblem, deskTexts);
    return [`${file}:${line}:${column}`, path, message].filter((part) => part !== '').join(' ');
  });
  throw new UserError('handover-file-wrong', { details: rows.join('\n') });
}

type DeskProblem = Parameters<typeof packProblemText>[0];

/** A number of `--revision`; undefined without one. Throws a UserError for what is none. */
export function askedRevision(input: CommandInput): number | undefined {
  const given = input.value('revision');
  if (given === undefined) return undefined;
  const revision = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (revision < 1) throw new UserError('handover-revision-unknown', { revision: given });
  return revision;
}

/** Writes down what expired, and tells whoever is concerned once. */
export async function tellExpired(session: Session, desk: Desk): Promise<void> {
  // A program that only wants JSON must not use up what a person has to hear.
  if (session.output.isJson) return expireDue(desk);
  const expired = expireHandovers(desk);
  if (expired.length === 0) return;
  const texts = await loadShiftHandoverTexts(session.language);
  const nameOf = personNames(desk);
  for (const { shift, handover } of expired) {
    const params = { shift: shiftRef(shift.id), lead: nameOf(handover.byId) ?? texts.nobody };
    session.output.talk(fill(texts.expired, params));
  }
}

/** Prints a hand-over: as JSON, or as lines for people. */
export async function showHandover(
  session: Session,
  desk: Desk,
  view: HandoverView,
  more: object = {},
): Promise<void> {
  const shown = shiftHandoverJson(desk, view);
  if (session.output.isJson) return session.output.json({ ...shown, ...more });
  printHandover(session, desk, shown, await loadShiftHandoverTexts(session.language));
}
