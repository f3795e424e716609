import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/desk-search.ts';

describe('search over odd texts', () => {
  // A line without spaces once cost half a minute: its letters were compared one by one.
  it.each(['a', '1', 'a_', 'ab-'])('takes a message of nothing but “%s” like any other', (unit) => {
    const search = createSearch();
    const text = unit.repeat(40_000 / unit.length);
    const ticket = {
      id: 'T-1',
      subject: text.slice(0, 80),
      text,
      requester: 'Dana',
      openedAt: '2026-11-20T10:00:00.000Z',
      live: true,
    };
    search.index({ type: 'ticket', ticket });
    expect(search.duplicates({ ...ticket, id: 'T-2' }, 1)[0]?.ticket).toBe('T-1');
    expect(search.duplicates({ ...ticket, id: 'T-2', text: `${text}b` }, 1)).toEqual(expect.any(Array));
  });
});
