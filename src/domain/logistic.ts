/** A number as a share of 1: 0 is a half, great ones come near 1. What odds (natural logarithm) mean as a chance. */
export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
