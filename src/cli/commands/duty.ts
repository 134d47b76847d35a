import type { Desk } from '../../app/desk/desk.ts';
import { readInstant } from '../../app/desk/read-moment.ts';
import { type DutyAt, dutyAt } from '../../app/people/duty-now.ts';
import type { Person } from '../../domain/person.ts';
import { fill } from '../../i18n/fill.ts';
import { type RoutingTexts, routingTexts } from '../../i18n/routing-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { localTime } from '../local-time.ts';
import type { Session } from '../session.ts';

/** `smena duty [--at ISO]`: who is on duty. */
export async function duty(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const typed = input.value('at');
  const at = typed === undefined ? desk.clock.now() : readInstant(typed);
  const here = dutyAt(desk, at);
  const { output } = session;
  if (output.isJson) return output.json(dutyJson(desk, here, at));
  for (const line of dutyLines(desk, here, at)) output.row(line);
}

function dutyLines(desk: Desk, here: DutyAt, at: number): readonly string[] {
  const texts = routingTexts(desk.language);
  const named = (person: Person | null) =>
    person ? personLine(person, { desk, texts, at }) : texts.nobody;
  const duties = here.duties.flatMap(({ duty: one, people }) => {
    const who = people.length === 0 ? [texts.nobody] : people.map(named);
    return [`${one.name[desk.language]} (${one.code})`, ...who.map((line) => `  ${line}`)];
  });
  return [
    here.isOffice ? texts.duty.office : texts.duty.closed,
    fill(texts.duty.senior, { person: named(here.senior) }),
    fill(texts.duty.head, { person: named(here.head) }),
    ...(duties.length > 0 ? duties : [texts.duty.empty]),
  ];
}

interface Shown {
  readonly desk: Desk;
  readonly texts: RoutingTexts;
  readonly at: number;
}

function personLine(person: Person, { desk, texts, at }: Shown): string {
  const time = fill(texts.ladder.localTime, { time: localTime(desk, person, at) });
  return [person.name, person.phone ?? texts.ladder.noPhone, time].join(' · ');
}

function dutyJson(desk: Desk, here: DutyAt, at: number) {
  return {
    at: iso(at),
    officeHours: here.isOffice,
    senior: here.senior?.name ?? null,
    seniorId: here.senior?.id ?? null,
    head: here.head?.name ?? null,
    headId: here.head?.id ?? null,
    duties: here.duties.map(({ duty: one, people }) => ({
      code: one.code,
      name: one.name[desk.language],
      role: one.role,
      calendar: one.calendar,
      people: people.map((person) => ({
        person: person.name,
        personId: person.id,
        phone: person.phone ?? null,
        timeZone: person.timeZone ?? desk.config.timeZone,
        localTime: localTime(desk, person, at),
      })),
    })),
  };
}
