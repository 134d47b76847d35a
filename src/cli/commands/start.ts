import { countQueues } from '../../app/ticket/list-queue.ts';
import type { CommandInput } from '../command-input.ts';
import { openWorkstation } from '../open-workstation.ts';
import type { Session } from '../session.ts';

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
  if (output.isJson) {
    const queues = counts.map(({ queue, count }) => ({ name: queue.code, count }));
    return output.json({ queues });
  }
  const texts = await session.texts();
  for (const { queue, count } of counts) {
    output.line(`${String(count).padStart(6)}  ${queue.name[session.language]} (${queue.code})`);
  }
  output.talk(texts.words.howToGoOn);
}
