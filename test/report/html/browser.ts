import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [
  process.env['SMENA_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a browser is installed, or null: then what needs one is skipped by name. */
export const chromiumPath = places.find((path) => path && existsSync(path)) ?? null;

/** Starts the browser. As root it has no sandbox of its own, and the pages here fetch nothing. */
export function startBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium here');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumPath, args });
}

/** A page that writes down whatever it asked for and whatever it complained of. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses other than the page's own. */
  readonly asked: string[];
  readonly complaints: string[];
}

/** Opens a file; every request of it but the first is refused. */
export async function openFile(browser: Browser, address: string): Promise<WatchedPage> {
  const page = await browser.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === address) return route.continue();
    asked.push(url);
    return route.abort();
  });
  await page.goto(address);
  return { page, asked, complaints };
}

/** Texts of the page with less contrast to what lies under them than asked for. */
export function faintTexts(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(${FAINT})(${least})`);
}

// The page's own language: this file is checked without the types of a browser.
const FAINT = `(least) => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((n) => n / 255)
      .map((n) => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== 'transparent' && numbers(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || element.closest('title, desc, style')) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(element instanceof SVGElement ? style.fill : style.color), light(under(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < least) found.push(ratio.toFixed(2) + ' ' + node.data.trim().slice(0, 40));
  }
  return found;
}`;
