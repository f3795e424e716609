/** What the baselines use of the package, which brings no types. */
declare module 'vader-sentiment' {
  type Scores = {
    readonly neg: number;
    readonly neu: number;
    readonly pos: number;
    readonly compound: number;
  };
  const vader: {
    readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): Scores };
  };
  export default vader;
}
