/** One setting of the environment. `default` is what holds when it is not set, in words where there is no value. */
export type Setting = { readonly name: string; readonly default: string; readonly meaning: string };

/** Every environment variable the desk reads. README's table is checked against it. */
export const settings = [
  {
    name: 'SLACK_BOT_TOKEN',
    default: 'practice workspace',
    meaning: 'Bot token (xoxb-…) of the Slack workspace',
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    default: 'none',
    meaning: 'Proves that a request over HTTP comes from Slack; needed without SLACK_APP_TOKEN',
  },
  {
    name: 'SLACK_APP_TOKEN',
    default: 'none',
    meaning: 'App token (xapp-…); set it to use Socket Mode, which needs no public address',
  },
  {
    name: 'SLACK_API_URL',
    default: 'Slack',
    meaning: 'Web address of another server that speaks the Slack Web API',
  },
  { name: 'HOST', default: '127.0.0.1', meaning: 'Address the desk listens on' },
  { name: 'PORT', default: '3000', meaning: 'Port the desk listens on; 0 takes any free one' },
  { name: 'MUSTER_CONFIG', default: 'desk.yaml, if it is there', meaning: 'Path of the desk file' },
  { name: 'MUSTER_DATA', default: './data', meaning: 'Folder of the embedded store' },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    meaning: 'debug, info, warn or error; in practice on a terminal: warn',
  },
  {
    name: 'DATABASE_URL',
    default: 'none',
    meaning: 'PostgreSQL instead of the embedded store (not used yet)',
  },
  {
    name: 'ANTHROPIC_API_KEY',
    default: 'offline engine',
    meaning: 'Key for Claude, which then sorts and drafts; the offline engine stands in for it',
  },
  {
    name: 'ANTHROPIC_BASE_URL',
    default: 'Anthropic',
    meaning: 'Web address of another server that speaks the Anthropic API, such as a gateway',
  },
  { name: 'MICROSOFT_APP_ID', default: 'none', meaning: 'Teams app (not used yet)' },
  { name: 'MICROSOFT_APP_PASSWORD', default: 'none', meaning: 'Teams app (not used yet)' },
  { name: 'MICROSOFT_APP_TENANT_ID', default: 'none', meaning: 'Teams app (not used yet)' },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];
