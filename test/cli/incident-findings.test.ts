import { expect, test } from 'vitest';
import { incidentFindings } from '../../src/cli/incident-findings.ts';
import { readConfig } from '../../src/config.ts';

const configOf = (yaml: string) =>
  readConfig(
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', MUSTER_CONFIG: 'desk.yaml' },
    () => yaml,
  );

const warned = (yaml: string) => incidentFindings(configOf(yaml)).map(({ what }) => what);

test.each([
  ['people: { agents: [ana@x.test] }', ['people.commanders', 'people.liaisons', 'channels.incidents']],
  [
    'people: { agents: [ana@x.test], commanders: [ana@x.test], liaisons: [ana@x.test] }',
    ['only commander is the only liaison', 'channels.incidents'],
  ],
  [
    'people: { agents: [ana@x.test], commanders: [ana@x.test], liaisons: [omar@x.test] }\nchannels: { incidents: "#incidents" }',
    [],
  ],
])('%s is warned of %j', (yaml, parts) => {
  const found = warned(yaml);
  expect(found).toHaveLength(parts.length);
  parts.forEach((part, index) => {
    expect(found[index]).toContain(part);
  });
});
