import { hostname } from 'node:os';
import { createInterface } from 'node:readline/promises';
import type { Desk } from '../../app/desk/desk.ts';
import type { GrantedLogin } from '../../app/sync/login.ts';
import { fill } from '../../i18n/fill.ts';
import { loadSyncTexts, type SyncTexts } from '../../i18n/sync-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { readStandardInput } from '../read-text.ts';
import type { Session } from '../session.ts';
import { withReasonInWords } from '../sync-words.ts';

/** So many numbers are shown before it is only said how many more there are. */
const SHOWN_NUMBERS = 20;

/** `smena login URL --code CODE`: makes this the store of a person at a server. */
export async function login(session: Session, input: CommandInput): Promise<void> {
  if (session.options.as !== undefined) throw new UserError('as-on-server', {});
  const { readServerAddress } = await import('../../app/sync/http/server-address.ts');
  const url = readServerAddress(input.required(0), { isInsecure: input.has('insecureHttp') });
  const texts = await loadSyncTexts(session.language);
  const code = await readCode(session, input, texts);
  const desk = await session.desk();
  const { abandonLogin, askLogin, completeLogin, endEarlierAccess } = await import(
    '../../app/sync/login.ts'
  );
  const granted = await askLogin(desk, {
    url,
    code,
    device: input.value('device') ?? hostname(),
    pin: input.value('pin') ?? null,
    version: session.version,
  }).catch((error: unknown) => {
    throw withReasonInWords(error, texts);
  });
  preview(session, granted, texts);
  if (!(await isWanted(session, input, { granted, texts }))) {
    await abandonLogin(granted);
    return session.output.line(texts.abandoned);
  }
  completeLogin(desk, granted);
  await endEarlierAccess(granted, session.version);
  await granted.transport.close();
  tell(session, desk, { granted, texts });
}

/** A code on the command line is seen by everybody on the machine: there are two other ways. */
async function readCode(session: Session, input: CommandInput, texts: SyncTexts): Promise<string> {
  const { env, stdin } = session.io;
  const given = input.value('code') ?? (env['SMENA_CODE'] || undefined);
  if (given !== undefined && given !== '-') return given.trim();
  const mayAsk = stdin.isTTY === true && session.options.input !== false;
  const typed = mayAsk ? await ask(session, texts.askCode) : await readStandardInput(session);
  if (typed.trim() === '') throw new UserError('login-code-needed', {});
  return typed.trim();
}

async function isWanted(
  session: Session,
  input: CommandInput,
  { granted, texts }: { readonly granted: GrantedLogin; readonly texts: SyncTexts },
): Promise<boolean> {
  const { options, io, output } = session;
  const isAsked = io.stdin.isTTY === true && output.isTerminal && options.input !== false;
  const isPlain = granted.isReturn || granted.preview.operations === 0;
  if (!isAsked || isPlain || input.has('yes') || output.isJson) return true;
  return (await ask(session, texts.ask)).trim() === '';
}

async function ask({ io }: Session, question: string): Promise<string> {
  io.stderr.write(question);
  const lines = createInterface({ input: io.stdin });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}

function preview({ output }: Session, { preview, ...login }: GrantedLogin, texts: SyncTexts): void {
  const { url, granted, pinned, isReturn } = login;
  const words = texts.preview;
  output.talk(fill(words.server, { url, name: granted.person.person.name }));
  if (pinned) output.talk(fill(words.certificate, { fingerprint: pinned.fingerprint }));
  if (isReturn) return;
  const { tickets, operations, kept, mapped } = preview;
  if (operations === 0) return output.talk(words.nothing);
  output.talk(fill(words.goesUp, { tickets, operations }));
  output.talk(fill(words.kept, { kept }));
  if (mapped.length === 0) return;
  const numbers = mapped.slice(0, SHOWN_NUMBERS).join(', ');
  output.talk(fill(words.mapped, { count: mapped.length, numbers }));
  const count = mapped.length - SHOWN_NUMBERS;
  if (count > 0) output.talk(fill(words.more, { count }));
}

function tell(
  { output }: Session,
  desk: Desk,
  { granted: login, texts }: { readonly granted: GrantedLogin; readonly texts: SyncTexts },
): void {
  const { url, granted, pinned, preview, isReturn } = login;
  const { person } = granted.person;
  if (!output.isJson) return output.line(isReturn ? texts.back : texts.joined);
  output.json({
    server: url,
    person: person.name,
    personId: person.id,
    device: desk.device,
    deviceId: granted.deviceId,
    fingerprint: pinned?.fingerprint ?? null,
    spaces: granted.scope.spaces.map(({ code }) => code),
    preview: {
      tickets: preview.tickets,
      operations: preview.operations,
      kept: preview.kept,
      mapped: preview.mapped,
    },
  });
}
