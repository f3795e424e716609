import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/engines/offline/readable.ts';

describe('a sentence of a page in a reply', () => {
  it.each([
    ['![icon](https://pages.example/gear.png) Open Settings.', 'Open Settings.'],
    ['Press ![](gear.png "Gear") **Save**.', 'Press Save.'],
    ['See [the guide](https://pages.example/guide).', 'See the guide.'],
    ['Well done! [Next](next.md)', 'Well done! Next'],
  ])('has no pictures and no marks: %s', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });
});
