import type { Category } from '../../../domain/words.ts';
import type { Rule } from '../rule.ts';
import { wishWords, wouldBeNice } from './wish-words.ts';

/** What people say when they mean a category: English first, then the commonest German, Spanish and French words. */
export const categoryRules: Readonly<Record<Category, readonly Rule[]>> = {
  billing: [
    rule(
      /\b(charged?|billed|billing|overcharged|double charge|abgebucht|berechnet|cobrad[oa]|cobraron|prelev\w+)\b/,
      2.5,
    ),
    rule(
      /\b(refund\w*|money back|reimburse\w*|ruckerstatt\w+|erstattung|geld zuruck|reembols\w+|rembours\w+)\b/,
      3,
    ),
    rule(/\b(invoices?|receipts?|rechnung(en)?|factura|facturas|facturacion|factures?)\b/, 2.5),
    rule(/\b(vat|tax id|sales tax|mwst|ust|umsatzsteuer|ust-idnr|iva|tva)\b/, 2),
    rule(
      /\b(what|which|any) credit\b|\bcredit(s)? (for|after|under|note)\b|\bgutschrift\b|\bgoodwill\b|\bcompensat\w+/,
      2.5,
    ),
    rule(
      /\b(subscription|abo|abonnement|suscripcion|proration|prorat\w+|renewal|pricing|purchase order)\b/,
      2,
    ),
    rule(
      /\b(upgrade|downgrade|change|cancel\w*)\b.{0,30}\b(plan|business|standard|enterprise|subscription|workspace|contract)\b/,
      2,
    ),
    rule(/\b(pay|cost|costs|price)\b.{0,25}\b(plan|month|monthly|seat|full|year|\d+)\b/, 1.5),
    rule(/\b(under|per|in) (the|our) contract\b|\b(service|sla) credits?\b/, 1.5),
    rule(/\b(our|my|your|the) payment failed\b|\bbil-\d+\b|\bcard on file\b|\bdunning\b/, 3),
    rule(
      /\b(took|taken)\b.{0,20}\b\d+\b.{0,30}\b(from|in|for)\b|\b(zahlungsmethode|kreditkarte fur|kundigung)\b/,
      1.5,
    ),
    rule(
      /\b(discount|rabatt|descuento|remise)\b.{0,30}\b(contract|renew\w*|plan|subscription|vertrag|us|uns)\b/,
      2.5,
    ),
  ],
  account: [
    rule(
      /\b(log ?in|logging in|sign ?in|signing in|log ?on|einloggen|anmeld\w+|iniciar sesion|connexion|(se|me|nous) connecter|(puedo|podemos|deja|dejan) (entrar|acceder)|nicht (mehr )?(rein|hinein))\b/,
      2.5,
    ),
    rule(
      /\b(password|passwort|kennwort|contrasena|mot de passe|reset (mail|link|email)|(locked|shut|kicked) out|gesperrt|ausgesperrt)\b/,
      2.5,
    ),
    rule(
      /\b(2fa|mfa|two[- ]factor|authenticator|recovery codes?|one[- ]time code|zwei-faktor|doble factor)\b/,
      3,
    ),
    rule(/\b(sso|saml|oidc|okta|entra|azure ad|scim|provision\w*|aadsts\d+|single sign[- ]on)\b/, 3),
    rule(/\b(owner|inhaber|propietario|proprietaire)\b/, 2),
    rule(
      /\b(becom\w+|make|new|nobody is|no one is|change|transfer\w*|previous|former)\b.{0,25}\bowner(ship)?\b|\bowner\b.{0,20}\b(left|gone|quit)\b/,
      2,
    ),
    rule(
      /\b(invit\w+|einlad\w+|seats?|roles?|permissions?|administrator\w*|admin rights|only admin|rechte|berechtigung\w*|permisos?|droits)\b/,
      1.5,
    ),
    rule(
      /\b(get|gets|getting|got) into\b|\baccess to (our|my|the) (account|workspace)\b|\bzugang\b|\bacceso a (la|mi|nuestra) cuenta\b/,
      2,
    ),
    rule(
      /\b(add|remove|delete|deactivate|transfer|own)\b.{0,25}\b(user|users|member|members|colleague|account|workspace|seat)\b/,
      2,
    ),
    rule(/\b(change|update)\b.{0,20}\b(my|our) (e-?mail|name|address|profile)\b/, 2),
  ],
  feature_request: [
    rule(/\bfeature (request|idea|wish)\b|\bfunktionswunsch\b|\bverbesserungsvorschlag\b/, 5),
    rule(anyOf(wouldBeNice), 3.5),
    rule(
      /\b(nous aimerions|nos gustaria|we'd love|we would love)\b(?!.{0,40}\b(factur\w+|invoice|rembours\w+|refund|savoir|saber|know|hear|log|sign)\b)/,
      3,
    ),
    rule(anyOf(wishWords), 3),
    rule(/\badd support for\b/, 3),
    rule(/^(idea|suggestion|wish|wunsch|vorschlag|idee|sugerencia)\b/, 3),
    rule(/\b(road ?map|(is (that|this|it)|ist (das|dies|so etwas)) (schon )?(planned|geplant))\b/, 2.5),
    rule(
      /\bwhen (will|can|do)\b.{0,60}\b(ship|launch|come|be (available|released|ready)|support|get)\b|\bwann (kommt (?!mein|unser|die |das )|gibt es)\b/,
      3.5,
    ),
    rule(/\bi wish\b|\bmissing (a )?(feature|option)\b|\ban option to\b|\bah[ií] falta\b/, 2.5),
    rule(/\b(geht das mit|gibt es (eine moglichkeit|die moglichkeit)|im voraus einplanen)\b/, 2.5),
  ],
  bug: [
    rule(/\b(bug|bugs|defect|regression|glitch|fehlerhaft)\b/, 3),
    rule(/\b(reproduc\w+|steps to reproduce|repro|reproduzier\w+|nachstellen)\b/, 2.5),
    rule(
      /\b(does nothing|do nothing|nothing happens|no reaction|passiert nichts|no pasa nada|rien ne se passe)\b/,
      3,
    ),
    rule(
      /\b(is|are) dead\b|\b(button|link|page|menu|icon|screen)\b.{0,30}\b(broken|dead|blank|white|black|grey|frozen)\b/,
      2.5,
    ),
    rule(
      /\b(crash\w*(?! (?:against|on the shore))|freezes?|frozen|black screen|blank page|stack ?trace|exception|null ?pointer|undefined is not)\b/,
      2.5,
    ),
    rule(
      /\b(worked (yesterday|before|last week|until)|used to work|since (the|your) (last |latest )?(update|release|version|deploy\w*))\b/,
      2.5,
    ),
    rule(
      /\b(off from|off by|rounding|does ?n[o']t match|do not match|don't match|stimmt\b.{0,60}\bnicht|rundung\w*)\b/,
      3,
    ),
    rule(
      /\b(twice on the same|(was|were|got) sent twice|should ?n[o']t be possible|expected\b.{0,40}\b(actual|but|instead))\b/,
      3,
    ),
    rule(
      /\b(wrong|incorrect|falsche?|incorrecto|mauvais)\b.{0,25}\b(total|sum|amount|number|value|result|summe|betrag)\b/,
      2,
    ),
  ],
  technical: [
    rule(/\b(error|errors|fehler|erreur|errores|fails?|failed|failing|failure|falla|fallan|echoue)\b/, 1.5),
    rule(
      /\b(40[0-9]|42[29]|50[0-4]|timeout|time-?outs?|timed out|rate[- ]limit\w*|too many requests|bad gateway)\b/,
      2,
    ),
    rule(
      /\b(api|webhooks?|sdk|endpoint|integration|idempotency|json|signature check|http|curl|get \/|post \/)\b/,
      2,
    ),
    rule(
      /\b(does ?n[o']t work|not working|doesnt work|stopped (working|coming)|(funktioniert|geht|klappt) (\w+ )?nicht|liefert\b.{0,60}\bkeine|no funciona\w*|ne (marche|fonctionne) (pas|plus))\b/,
      1.5,
    ),
    rule(/\b(down|outage|unavailable|unreachable|offline|ausfall|storung|caid[oa]|panne)\b/, 2.5),
    rule(
      /\b(\w*exporte?n?|export\w*|\w*importe?n?|import\w*|csv|encoding|umlaut\w*|excel|datei|fichier|archivo)\b/,
      1.5,
    ),
    rule(/\b(dns|cname|certificate|cert|ssl|tls|domain|spf|dkim|zertifikat|dominio|domaine)\b/, 2),
    rule(/\b(slow|latency|takes \d+ (seconds|minutes)|langsam|lento|lent)\b/, 2),
    rule(/\b(declin\w+|rechazad\w+|abgelehnt|refuse|acceptance rate|fraud|apple pay|google pay)\b/, 1.5),
    rule(/\b(orders?|shipments?|ship|bestellung(en)?|pedidos?|commandes?|bestellbestatigung)\b/, 1),
    rule(/\b(how (do|can|to)|where (do|can)|can (i|we)|is there|wie kann|wo kann|como puedo|comment)\b/, 1),
    rule(/\b(checkout|kasse|page de paiement|storefront|shop)\b/, 1),
    rule(
      /\b(no|keine)\b.{0,25}\b(e-?mails?|order email|bestatigung\w*)\b|\b(email|e-mail|mails?)\b.{0,25}\b(not (arriv|com)\w+|never|kommt|missing)\b/,
      1.5,
    ),
    rule(/\b(gdpr|dsgvo|rgpd|erasure|loschung)\b|\b(live|api|secret|test) key\b/, 2),
  ],
};

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'));
}

function rule(pattern: RegExp, weight: number): Rule {
  return { pattern, weight };
}
