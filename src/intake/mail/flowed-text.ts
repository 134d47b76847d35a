interface FlowedLine {
  readonly depth: number;
  readonly text: string;
}

function readLine(line: string): FlowedLine {
  const depth = /^>*/.exec(line)?.[0].length ?? 0;
  const rest = line.slice(depth);
  // Space-stuffing: one space was added in front of lines that start with a space or «From ».
  return { depth, text: rest.startsWith(' ') ? rest.slice(1) : rest };
}

function writeLine({ depth, text }: FlowedLine): string {
  return depth === 0 ? text : `${'>'.repeat(depth)} ${text}`;
}

/**
 * Joins the soft line breaks of format=flowed (RFC 3676): a line that ends in a space goes on in
 * the next one of the same quote depth. `delsp` says that this space was added for the break only.
 * The signature line «-- » never flows.
 */
export function joinFlowed(text: string, delsp: boolean): string {
  const lines: string[] = [];
  let pieces: string[] = [];
  let depth = 0;
  const flush = (): void => {
    if (pieces.length > 0) lines.push(writeLine({ depth, text: pieces.join('') }));
    pieces = [];
  };
  for (const raw of text.split('\n')) {
    const line = readLine(raw);
    const isSignature = line.text === '-- ';
    if (line.depth !== depth || isSignature) flush();
    depth = line.depth;
    const isSoft = line.text.endsWith(' ') && !isSignature;
    pieces.push(isSoft && delsp ? line.text.slice(0, -1) : line.text);
    if (!isSoft) flush();
  }
  flush();
  return lines.join('\n');
}
