import type { Socket } from 'node:net';
import { wireProblem } from './problems.ts';

/** What Node calls a request that is no HTTP, with the line that answers it. */
const lines: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers what could not be read as a request, in the form of every problem, and hangs up. */
export function answerBroken(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(wireProblem('bad-request'));
  const line = lines[error.code ?? ''] ?? '400 Bad Request';
  const head = ['Content-Type: application/json; charset=utf-8', `Content-Length: ${body.length}`];
  socket.end([`HTTP/1.1 ${line}`, ...head, 'Connection: close', '', body].join('\r\n'));
}
