import { articleKinds } from '../../domain/article.ts';
import { languages } from '../../domain/vocabulary.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';

const lang: OptionSpec = { flags: '--article-lang <code>', choices: languages };
const reason: OptionSpec = { flags: '--reason <text>' };
const note: OptionSpec = { flags: '--note <text>' };
const ticket: OptionSpec = { flags: '--ticket <ref>' };

/** Writing articles and deciding about them. */
export const articleLifeSpecs: readonly CommandSpec[] = [
  {
    name: 'edit',
    args: ['<article>'],
    options: [lang, { flags: '--from <file>' }, { flags: '--base <n>' }, note],
    load: async () => (await import('../commands/kb-edit.ts')).kbEdit,
  },
  {
    name: 'draft',
    options: [
      ticket,
      { flags: '--query <text>' },
      { flags: '--kind <kind>', choices: articleKinds },
      { flags: '--id <name>' },
      lang,
    ],
    load: async () => (await import('../commands/kb-draft.ts')).kbDraft,
  },
  {
    name: 'submit',
    args: ['<article>', '[number]'],
    options: [lang],
    load: async () => (await import('../commands/kb-review.ts')).kbSubmit,
  },
  {
    name: 'accept',
    args: ['<article>', '[number]'],
    options: [lang, note],
    load: async () => (await import('../commands/kb-review.ts')).kbAccept,
  },
  {
    name: 'send-back',
    args: ['<article>', '[number]'],
    options: [lang, reason],
    load: async () => (await import('../commands/kb-review.ts')).kbSendBack,
  },
  {
    name: 'archive',
    args: ['<article>'],
    options: [lang, reason],
    load: async () => (await import('../commands/kb-review.ts')).kbArchive,
  },
  {
    name: 'renew',
    args: ['<article>'],
    options: [lang, { flags: '--until <day>' }],
    load: async () => (await import('../commands/kb-review.ts')).kbRenew,
  },
  {
    name: 'restore',
    args: ['<article>', '<number>'],
    options: [lang],
    load: async () => (await import('../commands/kb-review.ts')).kbRestore,
  },
  {
    name: 'verify',
    args: ['<article>'],
    options: [lang, { flags: '--on <day>' }, { flags: '--minutes <n>' }],
    load: async () => (await import('../commands/kb-review.ts')).kbVerify,
  },
  {
    name: 'versions',
    args: ['<article>'],
    options: [lang],
    load: async () => (await import('../commands/kb-versions.ts')).kbVersions,
  },
  {
    name: 'diff',
    args: ['<article>', '[from]', '[to]'],
    options: [lang],
    load: async () => (await import('../commands/kb-versions.ts')).kbDiff,
  },
];

/** What waits, what is used, what is missing, and what readers say. */
export const articleListSpecs: readonly CommandSpec[] = [
  { name: 'reviews', load: async () => (await import('../commands/kb-lists.ts')).kbReviews },
  {
    name: 'overdue',
    options: [{ flags: '--line <code>' }],
    load: async () => (await import('../commands/kb-lists.ts')).kbOverdue,
  },
  {
    name: 'backups',
    options: [{ flags: '--stale' }],
    load: async () => (await import('../commands/kb-lists.ts')).kbBackups,
  },
  {
    name: 'popular',
    options: [{ flags: '--limit <n>' }],
    load: async () => (await import('../commands/kb-lists.ts')).kbPopular,
  },
  {
    name: 'missing',
    options: [{ flags: '--times <n>' }, { flags: '--settle <query>' }],
    load: async () => (await import('../commands/kb-lists.ts')).kbMissing,
  },
  {
    name: 'mark',
    args: ['<article>', '<mark...>'],
    options: [ticket, lang],
    load: async () => (await import('../commands/kb-marks.ts')).kbMark,
  },
  {
    name: 'rate',
    args: ['<article>', '<stars>'],
    options: [lang],
    load: async () => (await import('../commands/kb-marks.ts')).kbRate,
  },
  {
    name: 'favourite',
    args: ['<article>'],
    options: [lang],
    load: async () => (await import('../commands/kb-marks.ts')).kbFavourite,
  },
  {
    name: 'export',
    args: ['<dir>'],
    options: [{ flags: '--all' }, { flags: '--public' }],
    load: async () => (await import('../commands/kb-export.ts')).kbExport,
  },
];
