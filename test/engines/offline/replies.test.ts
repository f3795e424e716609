import { describe, expect, it } from 'vitest';
import { draftReply } from '../../../src/engines/offline/drafting.ts';
import { createPageReader } from '../../../src/engines/offline/page-reader.ts';
import { answered, cause, draft, factsFor, page, relief } from './a-draft.ts';

describe('a reply by rules', () => {
  it.each([
    ['You sent us error 502 at my checkout', 'we sent you error 502 at your checkout.'],
    ['URGENT!! checkout shows error 502. req_8f21', 'checkout shows error 502.'],
    [
      'would be nice to see error 502 of our checkout earlier',
      'you would like to see error 502 of your checkout earlier.',
    ],
    ['checkout error 502 again :( our shop is closed', 'checkout error 502 again.'],
    ['Okta says error 502 at checkout', 'Okta says error 502 at checkout.'],
    ['How do we end error 502 at checkout', 'you ask “How do we end error 502 at checkout?”'],
    ['error 502? you get it at checkout', '“error 502? you get it at checkout”.'],
    ['How do we end error 502 at checkout?', 'you ask “How do we end error 502 at checkout?”'],
  ])('says “%s” back as “%s”', (text, said) => {
    expect(answered(draft(text)).understanding.endsWith(`: ${said}`)).toBe(true);
  });

  it('is not sorry where somebody only asks', () => {
    const asked = draft(
      'How do I turn on the fallback at checkout to keep selling',
      {},
      { sentiment: 'negative' },
    );
    expect(answered(asked).understanding).not.toContain('sorry');
    const told = draft('Our checkout shows error 502', {}, { sentiment: 'negative' });
    expect(answered(told).understanding).toContain('sorry');
  });

  describe('about a bug', () => {
    const bug = { category: 'bug' } as const;
    const near = {
      passages: [
        {
          ...cause,
          title: 'Errors',
          heading: 'Labels',
          score: 0.6,
          text: 'A label opens in a new window that browsers may block.',
        },
      ],
    };

    it('asks what is missing to repeat it before it proposes anything', () => {
      const asked = draft('Label window broken in browsers at our warehouse', near, bug);
      expect(asked).toMatchObject({
        outcome: 'unknown',
        reason: expect.stringContaining('ask first'),
        askFor: [expect.stringContaining('step by step'), expect.any(String), expect.any(String)],
      });
    });

    it('proposes at once when waiting costs more, and when it is told how to repeat it', () => {
      const text = 'Label window broken in browsers at our warehouse';
      expect(draft(text, near, { ...bug, severity: 'P2' }).outcome).toBe('answer');
      expect(
        draft('When I press print a window of the label opens in browsers, blank', near, bug).outcome,
      ).toBe('answer');
    });

    it('proposes at once when the page is about exactly this error', () => {
      expect(draft('error 502 at checkout is broken', {}, bug).outcome).toBe('answer');
    });
  });

  it('answers with the entry for the error that was named, and with what it points at', () => {
    const declines = { ...page, article: 'declines', title: 'Declined cards', score: 0.3 };
    const passages = [
      {
        ...declines,
        id: 'declines#1',
        heading: 'Codes',
        text: '- `card_expired`: ask for another card.\n- `bank_asks`: turn on strong checks, see below.\n- `no_money`: wait.',
      },
      {
        ...declines,
        id: 'declines#2',
        heading: 'Turn on strong checks',
        text: '1. Open Payments.\n2. Choose Checks.',
      },
      { ...declines, id: 'declines#3', heading: 'Other', text: 'Cards are declined by banks.', score: 0.4 },
    ];
    const { steps } = answered(draft('cards are declined with bank_asks', { passages }));
    expect(steps.map(({ text }) => text)).toEqual([
      'bank_asks: turn on strong checks, see below.',
      'Open Payments.',
      'Choose Checks.',
    ]);
  });

  it('takes a wish about refunds for a wish, and money for themselves for a decision', () => {
    const policy = {
      ...cause,
      id: 'refund-policy#1',
      article: 'refund-policy',
      title: 'Refunds and credits',
      text: 'Refund requests are decided by our billing team.',
    };
    const ideas = {
      ...relief,
      id: 'feature-requests#1',
      article: 'feature-requests',
      title: 'Ask for a feature',
      text: '1. Open Ideas.\n2. Press Vote.',
    };
    const given = { passages: [policy, ideas] };
    const wish = draft('Please let us refund this whole list at once, that would be great', given, {
      category: 'feature_request',
    });
    expect(answered(wish).steps[0]?.source.id).toBe('feature-requests#1');
    const demand = draft('Please refund us, and add a button for it', given, { category: 'feature_request' });
    expect(answered(demand).steps[0]?.source.id).toBe('refund-policy#1');
    const shopper = draft('How long until the shopper sees the refund for error 502 at checkout?', given, {
      category: 'billing',
    });
    expect(shopper.outcome === 'answer' && shopper.understanding).not.toContain('decision');
  });

  it('points out a secret in the message without saying it again', () => {
    const { understanding } = answered(draft('Error 502 at checkout with the key lk_live_0000000000000000'));
    expect(understanding).toContain('Please revoke or change it');
    expect(understanding).not.toContain('lk_live');
  });

  it('asks to revoke a secret when it has no answer either', () => {
    const asked = draft('How do I knit a scarf with the key lk_live_0000000000000000', { passages: [] });
    expect(asked).toMatchObject({
      outcome: 'unknown',
      askFor: [expect.stringContaining('Please revoke or change it')],
    });
  });

  it('answers ahead nothing about another error than theirs', () => {
    const other = { ...cause, heading: 'Checkout errors', text: 'A 502 at checkout has its own code.' };
    const asked = (text: string) =>
      answered(draft(text, { passages: [relief, other] }, { severity: 'P2' })).followUps;
    expect(asked('Error 502 at our checkout, what now?')).toHaveLength(1);
    expect(asked('Error 503 at our checkout, what now?')).toEqual([]);
  });

  it.each(['That worked, thanks so much', 'Danke, hat geklappt'])('has nothing to answer to “%s”', (text) => {
    expect(draft(text)).toMatchObject({
      outcome: 'unknown',
      askFor: [],
      reason: expect.stringContaining('works'),
    });
  });

  it('says in the requester’s language that the page is in another', () => {
    const { understanding } = answered(draft('Fehler 502 an der Kasse bei uns', {}, { language: 'de' }));
    expect(understanding).toMatch(/\nUnsere Hilfe dazu gibt es nur auf Englisch:$/);
  });

  it('leads who is new step by step, and says sentences as sentences', () => {
    const asked = (passages: readonly (typeof relief)[]) =>
      answered(draft('I am new here. How do I end error 502 at checkout?', { passages }));
    expect(asked([relief]).understanding).toMatch(/\nHere is how, step by step:$/);
    expect(asked([{ ...cause, score: 0.5 }]).understanding).not.toContain('step by step');
  });

  it('believes a page whose words fit only as far as an answer is likely', () => {
    const near = [
      { ...cause, title: 'Errors', text: 'A label opens in a new window that browsers block.', score: 0.6 },
    ];
    const asked = (answerable: number) =>
      draft('Our label window stays shut in browsers', { passages: near, answerable }).outcome;
    expect([0.1, 0.9].map(asked)).toEqual(['unknown', 'answer']);
  });

  it('drafts the same however often it has read the pages', () => {
    const pages = createPageReader();
    const facts = factsFor('Checkout fails with error 502');
    const first = draftReply(facts, pages);
    expect(draftReply(facts, pages)).toEqual(first);
    expect(draftReply(facts)).toEqual(first);
  });
});
