/** “You charged us twice” → “we charged you twice”: a requester's sentence as the desk says it back. English only. */
export function turnToYou(sentence: string): string {
  return sentence.replaceAll(persons, (found: string, at: number) => {
    const said = found.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ');
    if (found === 'US') return found;
    return turned[said] ?? (isSubject(sentence.slice(0, at)) ? 'we' : 'us');
  });
}

const persons =
  /\b(?:am i|was i|i am|i was|we are|i['’]m|we['’]re|you are|you['’]re|(?:i|we|you)['’](?:ve|ll|d)|i(?![./])|we|us|me|my|our|mine|ours|your|yours|you)\b/gi;

const turned: Readonly<Record<string, string>> = {
  'am i': 'are you',
  'was i': 'were you',
  'i am': 'you are',
  'i was': 'you were',
  'we are': 'you are',
  "i'm": 'you are',
  "we're": 'you are',
  'you are': 'we are',
  "you're": 'we are',
  "i've": 'you have',
  "we've": 'you have',
  "you've": 'we have',
  "i'll": 'you will',
  "we'll": 'you will',
  "you'll": 'we will',
  "i'd": "you'd",
  "we'd": "you'd",
  "you'd": "we'd",
  i: 'you',
  we: 'you',
  us: 'you',
  me: 'you',
  my: 'your',
  our: 'your',
  mine: 'yours',
  ours: 'yours',
  your: 'our',
  yours: 'ours',
};

/** Where “you” does something, after the beginning, a joint or a helping verb; elsewhere something is done to “you”. */
function isSubject(before: string): boolean {
  return /(?:^|[.,;:!?(–-]|\b(?:and|or|but|if|that|because|when|while|since|then|so|as|can|could|do|did|does|will|would|should|have|had|are|were|why|how))\s*$/i.test(
    before,
  );
}
