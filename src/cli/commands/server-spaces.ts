import { fill } from '../../i18n/fill.ts';
import { serverTexts } from '../../i18n/server-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { withConsole } from '../server-console.ts';
import type { Session } from '../session.ts';

/** `smena server spaces`: which groups there are and who is in them. */
export async function listSpaces(session: Session, input: CommandInput): Promise<void> {
  const spaces = await withConsole(session, input, (server) => server.spaces.list());
  const { output } = session;
  if (output.isJson) {
    return output.json(
      spaces.map(({ code, title, people, head }) => ({
        ...{ code, title, head },
        people: people?.map(({ name }) => name) ?? null,
        peopleIds: people?.map(({ id }) => id) ?? null,
      })),
    );
  }
  const texts = serverTexts(session.language);
  for (const { code, title, people } of spaces) {
    const named = people?.map(({ name }) => name).join(', ') ?? texts.everybody;
    output.row(fill(texts.space, { code, title, people: named }));
  }
}

/** `smena server spaces make CODE [TITLE]`. */
export async function makeSpace(session: Session, input: CommandInput): Promise<void> {
  const code = input.required(0);
  const title = input.argument(1) ?? code;
  await withConsole(session, input, (server) => server.spaces.make(code, title));
  tell(session, { code, title }, fill(serverTexts(session.language).made, { code }));
}

/** `smena server spaces admit PERSON SPACE`. */
export async function admitToSpace(session: Session, input: CommandInput): Promise<void> {
  const space = input.required(1);
  const person = await withConsole(session, input, (server) =>
    server.spaces.admit(input.required(0), space),
  );
  const said = { person: person.name, personId: person.id, space };
  tell(session, said, fill(serverTexts(session.language).admitted, said));
}

/** `smena server spaces expel PERSON SPACE`: its tickets leave their devices. */
export async function expelFromSpace(session: Session, input: CommandInput): Promise<void> {
  const space = input.required(1);
  const person = await withConsole(session, input, (server) =>
    server.spaces.expel(input.required(0), space),
  );
  const said = { person: person.name, personId: person.id, space };
  tell(session, said, fill(serverTexts(session.language).expelled, said));
}

/** `smena server spaces move REF SPACE`: a ticket goes to another group with all its history. */
export async function moveToSpace(session: Session, input: CommandInput): Promise<void> {
  const space = input.required(1);
  const moved = await withConsole(session, input, (server) =>
    server.spaces.move(input.required(0), space),
  );
  const said = { ticket: moved.number, ticketId: moved.id, space };
  tell(session, said, fill(serverTexts(session.language).moved, said));
}

function tell({ output }: Session, data: object, text: string): void {
  if (output.isJson) output.json(data);
  else output.line(text);
}
