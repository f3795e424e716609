import type { UpdateKind } from '../../domain/incident/words.ts';
/** What a form about an incident carries along. `channel`: where to answer whoever submits it. */
export type IncidentFormContext = {
  readonly incident?: string | undefined;
  readonly ticket?: string | undefined;
  /** What within the incident it is about, such as a section of its review. */
  readonly about?: string | undefined;
  /** The kind of update that is written, and the update that is rejected or corrected. */
  readonly kind?: UpdateKind | undefined;
  readonly update?: string | undefined;
  readonly channel?: string | undefined;
};

/** The context as the form carries it; what is undefined is left out. */
export function writeIncidentContext(context: IncidentFormContext): string {
  return JSON.stringify(context);
}
