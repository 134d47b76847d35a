import type { Desk } from '../../app/desk/desk.ts';
import type { FoundShift } from '../../app/shift/current-shift.ts';
import { executeShift } from '../../app/shift/execute-shift.ts';
import { momentIn } from '../../app/shift/read-shift-time.ts';
import { loadBand, seenLoad } from '../../app/shift/shift-load.ts';
import { emptyMember } from '../../domain/shift/decide-roster.ts';
import type { MemberPart, ShiftMember } from '../../domain/shift/shift.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { reportTexts } from '../../i18n/report-texts.ts';
import { loadShiftTexts } from '../../i18n/shift-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { readPerson } from '../read-person.ts';
import { mustReadReports } from '../read-reports.ts';
import type { Session } from '../session.ts';
import { memberLine, shiftHead } from '../shift-card.ts';
import { memberJson, nameIn } from '../shift-json.ts';
import { accepted } from '../ticket-command.ts';
import { UsageError } from '../usage-error.ts';
import { shiftOption } from './shift.ts';

/** `smena shift person NAME --came|--left|--absent TEXT|…`: who is there, and who is not. */
export async function shiftPerson(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const shift = shiftOption(desk, input);
  const { id: personId } = readPerson(desk, input.required(0));
  const known = shift.state?.members.find((one) => one.personId === personId);
  const member = changed(desk, known ?? emptyMember(personId), { input, shift });
  const command = input.has('remove')
    ? ({ type: 'remove-member', personId } as const)
    : ({ type: 'set-member', member } as const);
  accepted({ desk, ticket: null }, executeShift(desk, shift.id, command));
  const { output } = session;
  const { id: shiftId } = shift;
  const removed = command.type === 'remove-member';
  if (!output.isJson) {
    const texts = await loadShiftTexts(session.language);
    const name = nameIn(desk, personId) ?? personId;
    return output.row(removed ? texts.removed(name) : memberLine(desk, member));
  }
  output.json({ ...memberJson(desk, member), removed, shift: shiftRef(shiftId), shiftId });
}

interface Asked {
  readonly input: CommandInput;
  readonly shift: FoundShift;
}

function changed(desk: Desk, member: ShiftMember, { input, shift }: Asked): ShiftMember {
  const time = (name: string) => {
    const text = input.value(name);
    return text === undefined ? undefined : momentIn(desk, shift.plan, text);
  };
  const at = time('at') ?? desk.clock.now();
  const lines = input.all('line');
  const more: Partial<ShiftMember> = {
    ...(input.has('came') ? { cameAt: at, leftAt: null } : {}),
    ...(input.has('left') ? { leftAt: at } : {}),
    ...(input.has('reserve') ? { calledAt: member.calledAt ?? at } : {}),
    ...(lines.length > 0 ? { lines: [...new Set(lines)] } : {}),
    note: input.value('absent') ?? member.note,
    part: partOf(input) ?? member.part,
    plannedFrom: time('from') ?? member.plannedFrom,
    plannedTo: time('to') ?? member.plannedTo,
  };
  const told = { ...member, ...more };
  const isNews = input.has('remove') || JSON.stringify(told) !== JSON.stringify(member);
  const isAsked = ['came', 'left', 'reserve', 'duty', 'deputy'].some((name) => input.has(name));
  if (!isNews && !isAsked && lines.length === 0) {
    throw new UsageError('nothing-asked', { known: '--came, --left, --absent, --duty, --line …' });
  }
  return told;
}

function partOf(input: CommandInput): MemberPart | null {
  const [part = null, other] = (['deputy', 'duty', 'reserve'] as const).filter((one) => {
    return input.has(one);
  });
  if (other) throw new UsageError('either-or', { one: `--${part}`, other: `--${other}` });
  return part;
}

/** `smena shift load [--shift REF]`: how many conversations each had, by name. */
export async function shiftLoads(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  const shift = shiftOption(desk, input);
  const { people, team } = seenLoad(desk, shift);
  const { output } = session;
  if (output.isJson) {
    const about = { shift: shiftRef(shift.id), shiftId: shift.id, normal: loadBand };
    return output.json({ ...about, people, team });
  }
  const texts = await loadShiftTexts(session.language);
  output.row(shiftHead(desk, shift, texts));
  if (team.conversations === 0) return output.talk(texts.load.none);
  const { parts } = reportTexts(session.language);
  for (const { person, part, conversations, band } of people) {
    const words = [person, ...(part === null ? [] : [parts[part]])];
    const { talks, bands } = texts.load;
    output.row([...words, talks(conversations), bands[band]].join(' · '));
  }
  output.row(texts.load.team(team.people, team.conversations));
}
