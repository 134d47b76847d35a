import { audiences, languages } from '../../domain/vocabulary.ts';
import type { CommandSpec, OptionSpec } from '../command-spec.ts';
import { articleLifeSpecs, articleListSpecs } from './kb-specs.ts';

const dryRun: OptionSpec = { flags: '--dry-run' };
const limit: OptionSpec = { flags: '--limit <n>' };
const filling: readonly OptionSpec[] = [
  { flags: '--ticket <ref>' },
  { flags: '--set <name=value>', isMany: true },
];

/** What goes with a ticket: letters on their way, unfinished texts, files. */
export const besideSpecs: readonly CommandSpec[] = [
  {
    name: 'delivery',
    commands: [
      { name: 'list', load: async () => (await import('../commands/delivery.ts')).listDeliveries },
      {
        name: 'sent',
        args: ['<ref>'],
        load: async () => (await import('../commands/delivery.ts')).markSent,
      },
      {
        name: 'retry',
        args: ['<ref>'],
        load: async () => (await import('../commands/delivery.ts')).retryDelivery,
      },
    ],
  },
  {
    name: 'draft',
    commands: [
      { name: 'list', load: async () => (await import('../commands/draft.ts')).draftList },
      {
        name: 'show',
        args: ['<id>'],
        load: async () => (await import('../commands/draft.ts')).draftShow,
      },
      {
        name: 'drop',
        args: ['<id>'],
        load: async () => (await import('../commands/draft.ts')).draftDrop,
      },
    ],
  },
  {
    name: 'attachment',
    commands: [
      {
        name: 'list',
        args: ['<ref>'],
        load: async () => (await import('../commands/attachment.ts')).attachmentList,
      },
      {
        name: 'cat',
        args: ['<ref>', '<file>'],
        load: async () => (await import('../commands/attachment.ts')).attachmentCat,
      },
      {
        name: 'save',
        args: ['<ref>', '<file>', '[path]'],
        load: async () => (await import('../commands/attachment.ts')).attachmentSave,
      },
    ],
  },
];

/** Articles and scripted replies. */
export const contentSpecs: readonly CommandSpec[] = [
  {
    name: 'kb',
    commands: [
      {
        name: 'search',
        args: ['[words...]'],
        options: [limit, { flags: '--stdin' }, { flags: '--why' }],
        load: async () => (await import('../commands/kb-search.ts')).kbSearch,
      },
      {
        name: 'import',
        args: ['[path]'],
        options: [{ flags: '--replace' }, { flags: '--reset' }],
        load: async () => (await import('../commands/kb-import.ts')).kbImport,
      },
      {
        name: 'forget',
        load: async () => (await import('../commands/kb.ts')).kbForget,
      },
      {
        name: 'show',
        args: ['<article>'],
        options: [{ flags: '--article-lang <code>', choices: languages }],
        load: async () => (await import('../commands/kb.ts')).kbShow,
      },
      {
        name: 'check',
        args: ['[path]'],
        load: async () => (await import('../commands/kb-check.ts')).kbCheck,
      },
      {
        name: 'new',
        args: ['<kind>', '<id>'],
        options: [{ flags: '--to <dir>' }],
        load: async () => (await import('../commands/kb-new.ts')).kbNew,
      },
      ...articleLifeSpecs,
      ...articleListSpecs,
    ],
  },
  {
    name: 'lint',
    options: [
      { flags: '--audience <code>', choices: audiences },
      { flags: '--channel <code>', choices: ['mail', 'chat', 'phone'] },
      { flags: '--kind <code>' },
      { flags: '--customer <name>' },
      { flags: '--tz <zone>' },
      { flags: '--context <file>' },
      { flags: '--batch' },
      { flags: '--add-word <word>' },
    ],
    load: async () => (await import('../commands/lint.ts')).lintInput,
  },
  {
    name: 'template',
    commands: [
      {
        name: 'list',
        options: [{ flags: '--situation <code>' }],
        load: async () => (await import('../commands/template.ts')).templateList,
      },
      {
        name: 'show',
        args: ['<template>', '[ref]'],
        options: filling,
        load: async () => (await import('../commands/template.ts')).templateShow,
      },
      {
        name: 'render',
        args: ['<template>', '[ref]'],
        options: [...filling, { flags: '--copy' }, { flags: '--print' }],
        load: async () => (await import('../commands/template.ts')).templateRender,
      },
      {
        name: 'check',
        args: ['[path...]'],
        load: async () => (await import('../commands/template-check.ts')).templateCheck,
      },
      {
        name: 'report',
        options: [{ flags: '--days <n>' }],
        load: async () => (await import('../commands/template-report.ts')).templateUseReport,
      },
    ],
  },
];

/** What comes in from outside, and the demo desk. */
export const intakeSpecs: readonly CommandSpec[] = [
  {
    name: 'import',
    commands: [
      {
        name: 'mail',
        args: ['<path...>'],
        options: [dryRun, { flags: '--watch' }],
        load: async () => (await import('../commands/import.ts')).importMailFiles,
      },
      {
        name: 'csv',
        args: ['<file>'],
        options: [{ flags: '--mapping <file>' }, dryRun],
        load: async () => (await import('../commands/import.ts')).importCsvFile,
      },
      {
        name: 'jsonl',
        args: ['<file>'],
        options: [dryRun],
        load: async () => (await import('../commands/import.ts')).importJsonlFile,
      },
      {
        name: 'undo',
        args: ['<id>'],
        load: async () => (await import('../commands/import.ts')).undoImportById,
      },
    ],
  },
  {
    name: 'demo',
    options: [{ flags: '--seed <n>' }, { flags: '--tickets <n>' }, { flags: '--remove' }],
    load: async () => (await import('../commands/demo.ts')).demo,
  },
];

/** The store, the configuration, the shell. */
export const upkeepSpecs: readonly CommandSpec[] = [
  { name: 'doctor', load: async () => (await import('../commands/store.ts')).doctor },
  { name: 'verify', load: async () => (await import('../commands/store.ts')).verify },
  {
    name: 'backup',
    args: ['[file]'],
    load: async () => (await import('../commands/store.ts')).backup,
  },
  {
    name: 'restore',
    args: ['[file]'],
    load: async () => (await import('../commands/store.ts')).restore,
  },
  {
    name: 'config',
    commands: [
      { name: 'list', load: async () => (await import('../commands/config.ts')).configList },
      {
        name: 'get',
        args: ['<key>'],
        load: async () => (await import('../commands/config.ts')).configGet,
      },
      {
        name: 'set',
        args: ['<key>', '<value>'],
        load: async () => (await import('../commands/config.ts')).configSet,
      },
      {
        name: 'unset',
        args: ['<key>'],
        load: async () => (await import('../commands/config.ts')).configUnset,
      },
      { name: 'path', load: async () => (await import('../commands/config.ts')).configPath },
      { name: 'edit', load: async () => (await import('../commands/config.ts')).configEdit },
    ],
  },
  {
    name: 'completion',
    args: ['<shell>'],
    load: async () => (await import('../commands/completion.ts')).completion,
  },
];
