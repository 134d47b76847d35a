import { deskRoster } from '../../app/people/desk-roster.ts';
import { isDemoDesk } from '../../app/people/duty-now.ts';
import { currentShift, type FoundShift } from '../../app/shift/current-shift.ts';
import { executeShift } from '../../app/shift/execute-shift.ts';
import { openShift as begin, planToOpen } from '../../app/shift/open-shift.ts';
import { emptyMember } from '../../domain/shift/decide-roster.ts';
import { plannedRoster } from '../../domain/shift/planned-roster.ts';
import { type MemberPart, memberParts, type ShiftMember } from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import { isUnled, whyNotLead } from '../../domain/shift/shift-right.ts';
import { type BoardTexts, boardTexts } from '../../i18n/board-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from '../present/line.ts';
import { afterChange, refusalText } from './act.ts';
import { formProblem } from './form-command.ts';
import { openForm } from './form-model.ts';
import type { FormField, FormProblem, FormValues } from './form-state.ts';
import { refreshShift } from './open-shift.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { shiftForms } from './shift-form-openers.ts';
import { say, type Ui } from './ui.ts';

function words(ui: Ui): BoardTexts {
  return boardTexts(ui.store.get().language);
}

/** Says who may lead a shift to whoever may not, before they have typed anything. */
function isRefused(ui: Ui): boolean {
  const desk = ui.desk();
  const { me: actor, config } = desk;
  const why = whyNotLead({ actor, desk: config, isUnled: isUnled(desk.people.persons(), config) });
  if (why) say(ui, refusalText(ui, why), 'problem');
  return why !== null;
}

/** Begins the shift with the people that the desk's duties name; they are seen before. */
export function askToBegin(ui: Ui): void {
  if (isRefused(ui)) return;
  const t = words(ui);
  const desk = ui.desk();
  const plan = planToOpen(desk, {});
  const people = deskRoster(desk, { isDemo: isDemoDesk(desk) });
  const names = plannedRoster(desk.config, people, plan).map(({ personId, part }) => {
    const name = people.find(({ id }) => id === personId)?.name ?? personId;
    return t.parts[part] === '' ? name : `${name} (${t.parts[part]})`;
  });
  openForm(ui, {
    id: shiftForms.begin,
    title: t.beginTitle,
    submitTitle: t.begin,
    ticketId: null,
    isQuick: true,
    intro: () => rosterLines(t, names),
    fields: [
      {
        ...{ id: 'hours', label: t.hours, hint: t.hoursHint, type: 'text', value: plan.kind },
        isRequired: true,
      },
    ],
    submit: ({ hours = plan.kind }) => beginNow(ui, hours),
  });
}

function rosterLines(t: BoardTexts, names: readonly string[]): readonly Line[] {
  if (names.length === 0) return [[word(` ${t.noDuties}`, 'muted')], []];
  return [[word(` ${t.planned}: `, 'muted'), span(toSafe(names.join(', ')))], []];
}

function beginNow(ui: Ui, hours: string): FormProblem | null {
  const t = words(ui);
  const done = begin(ui.desk(), { hours });
  if (!done.ok) return formProblem(ui, done.problem);
  afterChange(ui);
  refreshShift(ui);
  say(ui, t.begun(done.value.shift.kind.replace('-', '–')));
  return null;
}

/** Closes the shift; whoever goes on begins it again with the same key. */
export function closeShift(ui: Ui): void {
  const { id } = currentShift(ui.desk());
  run(ui, id, { type: 'close-shift' }, words(ui).closed);
}

/** What can be done about somebody on the shift. */
export function openMember(ui: Ui, personId: string): void {
  const t = words(ui);
  const shift = currentShift(ui.desk());
  const member = memberOf(shift, personId);
  const now = ui.desk().clock.now();
  const name = ui.desk().people.person(personId)?.name ?? personId;
  const set = (part: Partial<ShiftMember>, said: string) => {
    run(ui, shift.id, { type: 'set-member', member: { ...member, ...part } }, said);
  };
  const deeds: Readonly<Record<string, () => void>> = {
    came: () => set({ cameAt: now, leftAt: null }, t.cameNow(name)),
    left: () => set({ leftAt: now }, t.leftNow(name)),
    called: () => set({ part: 'reserve', calledAt: now }, t.calledNow(name)),
    edit: () => editMember(ui, member),
    remove: () => run(ui, shift.id, { type: 'remove-member', personId }, t.removed(name)),
  };
  openPicker(ui, {
    purpose: 'shift-member',
    title: name,
    isSearchable: false,
    choices: Object.keys(deeds).map((id): Choice => {
      const label = t.memberDeeds[id as keyof typeof t.memberDeeds];
      return { id, label, detail: '', disabled: null };
    }),
    choose: ({ id }) => deeds[id]?.(),
  });
}

function memberOf({ state }: FoundShift, personId: string): ShiftMember {
  return state?.members.find((one) => one.personId === personId) ?? emptyMember(personId);
}

/** Puts somebody on the shift. */
export function addMember(ui: Ui): void {
  if (!isRefused(ui)) editMember(ui, null);
}

/** Brings the form of somebody's row back with what was typed into it. */
export function reopenMember(ui: Ui, personId: string): void {
  editMember(ui, personId === '' ? null : memberOf(currentShift(ui.desk()), personId));
}

/** Asks everything that is kept of somebody on the shift; who it is, too, when it is somebody new. */
function editMember(ui: Ui, member: ShiftMember | null): void {
  const t = words(ui);
  const shift = currentShift(ui.desk());
  openForm(ui, {
    id: shiftForms.member(member?.personId ?? ''),
    title: member === null ? t.addTitle : t.editTitle(nameOf(ui, member.personId)),
    submitTitle: t.save,
    ticketId: null,
    fields: memberFields(ui, member),
    submit: (values) => {
      const personId = member?.personId ?? values['person'] ?? '';
      const known = member ?? memberOf(shift, personId);
      const command = { type: 'set-member', member: memberFrom(known, values) } as const;
      const done = executeShift(ui.desk(), shift.id, command);
      if (!done.ok) return formProblem(ui, done.problem);
      afterChange(ui);
      refreshShift(ui);
      say(ui, t.saved(nameOf(ui, personId)));
      return null;
    },
  });
}

function nameOf(ui: Ui, id: string): string {
  return ui.desk().people.person(id)?.name ?? id;
}

function memberFields(ui: Ui, member: ShiftMember | null): readonly FormField[] {
  const t = words(ui);
  const parts = memberParts.map((id) => ({ id, label: t.partNames[id], detail: '' }));
  const { language } = ui.store.get();
  const lines = ui.desk().config.lines.map(({ code, name }) => `${code} — ${name[language]}`);
  const base = { hint: '', value: '', isRequired: false, type: 'text' } as const;
  const moment = (at: number | null | undefined) => (at ? new Date(at).toISOString() : '');
  return [
    ...(member === null
      ? [{ ...base, id: 'person', label: t.person, type: 'person', isRequired: true } as const]
      : []),
    {
      ...{ ...base, id: 'part', label: t.part, type: 'choice' },
      ...{ value: member?.part ?? 'member', choices: parts },
    },
    {
      ...{ ...base, id: 'lines', label: t.memberLines, hint: lines.join(', ') },
      value: (member?.lines ?? []).join(', '),
    },
    { ...base, id: 'came', label: t.cameAt, type: 'moment', value: moment(member?.cameAt) },
    { ...base, id: 'left', label: t.leftAt, type: 'moment', value: moment(member?.leftAt) },
    { ...base, id: 'note', label: t.note, hint: t.noteHint, value: member?.note ?? '' },
  ];
}

function memberFrom(known: ShiftMember, values: FormValues): ShiftMember {
  const { part = '', lines = '', came = '', left = '', note = '' } = values;
  const moment = (text: string) => (text === '' ? null : Date.parse(text));
  return {
    ...known,
    part: memberParts.find((one): one is MemberPart => one === part) ?? known.part,
    lines: lines.split(/[\s,;]+/).filter((code) => code !== ''),
    cameAt: moment(came),
    leftAt: moment(left),
    note,
  };
}

function run(ui: Ui, shiftId: string, command: ShiftCommand, said: string): void {
  const done = executeShift(ui.desk(), shiftId, command);
  afterChange(ui);
  refreshShift(ui);
  if (done.ok) say(ui, said);
  else say(ui, refusalText(ui, done.problem), 'problem');
}
