import type { ArticleTokens } from '../../domain/article.ts';
import { latinCompounds } from '../index-text.ts';
import { type Segment, segmentText, segmentTokens } from '../segment.ts';
import { normalizeWord, type Stemmer } from '../word.ts';

/** Raise when articles are split into words otherwise: every base is then indexed anew. */
export const TOKENS_VERSION = 1;

/** What of an article is searched. */
export interface ArticleText {
  readonly title: string;
  readonly tags: readonly string[];
  readonly section: string | null;
  readonly text: string;
}

/** The first words of an article say in other words what its title says. */
const LEAD_WORDS = 60;
const HEADING = /^#{1,6}\s/;
/** A word met so often is what the article is about. */
const OFTEN = 3;
/** A longer text is a log that somebody pasted; its words past this place are not indexed. */
const LONGEST_TEXT = 400_000;
const LONGEST_FORM = 40;

/** Splits an article into the columns of the index. */
export function articleTokens(article: ArticleText, stemmer: Stemmer): ArticleTokens {
  const forms = new Map<string, string>();
  const read = (text: string) => readTokens(text, stemmer, forms);
  const text = article.text.slice(0, LONGEST_TEXT);
  const body = read(text);
  const times = new Map<string, number>();
  for (const token of body) times.set(token, (times.get(token) ?? 0) + 1);
  const headings = text.split('\n').filter((line) => HEADING.test(line));
  const lead = new Set([...body.slice(0, LEAD_WORDS), ...headings.flatMap(read)]);
  const often = [...times].filter(([, count]) => count >= OFTEN).map(([token]) => token);
  const columns = {
    title: read(article.title).join(' '),
    tags: read([...article.tags, article.section ?? ''].join('\n')).join(' '),
    lead: [...lead].join(' '),
    body: [...times.keys()].join(' '),
    often: often.join(' '),
  };
  return { columns, forms };
}

function readTokens(text: string, stemmer: Stemmer, forms: Map<string, string>): string[] {
  const tokens: string[] = [];
  for (const segment of segmentText(text)) {
    tokens.push(...segmentTokens(segment, stemmer));
    keepForm(segment, stemmer, forms);
  }
  tokens.push(...latinCompounds(text, stemmer));
  return tokens;
}

/** Codes are not words: a code one digit away is another code. */
function keepForm(segment: Segment, stemmer: Stemmer, forms: Map<string, string>): void {
  if (segment.kind !== 'word') return;
  const form = normalizeWord(segment.text);
  if (form.length <= LONGEST_FORM) forms.set(form, stemmer.stem(form));
}
