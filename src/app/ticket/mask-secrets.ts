/** A text whose secrets are hidden, and how many were. */
export interface Masked {
  readonly text: string;
  readonly masked: number;
}

const MARK = '***';
/** A value: quoted, or up to the next space or separator of arguments. */
const VALUE = String.raw`("[^"\n]*"|'[^'\n]*'|[^\s"'&,;]+)`;
const NAMES = String.raw`(?:[\w.-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)|парол[ья])`;

/** Each pattern keeps what stands before the secret in its first group. */
const PATTERNS: readonly RegExp[] = [
  /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(?=-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /(\b(?:Bearer|Basic)\s+)[\w.~+/=-]{8,}/gi,
  new RegExp(String.raw`(${NAMES}["']?\s*[=:]\s*)(?!\*\*\*)(?!(?:Bearer|Basic)\b)${VALUE}`, 'giu'),
  // `--password VALUE`, `-pVALUE` of mysql is too short to be told from other options.
  new RegExp(String.raw`(--?${NAMES}\s+)(?!-|\*\*\*)${VALUE}`, 'giu'),
  /(\b[a-z][\w+.-]*:\/\/[^\s:/@]*:)[^\s@/]+(?=@)/gi,
  // Keys whose form says what they are: GitHub, GitLab, Slack, AWS, Google, npm, ours, JWT.
  /()\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\w-]{30,}|npm_\w{30,}|smena_pat_\w{16,}|sk-[\w-]{20,})/g,
  /()\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*/g,
];

/** Hides passwords, tokens, keys and credentials in addresses; everything else stays as it is. */
export function maskSecrets(text: string): Masked {
  let masked = 0;
  const hidden = PATTERNS.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (_found, before: string) => {
        masked += 1;
        return `${before}${MARK}`;
      }),
    text,
  );
  return { text: hidden, masked };
}

const COLOURS = /\u001b\[[\d;]*m/g;

/**
 * The output of a program as a note: without colours, secrets hidden, and folded as a block of
 * code when it has several lines. The fence is longer than any the output holds itself.
 */
export function foldOutput(output: string): Masked {
  const { text, masked } = maskSecrets(output.replace(COLOURS, ''));
  if (!text.includes('\n')) return { text, masked };
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return { text: `${fence}\n${text}\n${fence}`, masked };
}
