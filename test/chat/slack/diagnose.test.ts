import { afterEach, describe, expect, test } from 'vitest';
import { diagnoseSlack } from '../../../src/chat/slack/diagnose.ts';
import { openWorkshop, secrets, type Workshop } from './support/practice-harness.ts';

let shop: Workshop;
afterEach(() => shop?.close());

async function diagnose(
  given: {
    botToken?: string;
    appToken?: string;
    channels?: string[];
    people?: string[];
    scopes?: string[];
  } = {},
) {
  const { scopes, channels = ['#support'], people = ['ana@acme.test'], ...tokens } = given;
  shop = await openWorkshop(scopes ? { practice: { scopes } } : {});
  const findings = await diagnoseSlack({
    botToken: secrets.botToken,
    ...tokens,
    apiUrl: shop.practice.apiUrl,
    channels,
    people,
  });
  return { findings, wrong: findings.filter(({ level }) => level !== 'ok') };
}

describe('looking at the setup of Slack', () => {
  test('finds nothing wrong when all is well', async () => {
    const { findings, wrong } = await diagnose({ appToken: secrets.appToken });
    expect(wrong).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(4);
  });

  test('changes and says nothing', async () => {
    await diagnose({ appToken: secrets.appToken });
    const methods = new Set(shop.practice.calls().map(({ method }) => method));
    for (const method of methods)
      expect(method).toMatch(
        /^(auth\.test|apps\.connections\.open|conversations\.(list|info)|users\.lookupByEmail)$/,
      );
  });

  test.each([
    ['a wrong token', { botToken: 'xoxb-wrong' }, /SLACK_BOT_TOKEN/],
    ['a wrong app token', { appToken: 'xapp-wrong' }, /SLACK_APP_TOKEN/],
    ['a channel that is not there', { channels: ['#nowhere'] }, /#nowhere was not found/],
    ['a channel without the desk in it', { channels: ['#away'] }, /not in #away.*\/invite/],
    ['a person who is not there', { people: ['anna@acme.test'] }, /called anna@acme\.test.*desk\.yaml/],
    ['a missing permission', { scopes: ['channels:read', 'groups:read'] }, /lacks the permission chat:write/],
  ])('says the effect and the repair of %s', async (_, given, words) => {
    const { wrong } = await diagnose(given);
    expect(wrong.map(({ what, repair }) => `${what} ${repair}`).join('\n')).toMatch(words);
    for (const { effect, repair } of wrong) {
      expect(effect).not.toBe('');
      expect(repair).not.toBe('');
    }
  });

  test.each([{ status: 503 }, { status: 429, retryAfter: 1 }])(
    'asks once more when Slack was too busy (%o), and finds nothing wrong then',
    async (busy) => {
      shop = await openWorkshop();
      const setup = { botToken: secrets.botToken, apiUrl: shop.practice.apiUrl, channels: [], people: [] };
      shop.practice.control.faults({ add: [{ method: 'auth.test', ...busy }] });
      expect((await diagnoseSlack(setup)).filter(({ level }) => level !== 'ok')).toEqual([]);
      shop.practice.control.faults({ add: [{ method: 'auth.test', ...busy, times: 2 }] });
      expect(await diagnoseSlack(setup)).toHaveLength(1);
    },
  );

  test('says when Slack cannot be reached at all', async () => {
    shop = await openWorkshop();
    const setup = { botToken: 'xoxb', apiUrl: 'http://127.0.0.1:9/api/', channels: ['#support'], people: [] };
    const findings = await diagnoseSlack(setup);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.repair).toMatch(/network/);
  });
});
