/** An element, a text between elements, or the end of an element. */
interface Mark {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEnd: boolean;
  readonly isClosed: boolean;
}

/** Elements that have no end in HTML. */
const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);
const MARK = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*="[^"<>]*")*)\s*(\/?)>/;
const ATTRIBUTE = /([a-zA-Z][a-zA-Z0-9:-]*)="([^"]*)"/g;
const ENTITY = /^&(?:amp|lt|gt|quot|#39);/;

/**
 * What is wrong with markup, read more strictly than a browser would: every sign `<` and `&` has to
 * belong to a mark, every attribute to stand in quotation marks, every element to end where it began.
 */
export function markupProblems(markup: string): readonly string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const mark of marksOf(markup, (problem) => problems.push(problem))) {
    if (VOID.has(mark.tag) || mark.isClosed) continue;
    if (!mark.isEnd) {
      open.push(mark.tag);
      continue;
    }
    const last = open.pop();
    if (last !== mark.tag) problems.push(`</${mark.tag}> ends <${last ?? 'nothing'}>`);
  }
  return [...problems, ...open.map((tag) => `<${tag}> has no end`)];
}

/** The elements of markup with their attributes, in the order in which they begin. */
export function elementsOf(markup: string, tag: string): readonly ReadonlyMap<string, string>[] {
  return [...marksOf(markup, () => {})]
    .filter((mark) => mark.tag === tag && !mark.isEnd)
    .map(({ attributes }) => attributes);
}

function* marksOf(markup: string, tell: (problem: string) => void): Generator<Mark> {
  const text = markup.replace(/^<!doctype html>/, '');
  for (let at = text.search(/[<&]/); at >= 0 && at < text.length; ) {
    const rest = text.slice(at);
    const found = rest[0] === '&' ? ENTITY.exec(rest) : MARK.exec(rest);
    if (!found) tell(`no mark: ${JSON.stringify(rest.slice(0, 40))}`);
    const size = found?.[0].length ?? 1;
    const mark = rest[0] === '<' && found ? markOf(found) : null;
    if (mark) yield mark;
    // What stands in a style is no markup.
    const end = mark?.tag === 'style' && !mark.isEnd ? rest.indexOf('</style>') : size;
    const next = rest.slice(end).search(/[<&]/);
    if (next < 0) return;
    at += end + next;
  }
}

function markOf([, slash, tag, attributes, closed]: RegExpExecArray): Mark {
  const named = [...(attributes ?? '').matchAll(ATTRIBUTE)];
  return {
    tag: tag ?? '',
    attributes: new Map(named.map(([, name, value]) => [name ?? '', value ?? ''])),
    isEnd: slash === '/',
    isClosed: closed === '/',
  };
}
