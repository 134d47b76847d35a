import type { Desk } from '../../app/desk/desk.ts';
import { changePerson, type PersonChanges } from '../../app/people/change-records.ts';
import { deskRoster } from '../../app/people/desk-roster.ts';
import type { Person } from '../../domain/person.ts';
import { roles } from '../../domain/vocabulary.ts';
import { routingTexts } from '../../i18n/routing-texts.ts';
import { lowerInitial } from '../../util/lower-initial.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { nameOf } from '../format-ticket.ts';
import { givenChanges } from '../given-changes.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { oneOf, timeZoneName, UsageError } from '../usage-error.ts';

/** `smena person list`: everybody of the desk. */
export async function personList(session: Session): Promise<void> {
  const desk = await session.desk();
  const people = deskRoster(desk, { isDemo: true });
  const { output } = session;
  if (output.isJson) return output.json(people.map(personJson));
  for (const person of people) output.row(personLine(desk, person));
}

/** `smena person set PERSON …`: what is told changes. */
export async function personSet(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const text = input.required(0);
  const isMe = ['me', 'я'].includes(text.trim().toLowerCase());
  const person = isMe ? desk.me : desk.people.findPerson(text);
  if (!person) throw new UserError('person-unknown', { person: text });
  const changes = changesOf(desk, input);
  if (Object.keys(changes).length === 0) {
    const known = '--name, --role, --line, --skill, --phone, --time-zone, --team';
    throw new UsageError('nothing-asked', { known });
  }
  const changed = accepted({ desk, ticket: null }, changePerson(desk, person, changes));
  const { output } = session;
  if (output.isJson) output.json(personJson(changed));
  else output.row(personLine(desk, changed));
}

function changesOf(desk: Desk, input: CommandInput): PersonChanges {
  const role = input.value('role');
  const line = input.value('line');
  const zone = input.value('timeZone');
  const lines = desk.config.lines.map(({ code }) => code);
  const skills = input.all('skill').filter((skill) => skill.trim() !== '');
  return givenChanges<Person>({
    name: input.value('name')?.trim() || undefined,
    role: role === undefined ? undefined : oneOf(role, roles, '--role'),
    line: line === undefined ? undefined : oneOf(line, lines, '--line'),
    skills: input.all('skill').length === 0 ? undefined : skills,
    phone: cleared(input.value('phone')),
    timeZone: zone === undefined ? undefined : timeZoneName(zone, '--time-zone'),
    team: cleared(input.value('team')),
  });
}

/** An empty text takes away what is there. */
function cleared(text: string | undefined): string | null | undefined {
  return text?.trim() === '' ? null : text?.trim();
}

function personJson(person: Person) {
  return {
    person: person.name,
    personId: person.id,
    login: person.login,
    role: person.role,
    line: person.line,
    skills: person.skills ?? [],
    phone: person.phone ?? null,
    timeZone: person.timeZone ?? null,
    team: person.team ?? null,
    demo: person.isDemo,
  };
}

function personLine(desk: Desk, person: Person): string {
  const role = routingTexts(desk.language).roles[person.role];
  const line = lowerInitial(nameOf(desk.config.lines, person.line, desk));
  const { login, name, phone, timeZone, team, skills = [] } = person;
  const who = login === name ? name : `${name} (${login})`;
  return [who, role, line, team, skills.join(', '), phone, timeZone].filter(Boolean).join(' · ');
}
