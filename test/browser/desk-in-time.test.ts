import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PracticeMessage, PracticeState } from '../../src/practice/control.ts';
import { describeInBrowser, startBrowser } from '../support/browser.ts';
import { type DeskProcess, endDesks, startDesk } from '../support/desk-process.ts';
import { eventually } from '../support/eventually.ts';
import { picture } from './support/picture.ts';
import { ana, dana, message, support, triage, write } from './support/workspace.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describeInBrowser('The desk of the practice workspace lives in its time', () => {
  let desk: DeskProcess;
  let browser: Browser;
  let url = '';
  beforeAll(async () => {
    desk = await startDesk({ PORT: '0', LOG_LEVEL: 'warn' });
    [, url] = await eventually(
      () => /^Practice workspace: (\S+)\n$/.exec(desk.facts()) as [string, string] | null,
      () => `an address: ${desk.output()}`,
      60_000,
    );
    browser = await startBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await endDesks();
  });

  const open = async (as: string, place: string) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${url}?${new URLSearchParams({ as, in: place })}`);
    return page;
  };
  const state = async () => (await (await fetch(`${url}control/state`)).json()) as PracticeState;
  const letPass = async (page: Page, label: RegExp) => {
    await page.getByRole('dialog', { name: 'Let time pass' }).getByRole('button', { name: label }).click();
    await eventually(async () => (await state()).passing === undefined, 'the time has passed');
  };
  const momentOf = ({ ts }: PracticeMessage) => Number(ts) * 1000;
  const saying = async (words: string, channel = support) =>
    (await state()).messages.filter((each) => each.channel === channel && each.text.includes(words));

  it('a quiet ticket is asked about and closed in its own time, while three days pass by three presses', async () => {
    const hers = await open(dana, support);
    await write(hers, 'Checkout fails with error 502 for all our users since 10:00');
    const team = await open(ana, triage);
    await message(team, 'Checkout fails').getByRole('button', { name: 'Approve & send' }).first().click();
    await eventually(async () => (await saying('Hi Dana')).length > 0, 'the answer');
    const [answer] = await saying('Hi Dana');
    const answeredAt = momentOf(answer as PracticeMessage);

    await hers.getByRole('button', { name: /^Practice time/ }).click();
    for (let days = 0; days < 3; days += 1) await letPass(hers, /^\+1 day/);
    await hers.keyboard.press('Escape');
    await picture(hers, 'three-days-later');
    await hers.getByRole('button', { name: /^Practice time .* 3 days ahead of real time/ }).waitFor();

    const [reminder, ...more] = await saying('How is it going');
    const [closing, ...again] = await saying('we are closing');
    expect([more, again]).toEqual([[], []]);
    // Nobody is written to at night: then it comes in the morning.
    const night = 13 * 60 * minute;
    const waited = (said: PracticeMessage | undefined) => (said ? momentOf(said) - answeredAt : Number.NaN);
    for (const [said, after] of [
      [reminder, 2 * day],
      [closing, 3 * day],
    ] as const) {
      expect(waited(said)).toBeGreaterThan(after - minute);
      expect(waited(said)).toBeLessThan(after + night);
    }
  });

  it('none of it troubles the terminal: not a word beside the address', () => {
    expect(desk.output().replace(/^Practice workspace: \S+\n/, '')).toBe('');
  });
});
