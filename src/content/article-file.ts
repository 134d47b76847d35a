import type { Article } from '../domain/article.ts';

/** An article that has no file of its own as one: what an author begins to edit. */
export function articleFile(article: Article): string {
  const { backup, attribution, body } = article;
  const lines = [
    `id: ${article.id}`,
    `title: ${JSON.stringify(article.title)}`,
    `kind: ${yamlWord(article.kind)}`,
    `line: ${yamlWord(article.line)}`,
    `tags: [${article.tags.map(yamlWord).join(', ')}]`,
    `owner: ${yamlWord(article.owner)}`,
    ...(article.reviewBy === null ? [] : [`reviewBy: ${article.reviewBy}`]),
    ...(article.minutes === null ? [] : [`minutes: ${article.minutes}`]),
    `related: [${article.related.join(', ')}]`,
    `public: ${article.isPublic}`,
    ...(backup === null ? [] : ['backup:', ...backupLines(backup)]),
  ];
  // Whose text it is must stay to be read in whatever is made of it.
  const source = attribution && `\n— ${attribution.source}, ${attribution.licence}\n`;
  return `---\n${lines.join('\n')}\n---\n${body.trimEnd()}\n${source ?? ''}`;
}

/** A word as YAML reads it back: quoted unless it is plain beyond doubt. */
export function yamlWord(text: string): string {
  return PLAIN_WORD.test(text) ? text : JSON.stringify(text);
}

const PLAIN_WORD = /^(?:[1-9]\d{0,8}|(?!(?:true|false|null)$)\p{L}[\p{L}\p{N}_.-]*)$/iu;

function backupLines(backup: NonNullable<Article['backup']>): string[] {
  const { resource, where, restoreMinutes, verified, every } = backup;
  return [
    `  resource: ${JSON.stringify(resource)}`,
    `  where: ${JSON.stringify(where)}`,
    `  restoreMinutes: ${restoreMinutes}`,
    ...(verified === null ? [] : [`  verified: ${verified}`]),
    `  every: ${every}`,
  ];
}
