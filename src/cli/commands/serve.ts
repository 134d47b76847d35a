import { fill } from '../../i18n/fill.ts';
import { serverTexts } from '../../i18n/server-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { databaseOf } from '../server-console.ts';
import type { Session } from '../session.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';

const USUAL_ADDRESS = '127.0.0.1:8787';

/** `smena serve`: the central server, until it is told to end. */
export async function serve(session: Session, input: CommandInput): Promise<void> {
  const { paths, clock, output, language, version } = session;
  const [cert, key] = [input.value('tlsCert'), input.value('tlsKey')];
  if ((cert === undefined) !== (key === undefined)) {
    const option = cert === undefined ? '--tls-cert' : '--tls-key';
    throw new UsageError('option-missing', { name: option });
  }
  const days = input.value('tokenDays');
  const { startServer } = await import('../../server/start-server.ts');
  const running = await startServer({
    dataFolder: paths.dataFolder,
    database: databaseOf(session, input),
    content: paths.content,
    version,
    listen: input.value('listen') ?? USUAL_ADDRESS,
    tls: cert !== undefined && key !== undefined ? { cert, key } : null,
    behindProxy: input.value('behindProxy') ?? null,
    tokenDays: days === undefined ? null : wholeNumber(days, '--token-days', 1),
    now: () => clock.now(),
    write: (line) => void session.io.stderr.write(line),
  });
  const { url, fingerprint } = running;
  const texts = serverTexts(language);
  if (output.isJson) output.json({ url, fingerprint });
  else {
    output.line(fill(texts.listens, { url }));
    if (fingerprint !== null) output.line(fill(texts.fingerprint, { fingerprint }));
  }
  await untilToldToEnd();
  await running.close();
}

function untilToldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
  });
}
