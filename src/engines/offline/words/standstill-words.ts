import type { Composition } from '../composition.ts';

/** Business that stands still: what sells does not work, or nothing comes any more. */

/** Without these nothing is sold. They must be the subject: “the coupon at checkout does not work” is another matter. */
const tills =
  '(?:check ?-?outs?|(?:the |our )(?:basket|shopping cart|cart)|pay(?:ment)? ?(?:page|form|button|step|screen|process)|payments?|card payments?|tills?|cash ?desks?|card (?:readers?|terminals?|machines?)|pos)';
const kassen = String.raw`(?:kassen?|checkout|bezahlseite|warenkorb|kartenzahlung\w*|zahlung(?:en)?|kassensystem|bezahlvorgang)`;
const cajas = '(?:caja|checkout|pagina de pago|pasarela de pago|carrito|los pagos|tpv|datafonos?)';
const caisses =
  '(?:caisses?|checkout|page de paiement|paiements?|panier|tpe|terminal de paiement|tunnel de commande)';
const between =
  '(?: (?:page|button|form|step|process|on (?:our|the) (?:site|shop|website|store)|is|are|has|have|was|were|just|simply|still|currently|suddenly|completely|totally|all|again|keeps?|gone|went|been|now))*';
const stands = String.raw`(?: (?:(?:not|n't|no longer|never) (?:work\w*|load\w*|open\w*|respond\w*|react\w*|answer\w*|accept\w*|go(?:es|ing)? through|function\w*|process\w*)|does(?: not|n't) (?:work|load|open|respond|react|go through|function)|do(?: not|n't) (?:work|load|open|go through|process)|(?:is|are)n't (?:working|loading|opening|responding|going through|processing)|won't (?:load|open|work|go through)|stopped (?:working|loading|responding)|broken|dead|hangs?|hanging|hung|frozen|freezes|stuck|crashes|crashing|unusable|unresponsive|failing|times out|timing out|bounc(?:e|es|ing)|blank|spins|spinning))`;

const standing: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\b(?:at|in|on|during|the last|first|your) )\b${tills}${between}${stands}\b`),
  new RegExp(
    String.raw`\b${kassen}(?: (?:ist|sind|seit \w+|leider|heute|einfach|auch|plotzlich|komplett))* (?:(?:funktionier|geh|klapp|lad|reagier|offne|antworte)\w*(?: (?:seit|heute|morgen|gestern|leider|gar|uberhaupt|auch|\d+|uhr))* nicht|hangt|hangen|tot|kaputt|eingefroren|defekt|steht still)\b|\bgeht (?:an|in|bei) (?:der|den|unserer|unseren|allen) ${kassen} (?:gar |uberhaupt )?nichts\b`,
  ),
  new RegExp(
    String.raw`\b${cajas}(?: (?:ya|esta|estan|hoy|se ha|desde \w+))* (?:no (?:funciona\w*|carga\w*|abre\w*|responde\w*|va|van|pasan)|colgad\w+|rot[oa]s?|muert[oa]s?|se queda\w* (?:en blanco|colgad\w+)|bloquead\w+)\b|\bno funcionan? (?:el|la|los|las|nuestr\w+) ${cajas}`,
  ),
  new RegExp(
    String.raw`\b${caisses}(?: (?:est|sont|reste|ne|se|depuis \w+))* (?:(?:marche|fonctionne|charge|repond|s'ouvre|passe)\w* (?:pas|plus)|bloque\w*|morte?s?|plante\w*|fige\w*)\b`,
  ),
  // Who cannot take money sells nothing.
  /\b(?:can(?:no|')?t|can not|cannot|unable to|no longer|not able to|couldn't|impossible to) (?:\w+ )?(?:take|accept|process|charge|ring up|sell|receive) ?(?:any |card |the |our |in )*(?:payments?|orders?|cards?|sales|anything|money|customers)\b|\b(?:can(?:no|')?t|cannot|unable to|no longer) (?:sell|cash up)\b/,
  /\bkonnen (?:\w+ ){0,3}(?:nicht|nichts|keine \w+)(?: mehr)? (?:mehr )?(?:kassieren|abkassieren|verkaufen|annehmen|abrechnen|bezahlen)\b|\bnimmt\b.{0,50}\bkeine (?:zahlungen|karten|bestellungen)\b|\b(?:kann|konnen) (?:man )?nicht (?:mehr )?bezahl\w+/,
  /\bno (?:podemos|pueden|puede|se puede|logramos|consiguen) (?:\w+ )?(?:cobrar|vender|pagar|aceptar (?:pagos|tarjetas|pedidos)|(?:terminar|finalizar|completar) (?:la compra|el pedido|el pago|compras))\b|\bning[u]n\w* (?:cliente|comprador)\w* (?:puede|logra|consigue) (?:pagar|comprar|(?:terminar|finalizar|completar) )/,
  /\b(?:ne (?:pouvons|peuvent|peut|pouvez|puis|peux)|n'arriv(?:ons|e|ent)) (?:\w+ )?(?:plus|pas|rien)(?: \w+)?(?: a)? (?:encaisser|vendre|payer|accepter|prendre)\b|\bimpossible d'encaisser\b|\bplus moyen (?:de payer|d'encaisser|de vendre)\b/,
  /\b(?:declin|refus|reject)\w+ (?:every|all|any|each)(?: the| our)? cards?\b/,
];

const flows = '(?:orders?|payments?|sales?|transactions?|checkouts?|messages?|bookings?)';
const flow = new RegExp(
  [
    String.raw`\b(?:no|zero|not one|not a single|not any|no more) (?:new |single |more |incoming |further |card |online )*${flows}\b`,
    String.raw`\b(?:no|not) longer (?:get|getting|receive|receiving|see|seeing) (?:any )?${flows}\b|\b(?:have|has|had)(?:n't| not) (?:had|received|got|gotten|seen|made) (?:a single |any |one )(?:new |single )*${flows}\b`,
    String.raw`\b${flows}(?: have| has)?(?: suddenly| all| completely)? (?:stopped|ceased|dried up|dropped to (?:zero|0|nothing))\b|\b${flows} (?:are |is )?(?:no longer|not) (?:coming|arriving) (?:in|through)?`,
    String.raw`\b(?:keine|keinerlei|keine einzige|null) (?:neuen? |einzige )*(?:bestellung\w*|zahlung\w*|verkauf\w*|nachricht\w*|auftrage)\b`,
    String.raw`\b(?:ningun|ninguna|ni un solo|ni una sola|cero|ni un|ni una) (?:pedidos?|pagos?|ventas?|mensajes?)\b|\bno (?:nos )?(?:entra|entran|llega|llegan|recibimos|tenemos|hay) (?:ningun\w* |mas )?(?:pedidos?|pagos?|ventas?)\b`,
    String.raw`\b(?:aucune?|plus aucune?|pas une seule|zero|plus de|pas de) (?:nouvelles? )?(?:commandes?|paiements?|ventes?|messages?)\b|\b(?:commandes|paiements|ventes) n'(?:arrivent|entrent) plus\b`,
  ].join('|'),
);
const forAWhile =
  /\b(?:since|for (?:hours|the (?:last|past)|an hour|\d+|two|three|several)|today|tonight|all (?:day|morning)|this (?:morning|afternoon)|in the last|stopped|dried up|ceased|overnight|so far|any ?more|no longer|usual(?:ly)?|normal(?:ly)?|seit|heute|mehr|desde|hoy|depuis|aujourd'hui|ce matin|cette nuit|plus)\b/;
const notAtAll =
  /\bno (?:orders?|payments?|sales?) (?:need|were|was|are|is|has|have|should|will|must|can|could|yet to|to|or|and no)\b|\b(?:before|until|to (?:test|do)|if|unless|free trial|new shop|just opened|never had|never sold|not yet|noch keine|encore aucune|todavia no)\b|^(?:why|how|where|what|which|can|could|do|does|is there|wie|wo|was|kann|como|donde|comment|ou|peut)\b.*\?$|\b(?:keine|no|aucune) \w+ (?:verloren|perdid\w+|perdue?s?|lost)\b/;

/** Nobody tells this of one person: it is measured against all the days before. */
const againstUsual =
  /\b(?:normally|usually|otherwise|typically|normal|usual|instead of|average|per (?:hour|day|minute)|an hour|not (?:one|a single)|not any|normalerweise|sonst|ublich\w*|statt|pro (?:stunde|tag)|keine einzige|normalmente|habitual\w*|por (?:hora|dia)|ni (?:un|una) sol[oa]|d'habitude|normalement|par (?:heure|jour)|pas une seule)\b/;

/** A question of what would be: nothing stands still now. */
const wouldBe =
  /\b(?:what (?:happens|would happen|if)|how (?:do|would|can) (?:you|i|we) (?:know|tell|notice|test|simulate|see)|was passiert|que (?:pasa|ocurre|sucede)|que se passe)\b|\b(?:test|simulate|example|documentation|docs)\b/;

export const standstills: readonly Composition[] = [
  ...standing.map((pattern): Composition => ({ kind: 'outage', parts: [pattern], unless: wouldBe })),
  { kind: 'outage', parts: [flow, forAWhile], unless: notAtAll },
  { kind: 'outage', parts: [flow, againstUsual], unless: notAtAll },
];

/** Everybody is hit, told by what does not come any more. */
export const wholeFlow: Composition = { kind: 'outage', parts: [flow, againstUsual], unless: notAtAll };
