import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlReport } from '../../../src/report/html/html-report.ts';
import { chromiumPath, faintTexts, openFile, startBrowser } from './browser.ts';
import { hostileReport, sampleReport } from './sample-shift-report.ts';

const name = 'a report in a browser';

describe.skipIf(chromiumPath === null)(
  chromiumPath === null ? `${name}: no Chromium here` : name,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'smena-html-'));
    let browser: Browser;

    beforeAll(async () => {
      browser = await startBrowser();
    });

    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    });

    function saved(file: string, page: string): string {
      const path = join(folder, file);
      writeFileSync(path, page);
      return pathToFileURL(path).href;
    }

    test('opens from a disk, asks for nothing and complains of nothing', async () => {
      const address = saved('plain.html', htmlReport(sampleReport(), 'ru'));
      const { page, asked, complaints } = await openFile(browser, address);
      expect(await page.title()).toContain('22 ноября 2026');
      const text = await page.innerText('body');
      for (const said of ['SM-1042', '44 из 47', 'Днём упал шлюз VPN', 'Анна Белова', 'Олег Ким']) {
        expect(text).toContain(said);
      }
      expect(await page.locator('svg').count()).toBe(5);
      expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
      await page.close();
    });

    test('whatever people are called, no script runs and the names are read as they are', async () => {
      const address = saved('hostile.html', htmlReport(hostileReport(), 'ru'));
      const { page, asked, complaints } = await openFile(browser, address);
      expect(await page.evaluate('window.ran === undefined')).toBe(true);
      expect(await page.locator('script, img, iframe, object, link').count()).toBe(0);
      const text = await page.innerText('body');
      expect(text).toContain('<script>window.ran = 1</script>');
      expect(text).toContain('"><img src=x onerror="window.ran = 2">');
      expect(text).toContain('\\u{202e}');
      // Ten thousand letters without a space do not push the page aside.
      const isWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await page.evaluate(isWide)).toBe(false);
      expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
      await page.close();
    });

    test('can be read by day, by night and on paper', async () => {
      const address = saved('light.html', htmlReport(sampleReport(), 'en'));
      const { page } = await openFile(browser, address);
      await page.evaluate(
        'document.querySelectorAll("details").forEach((one) => { one.open = true; })',
      );
      const paper = 'getComputedStyle(document.body).backgroundColor';
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await page.evaluate(paper)).toBe('rgb(20, 23, 26)');
      expect(await faintTexts(page, 4.5)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await faintTexts(page, 4.5)).toEqual([]);
      // At night a report is printed black on white, too.
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate(paper)).toBe('rgb(255, 255, 255)');
      expect(await faintTexts(page, 4.5)).toEqual([]);
      expect(await page.isVisible('.sign')).toBe(true);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await page.close();
    });
  },
);
