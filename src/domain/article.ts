import { z } from 'zod';

/** A citable part of an article: what sits under one heading. */
export const Passage = z.strictObject({
  /** `<article id>#<number>`. */
  id: z.string().min(1),
  article: z.string().min(1),
  title: z.string(),
  heading: z.string(),
  text: z.string(),
  url: z.string().optional(),
});
export type Passage = z.infer<typeof Passage>;

/** One page of the knowledge base. */
export const Article = z.strictObject({
  /** The file's path without its ending, e.g. `payments/declined-cards`. */
  id: z.string().min(1),
  title: z.string().min(1),
  url: z.string().optional(),
  area: z.string().optional(),
  updated: z.string().optional(),
  keywords: z.array(z.string()),
  passages: z.array(Passage),
});
export type Article = z.infer<typeof Article>;
