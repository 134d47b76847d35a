import {
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, join, sep } from 'node:path';
import { type ArticleProblem, articleProblem, fileStart } from './article-problem.ts';
import { decodeArticle } from './article-text.ts';

/** A Markdown file of a folder of articles, whatever is in it. */
export interface ArticleText {
  readonly file: string;
  /** From the folder, with `/`. */
  readonly name: string;
  readonly text: string;
}

/** What lies in a folder of articles. */
export interface ArticleFolder {
  readonly folder: string;
  readonly texts: readonly ArticleText[];
  /** Everything else, pictures above all: names from the folder, with `/`. */
  readonly others: readonly string[];
  readonly problems: readonly ArticleProblem[];
}

const LARGEST_FILE = 1_000_000;
/** Word lists of the search, which are no articles. */
const NO_ARTICLES = ['thesaurus'];

/** Reads everything below a folder and follows no link out of it. A missing folder is empty. */
export function readArticleFolder(folder: string): ArticleFolder {
  const texts: ArticleText[] = [];
  const others: string[] = [];
  const problems: ArticleProblem[] = [];
  for (const name of namesBelow(folder, '', problems)) {
    const file = join(folder, name);
    const trouble = troubleOf(folder, file);
    if (trouble !== null) problems.push(trouble);
    else if (!name.endsWith('.md')) others.push(name);
    else if (basename(name).toLowerCase() !== 'readme.md') {
      const text = readText(file);
      if (typeof text === 'string') texts.push({ file, name, text });
      else problems.push(text);
    }
  }
  return { folder, texts, others, problems };
}

/** Names of files and links in a fixed order; hidden ones and word lists left out. */
function namesBelow(folder: string, below: string, problems: ArticleProblem[]): string[] {
  const at = join(folder, below);
  return entriesOf(at, problems)
    .filter(({ name }) => !name.startsWith('.'))
    .filter(({ name }) => below !== '' || !NO_ARTICLES.includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? namesBelow(folder, name, problems) : [name];
    });
}

function entriesOf(folder: string, problems: ArticleProblem[]): Dirent[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(unreadable(folder, error));
    return [];
  }
}

function troubleOf(folder: string, file: string): ArticleProblem | null {
  try {
    if (lstatSync(file).isSymbolicLink()) {
      const target = realpathSync(file);
      if (!`${target}${sep}`.startsWith(`${realpathSync(folder)}${sep}`)) {
        return articleProblem(file, fileStart, 'symlink-escapes', { target });
      }
    }
    const stat = statSync(file);
    const { size } = stat;
    if (!file.endsWith('.md')) return null;
    // Reading a pipe or a device would never end.
    if (!stat.isFile()) return unreadable(file, 'no file');
    if (size <= LARGEST_FILE) return null;
    const params = { size: megabytes(size), most: megabytes(LARGEST_FILE) };
    return articleProblem(file, fileStart, 'too-large', params);
  } catch (error) {
    return unreadable(file, error);
  }
}

function readText(file: string): string | ArticleProblem {
  try {
    return decodeArticle(file, readFileSync(file));
  } catch (error) {
    return unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): ArticleProblem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return articleProblem(file, fileStart, 'file-not-readable', { reason });
}

function megabytes(size: number): number {
  return Math.round(size / 100_000) / 10;
}
