import type { Language } from '../domain/vocabulary.ts';
import { reportTexts } from '../i18n/report-texts.ts';
import { htmlPage } from '../report/html/html-page.ts';
import { htmlView } from '../report/html/html-view.ts';
import { toMarkdown } from '../report/to-markdown.ts';
import { toPlainText } from '../report/to-plain-text.ts';
import type { ReportView } from '../report/view.ts';
import type { CommandInput } from './command-input.ts';
import type { Session } from './session.ts';
import { writeOut } from './write-out.ts';

/** A document for people, and the same for programs. */
export interface WrittenView {
  readonly view: ReportView;
  readonly json: unknown;
  readonly language: Language;
}

/** Writes a document in the form that was asked for, to where it was asked for. */
export function writeView(session: Session, input: CommandInput, written: WrittenView): void {
  const { view, json, language } = written;
  const { output } = session;
  const format = input.value('format') ?? (output.isJson ? 'json' : 'md');
  const out = input.value('out');
  const { none } = reportTexts(language);
  if (format === 'json' && out === undefined) return output.json(json);
  writeOut(session, textOf(format), out);

  function textOf(wanted: string): string {
    if (wanted === 'json') return `${JSON.stringify(json, null, 2)}\n`;
    if (wanted === 'text') return toPlainText(view, none);
    if (wanted === 'md') return toMarkdown(view, none);
    return htmlPage({ title: view.title, lang: language, body: htmlView(view, none) });
  }
}
