import type { ArticleKind } from '../domain/article.ts';
import { ownerLines } from '../domain/article-owner.ts';
import type { Language } from '../domain/vocabulary.ts';
import { yamlWord } from './article-file.ts';
import { opensSection, requiredSections, type Section } from './article-sections.ts';

/** What is known of an article before anybody has written it; empty texts leave empty sections. */
export interface ArticleDraft {
  readonly id: string;
  readonly lang: Language;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly line: string;
  readonly tags: readonly string[];
  readonly reviewBy: string;
  /** What was seen, in the words of those who saw it. */
  readonly symptom: string;
  /** Codes and messages of the symptom, as the screen shows them. */
  readonly codes: readonly string[];
  readonly cause: string;
  readonly fix: string;
  readonly check: string;
  /** What the customer was told. */
  readonly told: string;
}

const cause: Section = { name: { ru: 'Причина', en: 'Cause' } };
const table: Readonly<Record<Language, string>> = {
  ru: '| Текст | Причина | Что дальше |\n|---|---|---|',
  en: '| Message | Cause | What next |\n|---|---|---|',
};

/** Markdown with every section that the kind asks for, filled as far as something is known. */
export function draftMarkdown(draft: ArticleDraft): string {
  const [first, ...rest] = requiredSections[draft.kind];
  const sections = first === undefined ? [cause] : [first, cause, ...rest];
  const parts = sections.map((section) => {
    const text = textOf(section, draft).trim();
    return `## ${section.name[draft.lang]}\n${text === '' ? '' : `${text}\n`}`;
  });
  return `${frontMatter(draft)}\n${parts.join('\n')}`;
}

function frontMatter({ id, title, kind, line, tags, reviewBy }: ArticleDraft): string {
  const [owner] = ownerLines({ owner: '', kind });
  const lines = [
    `id: ${id}`,
    `title: ${JSON.stringify(title)}`,
    `kind: ${kind}`,
    `line: ${yamlWord(line)}`,
    `tags: [${tags.map(yamlWord).join(', ')}]`,
    `owner: ${owner === undefined ? 'lead' : `line-${owner}`}`,
    `reviewBy: ${reviewBy}`,
    'public: false',
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

function textOf(section: Section, draft: ArticleDraft): string {
  const isNamed = (...names: readonly string[]) =>
    names.some((name) => opensSection(name, section));
  if (section === cause) return draft.cause;
  if (section === requiredSections[draft.kind][0]) return symptomText(draft);
  if (isNamed('Fix', 'Restore', 'The answer')) return draft.fix;
  if (isNamed('Verify')) return draft.check;
  return isNamed('What to tell the customer') ? draft.told : '';
}

function symptomText({ kind, lang, symptom, codes, cause: why, fix }: ArticleDraft): string {
  const shown = codes.map((code) => `\`${code}\``);
  const quoted = symptom === '' ? '' : symptom.replace(/^/gm, '> ').replace(/[ ]+$/gm, '');
  if (kind !== 'symptom-tree') return [shown.join(', '), quoted].filter(Boolean).join('\n\n');
  const rows = shown.map((code) => `| ${[code, cell(why), cell(fix)].join(' | ')} |`);
  return [[table[lang], ...rows].join('\n'), quoted].filter(Boolean).join('\n\n');
}

/** The first line of a text, fit for a cell of a table. */
function cell(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').replaceAll('|', '\\|');
}
