import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DeskProblem } from '../../content/desk/desk-problem.ts';
import { type LoadedPack, loadPack } from '../../content/desk/load-pack.ts';
import { aboutOf } from '../../content/own-article.ts';
import { articleKinds } from '../../domain/article.ts';
import { type Language, languages } from '../../domain/vocabulary.ts';
import { BugError } from '../../util/must.ts';
import { sha256 } from '../../util/sha256.ts';
import type { ArticleName, ReadRules, ServerRules } from '../core/server-rules.ts';

const ARTICLE_ID = /^[a-z0-9][a-z0-9-]*$/;

/** The rules that come with the program, below `content`: where kb/ and templates/ lie. */
export function loadRules(content: string): ServerRules {
  const shipped = join(content, 'templates/desk/default');
  const pack = loadPack([shipped]);
  if (!pack.ok) throw new BugError(`shipped pack: ${pack.problems.map(problemLine).join('; ')}`);
  return {
    shipped: pack.pack.desk,
    packOf: (files) => toRules(loadPack([files, shipped])),
    aboutOf: ({ id, lang }, text) => (isLanguage(lang) ? aboutOf({ id, lang }, text) : null),
    shippedArticle: (name) => shippedArticle(join(content, 'kb'), name),
  };
}

function toRules(loaded: LoadedPack): ReadRules {
  if (!loaded.ok) return { ok: false, problems: loaded.problems.map(problemLine) };
  const { desk, renames } = loaded.pack;
  return { ok: true, desk, renames };
}

function problemLine({ file, line, column, path, code }: DeskProblem): string {
  return `${basename(file)}:${line}:${column} ${path} ${code}`;
}

function shippedArticle(folder: string, { id, lang }: ArticleName) {
  if (!ARTICLE_ID.test(id) || !isLanguage(lang)) return null;
  const paths = articleKinds.map((kind) => join(folder, kind, `${id}.${lang}.md`));
  const file = paths.find((path) => existsSync(path));
  if (file === undefined) return null;
  const text = readFileSync(file, 'utf8');
  return { about: aboutOf({ id, lang }, text), hash: sha256(text) };
}

function isLanguage(lang: string): lang is Language {
  return languages.some((known) => known === lang);
}
