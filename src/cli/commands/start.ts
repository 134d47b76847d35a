import { membershipOf } from '../../app/sync/known-server.ts';
import { syncView } from '../../app/sync/sync-view.ts';
import { countQueues } from '../../app/ticket/list-queue.ts';
import { loadSyncTexts } from '../../i18n/sync-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { openWorkstation } from '../open-workstation.ts';
import type { Session } from '../session.ts';
import { syncJson, syncLine } from '../sync-words.ts';

/** `smena`: the workstation in a terminal; elsewhere the queues and how to go on. */
export async function start(session: Session, _input: CommandInput): Promise<void> {
  const { io, options, output } = session;
  const isTerminal = output.isTerminal && io.stdin.isTTY === true;
  if (isTerminal && !output.isJson && !output.isPlain && options.input !== false) {
    return openWorkstation(session);
  }
  await printSummary(session);
}

async function printSummary(session: Session): Promise<void> {
  const desk = await session.desk();
  const { output } = session;
  const counts = countQueues(desk);
  const sync = syncView(desk);
  if (output.isJson) {
    const queues = counts.map(({ queue, count }) => ({ name: queue.code, count }));
    return output.json(sync ? { queues, sync: syncJson(sync) } : { queues });
  }
  const texts = await session.texts();
  for (const { queue, count } of counts) {
    output.line(`${String(count).padStart(6)}  ${queue.name[session.language]} (${queue.code})`);
  }
  if (sync) {
    const url = membershipOf(desk)?.url ?? null;
    output.line(syncLine(sync, await loadSyncTexts(session.language), url));
  }
  output.talk(texts.words.howToGoOn);
}
