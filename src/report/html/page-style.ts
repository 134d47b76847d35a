/**
 * How a page looks: on a screen by day and by night, and on paper. Colours are told twice, by a word
 * or a sign and by themselves, so that a black and white print says the same.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --quiet: #57606a; --rule: #d8dee4; --alarm: #a40000; --soft: #f5f7f9;
  --chart-1: #1f5a8c; --chart-2: #a3bfd6; --chart-quiet: var(--quiet); --chart-grid: var(--rule);
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --ink: #e6e8ea; --quiet: #a2acb6; --rule: #363e46; --alarm: #ff8f87; --soft: #1c2126;
    --chart-1: #6cb0ea; --chart-2: #3b5d79;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
}
h1 { margin: 0 0 .6rem; font-size: 1.6rem; line-height: 1.25; font-weight: 650; }
h2 { margin: 0 0 .5rem; font-size: 1.1rem; font-weight: 650; }
h3 { margin: 1rem 0 .3rem; font-size: 1rem; font-weight: 650; }
p, ul, ol, dl { margin: .35rem 0; }
header ul { padding: 0; list-style: none; color: var(--quiet); }
section { margin-top: 1.6rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
section.empty { display: flex; gap: .8rem; align-items: baseline; margin-top: .7rem; padding-top: .5rem; color: var(--quiet); }
section.empty h2 { margin: 0; font-weight: 500; font-size: 1rem; }
section.empty p { margin: 0; }
.red h2 { color: var(--alarm); }
.entries { padding: 0; list-style: none; }
.entries > li { margin: .25rem 0; padding-left: 1rem; text-indent: -1rem; }
.entries p, .entries ul { text-indent: 0; }
.red .entries > li { margin: .6rem 0; padding: .1rem 0 .1rem 1.8rem; border-left: 3px solid var(--alarm); }
.entries p { margin: 0 0 0 -1rem; font-weight: 600; }
.entries ul { margin: .1rem 0 .6rem -1rem; padding: 0; list-style: none; }
.prose { white-space: pre-wrap; }
pre { overflow-x: auto; font: .85rem/1.2 ui-monospace, "DejaVu Sans Mono", monospace; }
.note, figcaption, summary { color: var(--quiet); font-size: .92em; }
.table { margin: .5rem 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .92em; }
th, td { padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); min-width: 4.2em; }
th { font-weight: 500; }
thead th { color: var(--quiet); font-size: .9em; overflow-wrap: normal; }
.number { min-width: 0; text-align: right; white-space: nowrap; overflow-wrap: normal; }
figure { margin: 1.2rem 0; }
figcaption { margin-bottom: .4rem; color: var(--ink); font-weight: 600; }
svg { display: block; overflow: visible; max-width: 100%; height: auto; }
summary { cursor: pointer; }
details p { margin: .2rem 0; }
.figures details { padding: .25rem 0; border-bottom: 1px solid var(--rule); }
.figures summary { display: grid; grid-template-columns: 5fr 7fr 1em; column-gap: 1rem; color: var(--ink); font-size: 1em; list-style: none; }
.figures summary::-webkit-details-marker { display: none; }
.figures summary::after { content: "?"; color: var(--quiet); }
.figures .part summary > :first-child { padding-left: 1.2rem; color: var(--quiet); }
.figures details p { margin-left: 1.2rem; max-width: 36rem; font-size: .92em; }
.sign { display: none; }
:focus-visible { outline: 2px solid var(--chart-1); outline-offset: 2px; }
@media screen and (max-width: 40rem) {
  figure { overflow-x: auto; }
  table { min-width: 36rem; }
  svg { width: 36rem; max-width: none; }
}
@page { size: A4; margin: 14mm 15mm 16mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.4; }
  section { margin-top: 5mm; padding-top: 3mm; }
  h2, h3, figcaption, thead { break-after: avoid; }
  thead { display: table-header-group; }
  tr, figure, .figures details, .entries > li, section.empty { break-inside: avoid; }
  .table { overflow: visible; }
  figure details { display: none; }
  .figures summary::after { content: none; }
  svg { width: 100%; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .sign { display: flex; gap: 10mm; margin-top: 10mm; break-inside: avoid; }
  .sign p { flex: 1; padding-top: 1mm; border-top: 1px solid var(--ink); color: var(--quiet); font-size: 8pt; }
}
`;
