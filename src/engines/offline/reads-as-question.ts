/** Whether a sentence asks something, with its question mark or without, as people write in a hurry. English only. */
export function readsAsQuestion(sentence: string): boolean {
  return sentence.trimEnd().endsWith('?') || openings.some((opening) => opening.test(sentence.trim()));
}

const openings: readonly RegExp[] = [
  /^how (?:do|does|did|can|could|should|would|is|are|to|much|many|long|often|far|soon|old)\b/i,
  /^(?:what|where|why|which|who) (?!ever\b)\p{L}+ /iu,
  /^(?:can|could|do|does|did|is|are|was|were|will|would|should|may) (?:i|we|you|it|there|they|this|that|the|my|our|your|a|an|any|anyone|somebody|someone|shoppers|customers)\b/i,
];
