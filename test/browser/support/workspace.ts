import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { practiceChannels } from '../../../src/practice/content/channels.ts';
import { practicePeople } from '../../../src/practice/content/people.ts';
import { type Practice, startPractice } from '../../../src/practice/practice-server.ts';
import { startBrowser } from '../../support/browser.ts';
import { type PracticeDesk, startPracticeDesk, type Told } from './practice-desk.ts';

export const dana = 'U01DANA';
export const marcus = 'U02MARCUS';
export const ana = 'U06ANA';
export const support = 'C01SUPPORT';
export const triage = 'C02TRIAGE';
export const general = 'C05GENERAL';

/** The real page on the real practice server in a real browser, with a desk that only acknowledges. */
export type Workspace = {
  readonly practice: Practice;
  readonly desk: PracticeDesk;
  /** Opens the page as a person in a place; each call is a browser of its own, without history. */
  open(at: { as: string; in: string; thread?: string }, options?: BrowserContextOptions): Promise<Page>;
  /** Calls a Web API method as the desk's bot. */
  api(method: string, args: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Waits for something the desk was told. */
  heard(what: (told: Told) => boolean): Promise<Told>;
  /** What went wrong in any open page: errors and refused resources. */
  readonly complaints: string[];
  close(): Promise<void>;
};

const botToken = 'xoxb-practice';

export async function openWorkspace(port = 0): Promise<Workspace> {
  const desk = await startPracticeDesk();
  const practice = await startPractice({
    port,
    people: practicePeople,
    channels: practiceChannels,
    teamName: 'Larder',
    botName: 'muster',
    signingSecret: 'practice-secret',
    botToken,
    appToken: 'xapp-practice',
    eventsUrl: desk.url,
    pageFolder: fileURLToPath(new URL('../../../src/practice/page', import.meta.url)),
    commands: [
      {
        command: '/ticket',
        description: 'Open and find tickets',
        usageHint: '[text] | list | show <id> | search <words> | help',
      },
    ],
    shortcuts: [{ callbackId: 'create_ticket', name: 'Create ticket', type: 'message' }],
  });
  const browser: Browser = await startBrowser();
  const complaints: string[] = [];
  return {
    practice,
    desk,
    complaints,
    async open({ as, in: place, thread }, options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => {
        if (line.type() === 'error') complaints.push(line.text());
      });
      const query = new URLSearchParams({ as, in: place, ...(thread !== undefined && { thread }) });
      await page.goto(`${practice.url}?${query}`);
      await page.locator('.top-bar').waitFor();
      return page;
    },
    async api(method, args) {
      const answer = await fetch(`${practice.apiUrl}${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
        body: JSON.stringify(args),
      });
      const result = (await answer.json()) as Record<string, unknown>;
      expect(result, method).toMatchObject({ ok: true });
      return result;
    },
    heard: (what) =>
      expect
        .poll(() => desk.told.find(what), { timeout: 8000 })
        .toBeDefined()
        .then(() => desk.told.find(what) as Told),
    async close() {
      await browser.close();
      await practice.close();
      await desk.close();
    },
  };
}

/** The box one writes in: the channel's, or the open thread's. */
export function composer(page: Page, place: 'channel' | 'thread' = 'channel') {
  return page.locator(`.${place}-pane .composer textarea`);
}

/** The message with these words. */
export function message(page: Page, words: string, place: 'channel' | 'thread' = 'channel') {
  return page.locator(`.${place}-pane article`, { hasText: words }).last();
}

/** Writes and sends. */
export async function write(
  page: Page,
  text: string,
  place: 'channel' | 'thread' = 'channel',
): Promise<void> {
  await composer(page, place).fill(text);
  await composer(page, place).press('Enter');
}

export const plain = (text: string) => ({ type: 'plain_text', text });

/** A button as the desk posts it. */
export function button(text: string, actionId: string, more: Record<string, unknown> = {}) {
  return { type: 'button', text: plain(text), action_id: actionId, value: `${actionId}-value`, ...more };
}

export function options(...names: string[]) {
  return names.map((name) => ({ text: plain(name), value: name.toLowerCase() }));
}

/** Whether an interaction is the use of this control. */
export function pressed(actionId: string) {
  return (told: Told) =>
    Array.isArray(told.actions) &&
    told.actions.some((action: Record<string, unknown>) => action.action_id === actionId);
}
