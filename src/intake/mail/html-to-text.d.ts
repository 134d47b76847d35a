// html-to-text 10 ships no types: only what html-body.ts uses is described.
declare module 'html-to-text' {
  export interface HtmlElement {
    readonly attribs?: { readonly alt?: string };
  }

  export interface TextBuilder {
    addInline(text: string): void;
  }

  export type Formatter = (
    element: HtmlElement,
    walk: unknown,
    builder: TextBuilder,
    options: unknown,
  ) => void;

  export interface SelectorRule {
    readonly selector: string;
    readonly format?: string;
    readonly options?: Readonly<Record<string, unknown>>;
  }

  export interface ConvertOptions {
    readonly wordwrap?: number | false;
    readonly formatters?: Readonly<Record<string, Formatter>>;
    readonly selectors?: readonly SelectorRule[];
    readonly limits?: Readonly<Record<string, number>>;
  }

  export function convert(html: string, options: ConvertOptions): string;
}
