import type { Figure } from '../../domain/figure/figure.ts';
import { figureTexts } from '../../i18n/figure-texts.ts';
import { type Html, html } from '../../util/html.ts';
import { figureDetails, figureMeaning } from '../figure-details.ts';
import { countedFigures, figureName, figureValue, partName } from '../figure-text.ts';
import type { ReportWords } from '../report-words.ts';

/** Figures as k of n, one a row; share, interval, what is usual and the definition open below it. */
export function htmlFigures(figures: readonly Figure[], words: ReportWords): Html {
  const { counted, uncounted } = countedFigures(figures, words);
  const wholes = new Set(counted.flatMap(({ code, of }) => (of === null ? [code] : [])));
  const rows = counted.map((figure, at) => {
    // The parts of a figure mean what the whole does.
    const isFirst = counted[at - 1]?.code !== figure.code;
    const isPart = figure.of !== null && wholes.has(figure.code);
    return figureHtml(figure, { isFirst, isPart }, words);
  });
  const { howToRead } = figureTexts(words.language);
  const notes = [...(uncounted === '' ? [] : [uncounted]), howToRead];
  return html`<div class="figures">\n${rows}</div>\n${notes.map((note) => html`<p class="note">${note}</p>\n`)}`;
}

interface Among {
  /** The first of its code: it says what all of them mean. */
  readonly isFirst: boolean;
  /** Its whole stands above it, and so does the name. */
  readonly isPart: boolean;
}

function figureHtml(figure: Figure, { isFirst, isPart }: Among, words: ReportWords): Html {
  const { trend } = figure;
  const against =
    trend === null ? [] : [html` <span class="note">${words.t.figureOf[trend]}</span>`];
  const meaning = isFirst ? figureMeaning(figure.code, words) : [];
  const told = [...figureDetails(figure, words), ...meaning];
  const name = isPart ? partName(figure, words) : figureName(figure, words);
  return html`<details class="${isPart ? 'part' : 'whole'}">
<summary><span>${name}</span> <span><b>${figureValue(figure, words)}</b>${against}</span></summary>
${told.map((line) => html`<p>${line}</p>`)}</details>
`;
}
