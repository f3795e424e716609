import { describe, expect, it } from 'vitest';
import { learnSentiment } from '../../src/learning/sentiment-model.ts';

const happy = ['thank you, this works', 'lovely answer, works like a charm', 'wow, thank you so much'];
const unhappy = ['this breaks all day', 'what a mess, it breaks again', 'I am tired of this mess'];
const calm = ['how do I read a file', 'the value is stored in the table', 'which version is it'];
const matter = ['The parser reads the file.', 'We call it from a script.', 'There are two tables.'];

describe('learning feelings from labelled texts', () => {
  const judge = learnSentiment(examples(), () => []);

  it('tells them apart in texts it has not seen', () => {
    expect(judge('thank you for the lovely script').sentiment).toBe('positive');
    expect(judge('the script breaks, what a mess').sentiment).toBe('negative');
    expect(judge('which table is it stored in').sentiment).toBe('neutral');
  });

  it('finds the one sentence with a feeling in a long calm text', () => {
    const long = [...matter, ...matter, ...matter, 'What a mess, I am tired of this!', ...matter].join(' ');
    expect(judge(long).sentiment).toBe('negative');
  });

  it('learns what the feelings of the rules are worth', () => {
    const feel = (text: string) => [text.includes('fantastisk') ? 3 : text.includes('elendig') ? -3 : 0];
    const learned = learnSentiment(
      [1, 2, 3, 4, 5].flatMap((nth) => [
        { text: `svar ${nth} er fantastisk`, sentiment: 'positive' },
        { text: `svar ${nth} er elendig`, sentiment: 'negative' },
        { text: `svar ${nth} er blåt`, sentiment: 'neutral' },
      ]),
      feel,
    );
    expect(learned('fantastiske nyheder').sentiment).toBe('positive');
    expect(learned('elendige nyheder').sentiment).toBe('negative');
  });

  it('says with each opinion how far it can be trusted', () => {
    const { confidence } = judge('thank you so much');
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThan(1);
    expect(judge('thank you so much')).toEqual(judge('thank you so much'));
  });

  it('gives an opinion about anything', () => {
    for (const text of ['', '!!!', '決済画面', ':-)']) {
      expect(['positive', 'neutral', 'negative']).toContain(judge(text).sentiment);
    }
  });
});

function examples() {
  return [
    { sentences: happy, sentiment: 'positive' },
    { sentences: unhappy, sentiment: 'negative' },
    { sentences: calm, sentiment: 'neutral' },
  ].flatMap(({ sentences, sentiment }) =>
    sentences.flatMap((sentence) =>
      ['', ...matter].map((before) => ({ text: `${before} ${sentence}`.trim(), sentiment })),
    ),
  );
}
