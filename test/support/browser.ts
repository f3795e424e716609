import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe, it } from 'vitest';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const howToGetOne =
  'no Chromium here: run "apt-get install chromium", or set CHROMIUM to the path of a Chromium or Chrome';

/** Path of a Chromium on this machine: the one `CHROMIUM` names, or one in a usual place. */
export function browserPath(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return places.find((place) => existsSync(place));
}

/** Starts headless Chromium. Whoever starts it closes it. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === undefined) throw new Error(howToGetOne);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A suite that needs a browser. Without one it is skipped under a name that says how to get one; on CI, where one
 * belongs to the machine, a missing browser fails.
 */
export function describeInBrowser(name: string, suite: () => void): void {
  const isMissing = browserPath() === undefined;
  if (isMissing && process.env.CI === 'true') {
    it(name, () => {
      throw new Error(howToGetOne);
    });
    return;
  }
  describe.skipIf(isMissing)(isMissing ? `${name} (${howToGetOne})` : name, suite);
}
