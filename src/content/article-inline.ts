/** Where a link leads: to an article of the base, or elsewhere. */
export interface SpanLink {
  /** The article's id, or null for any other target. */
  readonly article: string | null;
  /** As written. */
  readonly target: string;
}

/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly code: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: SpanLink | null;
}

type Style = Omit<Span, 'text'>;

interface Rule {
  readonly pattern: RegExp;
  readonly spans: (match: RegExpExecArray, style: Style, depth: number) => Span[];
}

const PLAIN: Style = { code: false, bold: false, italic: false, link: null };
/** Marks inside marks deeper than this stay as they are written. */
const DEEPEST = 4;
/** Not `\\`: an author who writes \\server\share outside code means two backslashes. */
const ESCAPED = /\\([*_`[\]|<#~])/g;
const ARTICLE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;
const ARTICLE_FILE = /(?:^|\/)([a-z0-9-]+)(?:\.[a-z]{2})?\.md$/;

/** One rule per mark, tried in this order where their first character stands; all are sticky. */
const RULES: readonly Rule[] = [
  {
    pattern: /(`+)(?!`)([^`]|[^`][\s\S]*?[^`])\1(?!`)/y,
    spans: ([, , code = ''], style) => [{ ...style, text: trimCode(code), code: true }],
  },
  {
    pattern: /\*\*(?=\S)([^*]+(?:\*(?!\*)[^*]+)*)(?<=\S)\*\*/y,
    spans: ([, inner = ''], style, depth) => parse(inner, { ...style, bold: true }, depth),
  },
  {
    pattern: /(?<![\p{L}\p{N}])([*_])(?=[^\s*_])([^*_]+)(?<=\S)\1(?![\p{L}\p{N}])/uy,
    spans: ([, , inner = ''], style, depth) => parse(inner, { ...style, italic: true }, depth),
  },
  {
    pattern: /!?\[([^[\]]+)\]\(([^()\s]+)\)/y,
    spans: ([, label = '', target = ''], style, depth) =>
      parse(label, { ...style, link: toLink(target) }, depth),
  },
  {
    pattern: /\[([a-z0-9-]+)\](?!\()/y,
    spans: ([whole, id = ''], style) =>
      ARTICLE_ID.test(id)
        ? [{ ...style, text: id, link: { article: id, target: id } }]
        : [{ ...style, text: whole }],
  },
  {
    pattern: /<((?:https?:\/\/|mailto:)[^<>\s]+)>|https?:\/\/[^\s<>)\]]*[^\s<>)\].,:;!?»"']/y,
    spans: ([whole, bracketed], style) => {
      const target = bracketed ?? whole;
      return [{ ...style, text: target, link: { article: null, target } }];
    },
  },
];
const STARTS = /[`*_![<]|https?:/g;

/** The spans of one paragraph, cell or heading. Marks without a partner stay as text. */
export function parseInline(text: string): Span[] {
  return mergeSpans(parse(text, PLAIN, 0));
}

/** The text of spans without their styles. */
export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}

function parse(text: string, style: Style, depth: number): Span[] {
  const spans: Span[] = [];
  const starts = new RegExp(STARTS);
  let done = 0;
  const takeTo = (end: number): void => {
    if (end > done) spans.push({ ...style, text: text.slice(done, end).replace(ESCAPED, '$1') });
  };
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const found = depth < DEEPEST ? matchAt(text, start.index) : null;
    if (found === null) continue;
    takeTo(start.index);
    spans.push(...found.rule.spans(found.match, style, depth + 1));
    done = start.index + found.match[0].length;
    starts.lastIndex = done;
  }
  takeTo(text.length);
  return spans;
}

function matchAt(text: string, at: number): { rule: Rule; match: RegExpExecArray } | null {
  if (text[at - 1] === '\\') return null;
  for (const rule of RULES) {
    // Sticky: it matches here or nowhere. The place is set before every use, so none is kept.
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match !== null) return { rule, match };
  }
  return null;
}

function toLink(target: string): SpanLink {
  const article = ARTICLE_ID.test(target) ? target : (ARTICLE_FILE.exec(target)?.[1] ?? null);
  return { article: /^[a-z]+:/.test(target) ? null : article, target };
}

function trimCode(code: string): string {
  return /^ .*\S.* $/s.test(code) ? code.slice(1, -1) : code;
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    const plain = span.link === null && last?.link === null && !span.code && !last.code;
    if (last !== undefined && plain && last.bold === span.bold && last.italic === span.italic) {
      merged[merged.length - 1] = { ...last, text: last.text + span.text };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
