/** What a form about an incident carries along. `channel`: where to answer whoever submits it. */
export type IncidentFormContext = {
  readonly incident?: string;
  readonly ticket?: string;
  readonly channel?: string;
};

export function writeIncidentContext(context: IncidentFormContext): string {
  return JSON.stringify(context);
}
