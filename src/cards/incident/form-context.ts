/** What a form about an incident carries along. `channel`: where to answer whoever submits it. */
export type IncidentFormContext = {
  readonly incident?: string;
  readonly ticket?: string;
  /** What within the incident it is about, such as a section of its review. */
  readonly about?: string;
  readonly channel?: string;
};

export function writeIncidentContext(context: IncidentFormContext): string {
  return JSON.stringify(context);
}
