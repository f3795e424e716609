import { remembered } from '../remembered.ts';
import { matchesOf } from './matches-of.ts';

/** The sentences of a large knowledge base: drafting asks about the same ones for every ticket. */
const mostRemembered = 10_000;

/**
 * Phrases that promise or admit something only people may: money, exceptions, dates, repairs, guilt. Phrases that only
 * name the subject ("refunds are decided by the billing team") are not among them.
 */
export const commitmentsIn: (text: string) => readonly string[] = remembered(findCommitments, mostRemembered);

function findCommitments(text: string): readonly string[] {
  const named = giftsInWords.filter((words) => words.test(text));
  return patterns
    .filter(({ gift }) => gift === undefined || named.includes(gift))
    .flatMap(({ pattern }) => matchesOf(text, pattern))
    .filter(
      (match) => !refusal.test(text.slice(Math.max(0, match.index - 14), match.index + match[0].length)),
    )
    .map((match) => match[0].trim());
}

/** "cannot approve a refund" promises nothing. */
const refusal =
  /(?:cannot|can't|can not|not able to|unable to|may not|kann nicht|können nicht|kann ich nicht|no pued\w+|no podemos|ne peut|ne peuvent|ne pouvons)(?![\p{L}])/iu;

/** `\b` knows the letters of English only; here it ends words of every language. */
function withLetterEdges(pattern: RegExp): RegExp {
  const letter = String.raw`[\p{L}\p{N}]`;
  const edge = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`;
  return new RegExp(pattern.source.replaceAll(String.raw`\b`, edge), 'giu');
}

const gift = String.raw`(?:refund\w*|credit(?:ed|s)?|discount\w*|waiv\w+|reimburs\w+|compensat\w+|free (?:month|year|upgrade)|money back|voucher)`;
const giftDe = String.raw`(?:erstatt\w*|rückerstatt\w*|gutschrift\w*|gutschreib\w*|rabatt\w*|nachlass|entschädig\w*|kulanz|gratismonat)`;
const giftEs = String.raw`(?:reembols\w*|devolver\w*|devolución|descuento\w*|compensa\w*|abonar\w*|crédito\w*)`;
const giftFr = String.raw`(?:rembours\w*|avoir|remise|réduction|dédommag\w*|compens\w*|crédit\w*|geste commercial)`;

/** Looked for first: a sentence that names no gift promises none. */
const giftsInWords = [gift, giftDe, giftEs, giftFr].map((source) => new RegExp(source, 'iu'));

type Pattern = { readonly pattern: RegExp; readonly gift: RegExp | undefined };

const patterns: readonly Pattern[] = [
  // English: a promise of money, with the desk or the requester as its subject.
  new RegExp(
    String.raw`\b(?:we|i|our team|they|support|larder|you)(?:'ll|'ve|'re| will| have| can| are going to| shall| would| are able to|'d)?\b(?! decide| cannot| can't| do not| don't)[^.!?\n]{0,40}\b${gift}\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:your|a|the|full|partial|this) ${gift}[^.!?\n]{0,30}\b(?:has been|have been|was|is being|will be|is on its way|is approved|approved|issued|processed|granted|applied)\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b(?:issue|issued|grant(?:ed)?|approve[ds]?|offer(?:ed)?|process(?:ed)?|apply|applied|give you|add(?:ed)?)\b[^.!?\n]{0,25}\b${gift}\b`,
    'gi',
  ),
  new RegExp(
    String.raw`\b${gift}[^.!?\n]{0,20}(?:[$€£]\s?\d|\d[\d.,]*\s?(?:€|\$|£|%|eur|usd|gbp|euros?|dollars?|percent))`,
    'gi',
  ),
  /\b(?:we|i) (?:can |will |'ll |could )?(?:guarantee|promise|assure you|commit to|make an exception|waive)\b[^.!?\n]{0,60}/gi,
  /\b(?:is|are|be) guaranteed\b|\bmake an exception\b|\bexception (?:has been|was|is) (?:granted|made|approved)\b/gi,
  /\b(?:we|i|our engineers|engineering|the team)(?:'ll| will| are going to| plan to| expect to|'re going to)\b[^.!?\n]{0,60}\b(?:fix\w*|repair\w*|release\w*|ship\w*|deliver\w*|deploy\w*|resolv\w+|restor\w+|roll\w* out|available|ready|done|back)\b/gi,
  /\b(?:will be|should be|is going to be|gets) (?:fixed|repaired|released|shipped|delivered|resolved|restored|available|ready|live|back|done)\b[^.!?\n]{0,20}\b(?:by|within|in|on|before|until|next|tomorrow|today|tonight|soon|this week)\b/gi,
  /\b(?:fix|release|feature|update|patch) (?:is|will be) (?:due|coming|scheduled|planned|expected)\b[^.!?\n]{0,40}/gi,
  /\b(?:we|i) (?:have|'ve) (?:cancelled|canceled|changed|deleted|upgraded|downgraded|extended|reset)\b[^.!?\n]{0,40}/gi,
  /\b(?:it was|this is|that was|was entirely|is entirely) our (?:fault|mistake|negligence)\b|\bwe (?:are|were) (?:liable|at fault|responsible for (?:the|your) (?:loss|damage)\w*|negligent)\b|\bwe (?:admit|accept (?:full )?(?:liability|responsibility))\b|\bbreach of (?:contract|our sla)\b/gi,
  // German
  new RegExp(String.raw`\b(?:wir|ich|sie)\b[^.!?\n]{0,50}\b${giftDe}`, 'giu'),
  new RegExp(
    String.raw`\b(?:ihre?|die|eine?n?) ${giftDe}[^.!?\n]{0,40}\b(?:wird|wurde|ist|erhalten|veranlasst|genehmigt|gewährt)\b`,
    'giu',
  ),
  /\b(?:wir|ich) (?:garantier\w*|versprech\w*|sicher\w* (?:ihnen )?zu|machen eine ausnahme|haften)\b|\bgarantiert\b|\bunser (?:fehler|verschulden)\b|\bausnahme (?:machen|gewähr\w+)\b/giu,
  /\b(?:wird|werden)\b[^.!?\n]{0,40}\b(?:bis|morgen|heute|nächste|innerhalb|am)\b[^.!?\n]{0,40}\b(?:behoben|repariert|geliefert|veröffentlicht|verfügbar|gelöst|fertig)\b/giu,
  // Spanish
  new RegExp(
    String.raw`\b(?:le|les|te|vamos a|podemos|hemos|recibirá\w*|haremos)\b[^.!?\n]{0,40}\b${giftEs}`,
    'giu',
  ),
  /\b(?:garantiza(?:mos|do)|prometemos|haremos una excepción|fue (?:nuestra culpa|nuestro error)|somos responsables)\b/giu,
  /\b(?:estará|quedará|será)\b[^.!?\n]{0,30}\b(?:resuelto|arreglado|disponible|listo|solucionado)\b[^.!?\n]{0,30}\b(?:mañana|hoy|antes|para|en|el)\b/giu,
  // French
  new RegExp(String.raw`\b(?:nous|je|vous)\b(?! ne)[^.!?\n]{0,40}\b${giftFr}`, 'giu'),
  /\bnous (?:garantissons|promettons|nous engageons|ferons une exception|sommes responsables)\b|\b(?:c'est|c'était) (?:de )?notre (?:faute|erreur)\b|\bgaranti[es]?\b/giu,
  /\b(?:sera|seront)\b[^.!?\n]{0,30}\b(?:corrigé|réparé|résolu|livré|disponible|prêt)\w*\b[^.!?\n]{0,30}\b(?:demain|aujourd'hui|avant|d'ici|sous|dans|le)\b/giu,
].map((pattern) => ({
  pattern: withLetterEdges(pattern),
  gift: giftsInWords.find(({ source }) => pattern.source.includes(source)),
}));
