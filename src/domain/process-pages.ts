import type { Passage } from './article.ts';

type Titles = Pick<Passage, 'article' | 'title' | 'heading'>;

/** A page that says how requests about money or the contract are decided. */
export function isPolicyPassage({ article, title, heading }: Titles): boolean {
  return /polic|terms|refunds? and credits?|who decides|how to ask|richtlinie|bedingungen|condiciones|política|conditions/i.test(
    `${article} ${title} ${heading}`,
  );
}

/** A page that says how wishes for the product are taken in. */
export function isWishPassage({ article, title }: Pick<Titles, 'article' | 'title'>): boolean {
  return /feature[- ]?(?:request|idea|wish)|(?:ask for|request|suggest) an? (?:feature|idea)|road ?map|product ideas?|funktionsw[uü]nsch|verbesserungsvorschl|sugerencias|suggestions?\b|demandes? de fonctionnalit/i.test(
    `${article} ${title}`,
  );
}

/** Words such a page is likely to be found by, in the desk's languages. */
export const wishPageWords =
  'feature request idea suggestion roadmap vote Funktionswunsch Verbesserungsvorschlag sugerencia fonctionnalité';
