/** Where a text stops being JSON; null when it is JSON. */
export function jsonFaultOf(text: string): number | null {
  const message = parseMessage(text);
  if (message === null) return null;
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (!isTokenFault(message)) return text.length;
  // The engine names the character but not its place: the shortest beginning that has the fault.
  let whole = 0;
  let broken = text.length;
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if (isTokenFault(parseMessage(text.slice(0, middle)))) broken = middle;
    else whole = middle;
  }
  return whole;
}

function isTokenFault(message: string | null): boolean {
  return message?.startsWith('Unexpected token') ?? false;
}

function parseMessage(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
