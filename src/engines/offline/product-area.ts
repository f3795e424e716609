import { termsOf } from '../../domain/language/terms-of.ts';
import type { Evidence } from './evidence.ts';
import { matchRules, type Rule, sumOf } from './rule.ts';

/** The part of the product a ticket is about: a known part, else the word it says most, else `general`. */
export function findProductArea(evidence: Evidence): string {
  const best = knownArea(evidence);
  return best !== undefined && best.weight > 0 ? best.area : mostSaid(evidence);
}

/** How clearly a text names a known part of a product; 0 when it names none. */
export function areaWeight(evidence: Evidence): number {
  return knownArea(evidence)?.weight ?? 0;
}

function knownArea(evidence: Evidence): { readonly area: string; readonly weight: number } | undefined {
  return areas
    .map(([area, rules]) => ({ area, weight: sumOf(matchRules(rules, evidence)) }))
    .sort((left, right) => right.weight - left.weight)[0];
}

/** Parts most products have; the names are the ones people use for them. */
const areas: readonly (readonly [string, readonly Rule[]])[] = [
  [
    'checkout',
    weigh([
      /\b(check ?out|basket|cart|kasse|warenkorb|caja|page de paiement|panier|502|bad gateway|pay button|pay now)\b/,
      2,
    ]),
  ],
  [
    'payments',
    weigh([
      /\b(payments?|declin\w+|apple pay|google pay|card|zahlung\w*|pagos?|paiements?|fraud|acceptance|do_not_honor|can pay)\b/,
      1.75,
    ]),
  ],
  [
    'orders',
    weigh([
      /\b(orders?|shipp?\w*|label|tracking|returns?|bestellung\w*|pedidos?|commandes?|total|sum)\b/,
      1.25,
    ]),
  ],
  ['webhooks', weigh([/\b(webhooks?|signature check)\b/, 3.5])],
  [
    'api',
    weigh([
      /\b(api|rate[- ]limit\w*|429|401|\/v\d\/|(live|api|test) keys?|invalid_api_key|cursor\w*|too many requests|erp sync)\b/,
      2.5,
    ]),
  ],
  [
    'access',
    weigh([
      /\b(log ?in|sign ?in|password|passwort|contrasena|mot de passe|2fa|mfa|sso|saml|okta|entra|scim|locked|reset mail|anmeld\w+|get into|aadsts\d+|microsoft)\b/,
      2.5,
    ]),
  ],
  [
    'team',
    weigh([/\b(owner|roles?|invit\w+|members?|permissions?|seats?|users? management|own the account)\b/, 2]),
  ],
  [
    'billing',
    weigh([
      /\b(invoices?|billing|charged|refund\w*|subscription|rechnung\w*|factur\w+|vat|plan|upgrade|credit|ust-idnr|bil-\d+|cancelled)\b/,
      2,
    ]),
  ],
  [
    'import-export',
    weigh([/\b(export\w*|import\w*|csv\S*|excel|umlaut\w*|datev|encoding|accountant)\b/, 2.25]),
  ],
  [
    'email',
    weigh([
      /\b(e-?mails?|newsletter|spf|dkim|bestellbestatigung|notification\w*|spam|correo|courriel)\b/,
      1.75,
    ]),
  ],
  ['domains', weigh([/\b(domains?|dns|cname|certificate|cert\w*|ssl|tls|zertifikat)\b/, 2])],
  ['mobile', weigh([/\b(ios|android|iphone|sdk|mobile app|app store|galaxy)\b/, 3])],
  [
    'privacy',
    weigh([/\b(gdpr|dsgvo|rgpd|erasure|personal data|loschung|data residency|privacy|auskunft)\b/, 3]),
  ],
  ['reports', weigh([/\b(reports?|analytics|statistics|bericht\w*|informes?|rapports?|chart)\b/, 1.75])],
  ['dashboard', weigh([/\b(dashboard|order list|page (is|takes)|load\w*|slow|langsam)\b/, 1.5])],
  ['integrations', weigh([/\b(integration\w*|connector|zapier|salesforce|slack|teams|erp)\b/, 1.5])],
  ['status', weigh([/\b(status page|outage|maintenance|everything is down|incident)\b/, 1.5])],
];

function weigh(...rules: readonly (readonly [RegExp, number])[]): readonly Rule[] {
  return rules.map(([pattern, weight]) => ({ pattern, weight }));
}

function mostSaid(evidence: Evidence): string {
  const counts = new Map<string, { word: string; count: number }>();
  for (const { term, word } of evidence.sentences.flatMap((sentence) => termsOf(sentence))) {
    if (!/^\p{L}{4,20}$/u.test(word)) continue;
    counts.set(term, { word: counts.get(term)?.word ?? word, count: (counts.get(term)?.count ?? 0) + 1 });
  }
  const best = [...counts.values()].sort((left, right) => right.count - left.count)[0];
  return best !== undefined && best.count > 1 ? best.word : 'general';
}
