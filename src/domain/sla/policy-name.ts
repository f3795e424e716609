type Conditions = {
  readonly plan?: readonly string[] | undefined;
  readonly severity?: readonly string[] | undefined;
  readonly category?: readonly string[] | undefined;
  /** As people write channels. */
  readonly channel?: readonly string[] | undefined;
};

/** What a policy without a name is called, by whom it is for: `enterprise P1`, `P1/P2 in #vip`, `everyone`. */
export function policyName({ plan, severity, category, channel }: Conditions): string {
  const parts = [plan, severity, category?.map((each) => each.replace('_', ' '))]
    .filter((values) => values !== undefined)
    .map((values) => values.join('/'));
  const place = channel ? [`in ${channel.join('/')}`] : [];
  return parts.length + place.length === 0 ? 'everyone' : [...parts, ...place].join(' ');
}
