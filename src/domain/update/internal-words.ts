/** What names something inside the house: hosts, people, channels, pages. */
export type InternalWord = { readonly what: string; readonly from: number; readonly text: string };

const patterns: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'an internal page',
    pattern:
      /https?:\/\/[^\s/]*(?:slack\.com|atlassian\.net|notion\.so|grafana|kibana|datadog|pagerduty|sentry|jira|confluence|github\.com|gitlab|localhost|\.internal|\.local|\.corp|\.lan|\.intra)[^\s]*/giu,
  },
  {
    what: 'an internal page',
    pattern: /https?:\/\/(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3})+[^\s]*/giu,
  },
  {
    what: 'an internal host',
    pattern: /(?<![\w.@/-])[\w-]+(?:\.[\w-]+)*\.(?:internal|local|corp|lan|intra|svc)(?![\w-])/giu,
  },
  {
    what: 'an internal host',
    pattern:
      /(?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|127\.0\.0\.1)(?![\d.]*\d)/gu,
  },
  {
    what: 'an internal host',
    pattern:
      /(?<![\w.-])(?:localhost|(?:db|srv|node|host|vm|redis|kafka|worker|web|app|api|lb|k8s|prod|stg|staging|bastion)(?:-[a-z0-9]+)*-\d{1,4})(?![\w-])/giu,
  },
  {
    what: 'an internal channel',
    pattern: /<#[A-Z0-9]+[^>]*>|(?<![\p{L}\p{N}&/#])#[\p{L}][\p{L}\p{N}_-]{2,}/giu,
  },
  {
    what: 'a person inside',
    pattern:
      /<[@!][^>]+>|(?<![\p{L}\p{N}.@/])@[\p{L}][\p{L}\p{N}._-]+|(?<![\w])(?:slack|memory):[A-Z][A-Z0-9]{3,}/gu,
  },
];

/** Every such name in a text, in the order of the kinds. */
export function internalWordsIn(text: string): readonly InternalWord[] {
  return patterns.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ what, from: match.index, text: match[0] })),
  );
}
