import { type Role, roles } from '../../domain/vocabulary.ts';
import { fill } from '../../i18n/fill.ts';
import { routingTexts } from '../../i18n/routing-texts.ts';
import { serverTexts } from '../../i18n/server-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { machineTime } from '../machine-time.ts';
import { type Console, withConsole } from '../server-console.ts';
import type { Session } from '../session.ts';
import { oneOf, UsageError, wholeNumber } from '../usage-error.ts';

type Invited = Awaited<ReturnType<Console['invite']>>;

/** `smena server init --admin NAME`: a new server; its first admin gets a code. */
export async function serverInit(session: Session, input: CommandInput): Promise<void> {
  const name = needed(input, 'admin');
  const invited = await withConsole(session, input, (server) =>
    server.init({ ...given(input), name, role: 'admin' }),
  );
  tellCode(session, invited);
}

/** `smena server invite --name NAME`: a code for one more device of a person, who may be new. */
export async function serverInvite(session: Session, input: CommandInput): Promise<void> {
  const name = needed(input, 'name');
  const asked = input.value('role');
  const role: Role | undefined = asked === undefined ? undefined : oneOf(asked, roles, '--role');
  const invited = await withConsole(session, input, (server) =>
    server.invite({ ...given(input), name, role }),
  );
  tellCode(session, invited);
}

/** `smena server people`. */
export async function serverPeople(session: Session, input: CommandInput): Promise<void> {
  const people = await withConsole(session, input, (server) => server.people());
  const { output } = session;
  if (output.isJson) {
    return output.json(
      people.map(({ person: { id, name, login, role, line }, spaces, devices }) => {
        return { id, name, login, role, line, spaces, devices };
      }),
    );
  }
  const texts = serverTexts(session.language);
  const { roles: names } = routingTexts(session.language);
  if (people.length === 0) return output.talk(texts.noPeople);
  for (const { person, spaces, devices } of people) {
    const { name, role, line } = person;
    output.row(
      fill(texts.person, { name, role: names[role], line, spaces: spaces.join(', '), devices }),
    );
  }
}

/** `smena server devices`. */
export async function serverDevices(session: Session, input: CommandInput): Promise<void> {
  const devices = await withConsole(session, input, (server) => server.devices());
  const { output } = session;
  if (output.isJson) return output.json(devices.map(deviceJson));
  const texts = serverTexts(session.language);
  if (devices.length === 0) return output.talk(texts.noDevices);
  const now = session.clock.now();
  for (const { device, person } of devices) {
    const isOver = device.expiresAt !== null && device.expiresAt <= now;
    const state = device.revokedAt !== null ? 'revoked' : isOver ? 'expired' : 'open';
    const seen = device.lastUsedAt === null ? texts.never : machineTime(device.lastUsedAt);
    const said = { name: device.name, person: person?.name ?? device.personId, seen };
    output.row(fill(texts.device, { ...said, state: texts.deviceStates[state] }));
  }
}

/** `smena server revoke PERSON|DEVICE`: access is gone with the next request. */
export async function serverRevoke(session: Session, input: CommandInput): Promise<void> {
  const { person, devices } = await withConsole(session, input, (server) =>
    server.revoke(input.required(0)),
  );
  const { output } = session;
  if (output.isJson) {
    const ids = devices.map(({ id }) => id);
    return output.json({ person: person.name, personId: person.id, devices: ids });
  }
  const texts = serverTexts(session.language);
  output.line(fill(texts.revoked, { person: person.name, devices: devices.length }));
}

function needed(input: CommandInput, key: 'admin' | 'name'): string {
  const value = input.value(key)?.trim();
  if (!value) throw new UsageError('option-missing', { name: `--${key}` });
  return value;
}

function given(input: CommandInput) {
  const minutes = input.value('minutes');
  return {
    line: input.value('line'),
    spaces: input.all('space'),
    minutes: minutes === undefined ? undefined : wholeNumber(minutes, '--minutes', 1),
  };
}

function tellCode(session: Session, { person, invitation }: Invited): void {
  const { output } = session;
  const { code, expiresAt } = invitation;
  if (output.isJson) {
    return output.json({
      person: person.name,
      personId: person.id,
      code,
      expiresAt: iso(expiresAt),
    });
  }
  const texts = serverTexts(session.language);
  output.line(fill(texts.code, { person: person.name, code }));
  output.talk(fill(texts.codeHow, { until: machineTime(expiresAt), code }));
}

function deviceJson({ device, person }: Awaited<ReturnType<Console['devices']>>[number]) {
  const { id, name, personId, createdAt, lastUsedAt, expiresAt, revokedAt } = device;
  return {
    ...{ id, name, person: person?.name ?? null, personId, createdAt: iso(createdAt) },
    ...{ lastUsedAt: iso(lastUsedAt), expiresAt: iso(expiresAt), revokedAt: iso(revokedAt) },
  };
}
