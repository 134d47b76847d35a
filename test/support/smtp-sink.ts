import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

export interface SunkLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the wire, dots unstuffed, line breaks as they are. */
  readonly raw: string;
}

/** What the server says to a command of SMTP instead of "yes"; null for "yes". */
export type SmtpAnswer = (command: string) => string | null;

/** A mail server that keeps letters in memory. */
export interface SmtpSink {
  readonly url: string;
  readonly letters: readonly SunkLetter[];
  /** From now on answers like this. */
  says(answer: SmtpAnswer): void;
  close(): Promise<void>;
}

/** Starts a mail server on a free port of this machine. */
export async function openSmtpSink(): Promise<SmtpSink> {
  const letters: SunkLetter[] = [];
  const sockets = new Set<Socket>();
  let answer: SmtpAnswer = () => null;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    talk(socket, (command) => answer(command), letters);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    says: (next) => {
      answer = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function talk(socket: Socket, answer: SmtpAnswer, letters: SunkLetter[]): void {
  let buffer = '';
  let data: string | null = null;
  let from = '';
  let to: string[] = [];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const obey = (line: string) => {
    const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    const other = answer(line);
    if (other !== null) return say(other);
    if (verb === 'MAIL') from = /<(.*?)>/.exec(line)?.[1] ?? '';
    if (verb === 'RCPT') to = [...to, /<(.*?)>/.exec(line)?.[1] ?? ''];
    if (verb === 'DATA') {
      data = '';
      return say('354 go on');
    }
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    return say('250 ok');
  };
  const take = (letter: string) => {
    const other = answer('.');
    if (other === null) letters.push({ from, to, raw: letter.replaceAll(/^\./gm, '') });
    from = '';
    to = [];
    say(other ?? '250 kept');
  };
  socket.setEncoding('utf8').on('data', (text: string) => {
    buffer += text;
    for (;;) {
      if (data !== null) {
        const end = buffer.startsWith('.\r\n') ? 0 : buffer.indexOf('\r\n.\r\n') + 2;
        if (end === 1) return;
        data = null;
        const letter = buffer.slice(0, end);
        buffer = buffer.slice(end + 3);
        take(letter);
        continue;
      }
      const end = buffer.indexOf('\r\n');
      if (end < 0) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      obey(line);
    }
  });
  say(answer('CONNECT') ?? '220 sink');
}
