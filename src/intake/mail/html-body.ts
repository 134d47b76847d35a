import { type ConvertOptions, convert, type SelectorRule } from 'html-to-text';
import type { LetterWarning } from './letter.ts';

// Measured: the converter needs seconds and then overflows the stack on deeply nested markup.
const maxDepth = 200;
const maxLength = 1_000_000;

const invisible = [
  ...['head', 'title', 'style', 'script', 'noscript', 'template', 'object', 'iframe', 'svg'],
  ...[
    '[hidden]',
    '[style*="display:none"]',
    '[style*="visibility:hidden"]',
    '[style*="mso-hide:all"]',
  ],
];

const headings: readonly SelectorRule[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
  selector,
  options: { uppercase: false },
}));

/** A link that can do something else than lead to an address (javascript:, data:) is left out. */
function shownUrl(href: string): string {
  const url = href.trim();
  return /^(https?|ftp|mailto|tel):/i.test(url) ? url : '';
}

const options: ConvertOptions = {
  wordwrap: false,
  limits: { maxDepth },
  formatters: {
    // The picture itself is remote or an attachment; its description may carry the message.
    pictureText: (element, _walk, builder) => {
      const alt = element.attribs?.alt?.trim() ?? '';
      if (alt !== '') builder.addInline(`[${alt}]`);
    },
  },
  selectors: [
    {
      selector: 'a',
      options: {
        hideLinkHrefIfSameAsText: true,
        noAnchorUrl: true,
        linkBrackets: ['<', '>'],
        pathRewrite: shownUrl,
      },
    },
    { selector: 'img', format: 'pictureText' },
    {
      selector: 'tr',
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    },
    { selector: 'td', format: 'inlineSurround', options: { suffix: '  ' } },
    { selector: 'th', format: 'inlineSurround', options: { suffix: '  ' } },
    ...headings,
    ...invisible.map((selector) => ({ selector, format: 'skip' })),
  ],
};

const selfClosed = /^(br|hr|img|input|meta|link|area|base|col|wbr|p|li|tr|td|th|dt|dd|option)$/i;

function isDeeplyNested(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (selfClosed.test(name)) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Makes the ways to write a hidden style one, which the selectors above can match. */
function plainStyles(html: string): string {
  return html.replace(/style\s*=\s*(?:"[^"]*"|'[^']*')/gi, (style) =>
    style.replace(/(display|visibility|mso-hide)\s*:\s*(none|hidden|all)/gi, (_, key, value) =>
      `${key}:${value}`.toLowerCase(),
    ),
  );
}

function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|head)\b[^>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function tidy(text: string): string {
  const lines = text.replaceAll('\u00A0', ' ').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The charset named in a meta element at the beginning of an HTML part, or null. */
export function metaCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(start)?.[1] ?? null;
}

/**
 * HTML as text for reading: no scripts, styles, hidden elements or remote things; links show their
 * real address. Markup that would cost too much is shown with its tags cut out. Never throws.
 */
export function htmlText(html: string): {
  text: string;
  warnings: LetterWarning[];
} {
  const warnings: LetterWarning[] = html.length > maxLength ? ['html-truncated'] : [];
  const shortened = html.slice(0, maxLength);
  if (!isDeeplyNested(shortened)) {
    try {
      return { text: tidy(convert(plainStyles(shortened), options)), warnings };
    } catch {
      // Fall through: text with its layout lost is better than no text.
    }
  }
  return {
    text: tidy(withoutTags(shortened)),
    warnings: [...warnings, 'html-simplified'],
  };
}
