import type { Composition } from '../composition.ts';

/** People see what belongs to others, or a secret lies open. Patterns are for lower-case words without accents. */

const parties =
  '(?:customers?|clients?|shoppers?|buyers?|users?|people|persons?|members?|compan(?:y|ies)|firms?|shops?|stores?|merchants?|accounts?|workspaces?|tenants?|patients?|guests?|families|family)';
const belongings =
  '(?:orders?|invoices?|receipts?|bills?|data|details|records?|addresses|address|names?|e-?mails?|messages?|accounts?|confirmations?|documents?|files?|profiles?|baskets?|carts?|statements?|payslips?|prescriptions?|reports?|conversations?|tickets?|history|payments?|turnover|balances?|purchases?)';
/** Whose: “another customer's”, “other shoppers'”, “somebody else's”. */
const between = '(?:(?!(?:the|a|an|our|my|in|on|of|to|with|under|and|or|for|is|are)\\b)\\w+ ){0,2}';
const somebodyElses = String.raw`(?:(?:(?:an)?other|different|wrong) (?:\w+ )?${parties}(?:'s?|s')?|(?:some|any)(?:one|body) else's|(?:a )?strangers?'s?|other people's) ${between}${belongings}`;
const ofOthers = `${belongings} (?:of|belonging to|that belongs? to|(?:meant|intended) for|addressed to) (?:an?other|other|a (?:completely |totally )?different|(?:some|any)(?:one|body) else|strangers?)(?: ${parties})?`;
const anotherParty =
  "(?:an?other|different|someone else's|somebody else's) (?:customer's |client's )?(?:company|firm|account|workspace|tenant|customer|shop)";

const kundschaft = String.raw`(?:kund\w+|person\w*|leuten?|firm\w+|unternehmen|nutzer\w*|shops?|mandanten|kaufer\w*)`;
const persons = '(?:clientes?|personas?|empresas?|usuari[oa]s?|tiendas?|cuentas?|compradores)';
const personnes =
  '(?:clientes?|clients?|personnes?|entreprises?|societes?|utilisateurs?|utilisatrices?|boutiques?|comptes?|acheteurs?)';

const seen = new RegExp(
  [
    String.raw`\b(?:sees?|seeing|saw|seen|reads?|views?|opens?|opened|shows?|shown|showing|displays?|displayed|exposes?|gets?|getting|got|receiv\w+|sent|mailed|emailed|find|finds|found|access(?:es)?|downloads?|downloaded|logged|landed?|lands|attached|delivered|appears?|visible|leaks?|leaked)\b`,
    String.raw`\b(?:seh\w*|sieh\w*|gesehen|angezeigt|zeigt|bekomm\w*|bekam\w*|erhalt\w*|erhielt\w*|erhalten|zugriff|geschickt|verschickt|anhang|zugestellt|landet|landen|lesen|liest|offnet|sichtbar|einsehen)\b`,
    String.raw`\b(?:ve|ven|veo|vemos|vio|ver|visto|recib\w+|muestra\w*|aparec\w+|acced\w+|llega\w*|visibles?|enviad\w+)\b`,
    String.raw`\b(?:voi[ts]|voient|voyons|vu|vois|recoi\w+|recevons|recu\w*|affich\w+|acced\w+|visibles?|envoye\w*|apparai\w+)\b`,
  ].join('|'),
);

/** Who asks how it can be done, or hindered, tells of nothing that happened. “Why” and “how come” do. */
const asked = new RegExp(
  [
    String.raw`^(?:\W*(?:hi|hello|hey)\W+)?(?:(?:how|where) (?:do|can|could|to|would|should) (?:i|we|my|our|one|you|[a-z]+ing)?\b(?!t be)|(?:can|could|may) (?!you\b)|who (?:can|may|is able)|is it possible (?!that)|is there|are there)`,
    String.raw`\b(?:prevent|avoid|restrict|hide|make sure|ensure|should be able|allow|let (?:him|her|them|our|my)|how (?:an)?other)\b`,
    String.raw`\b(?:want|would like|'d like|wish|need)(?: to (?:see|let|show|give|have)| (?:my|our|the|all|some|that|staff|users|customers|them|him|her)\b)|\bwould be (?:nice|great|good|helpful|useful|cool)\b`,
    String.raw`^(?:wie|wo|kann|konnen|konnte\w*|darf|durfen|gibt es|ist es moglich)\b|\b(?:verhinder\w*|vermeid\w*|mochte\w*|soll\w*|keine fremden|wollen)\b`,
    String.raw`^\W*(?:como|donde|puedo|podemos|se puede|pueden|hay)\b|\b(?:evitar|impedir|quiero|queremos|quisiera\w*|gustaria)\b`,
    String.raw`^(?:comment|ou|peut-on|puis-je|est-il possible|est-ce possible)\b|\b(?:empecher|eviter|voudr\w+|souhait\w+|aimer\w+)\b`,
  ].join('|'),
);
/** What is written to be seen by others. */
const forAll = /\b(?:reviews?|ratings?|testimonials?|comments?|bewertung\w*|opiniones|resenas|avis)\b/;

const exposures: readonly RegExp[] = [
  /\b(?:see|sees|seeing|access|shows?|view|sieht|sehen|ven|voit|voient)\b.{0,30}\b(?:other|another|fremde|otros|autres?) (?:customers?|compan\w+|shops?|accounts?|workspaces?|tenants?|people|kunden|clientes|clients)\b/,
  new RegExp(String.raw`\b(?:${somebodyElses}|${ofOthers})(?!\w)`),
  new RegExp(
    String.raw`\b(?:shows?|showed|showing|see|sees|seeing|saw|logged (?:me )?in(?:to)?|landed in|lands? (?:me )?in|am in|inside) (?:me |us |the (?:data|dashboard|orders) of )?(?:an? |the )?(?:completely |totally |entirely )?${anotherParty}\b`,
  ),
  new RegExp(
    String.raw`\bfremde[nrsm]? (?:${kundschaft}|bestell\w+|rechnung\w*|\w*daten|adress\w+|kont\w+|auftrag\w*|namen)\b|\b(?:von )?(?:anderer|anderen|eines anderen|einer anderen|einem anderen|jemand anderem|jemand anders) ?(?:${kundschaft})?\b.{0,12}(?=$|\W)(?<=\b(?:bestell\w+|rechnung\w*|\w*daten|adress\w+|konto|kunden|person|firma|firmen|unternehmen|leuten?)\b.{0,40})`,
  ),
  new RegExp(
    String.raw`\bde (?:otr[oa]s?|una? tercer\w*) ${persons}\b|\b(?:datos|pedidos|facturas|direcciones|cuentas) ajen[oa]s\b|\bde otra persona\b`,
  ),
  new RegExp(
    String.raw`\bd'(?:une? )?autres? ${personnes}\b|\bdes autres ${personnes}\b|\bde quelqu'un d'autre\b|\bd'autrui\b`,
  ),
];

const secret = String.raw`(?:(?:api|live|secret|private|production|access|ssh)[- ])*(?:keys?|tokens?|passwords?|secrets?|credentials?|\.env)`;
const geheimnis = String.raw`(?:\w*schlussel|passw\w+|kennw\w+|zugangsdaten|\w*token|api-key|anmeldedaten)`;
const secreto = '(?:claves?|contrasenas?|credenciales|token|tokens)';
const secretFr = '(?:cles?|mots? de passe|jetons?|identifiants|tokens?)';
const openPlace =
  /\b(?:git(?:hub|lab)|bitbucket|public\w*|repo|repository|pastebin|stack ?overflow|forums?|gist|internet|online|twitter|reddit|blog|screenshot|live ?stream|npm|docker hub|offentlich\w*|netz|en ligne|en linea|foro)\b/;
const laidOpen = new RegExp(
  [
    String.raw`\b(?:leaked|leaks|published|exposed|committed|pushed|rolled|uploaded|posted|pasted|shared|checked in|put|shown|left|tweeted|visible|ended up|landed)\b`,
    String.raw`\b(?:veroffentlich\w*|geleakt|leakt|hochgeladen|gepostet|geteilt|durchgesickert|offengelegt|eingecheckt|gepusht|gelandet|gestellt|sichtbar)\b`,
    String.raw`\b(?:publicad\w+|publicamos|publico|publique|filtrad\w+|filtro|expuest\w+|subid\w+|subi|subimos|subio|compartid\w+|divulgad\w+)\b`,
    String.raw`\b(?:publie\w*|expose\w*|divulgue\w*|poste\w*|pousse\w*|fuite\w*|partage\w*|mis\w*|depose\w*)\b`,
  ].join('|'),
);
const plainlyOpen = new RegExp(
  String.raw`\b${secret}\b.{0,40}\b(?:leaked|got out|exposed|public on|compromised)\b|\b(?:leaked|exposed|compromised) (?:(?:a|an|our|my|the|one of our|some) )?(?:\w+ )?${secret}\b|\b${geheimnis}\b.{0,60}\b(?:geleakt|veroffentlicht|durchgesickert|offengelegt)\b|\b${secreto}\b.{0,40}\b(?:filtrad\w+|expuest\w+|divulgad\w+)\b|\b(?:filtrado|expuesto|publicado) .{0,30}\b${secreto}\b|\b${secretFr}\b.{0,40}\b(?:fuite|expose\w*|divulgue\w*|publie\w*)\b|\b(?:divulgue|publie|expose) .{0,30}\b${secretFr}\b`,
);
const docs =
  /\b(documentation|docs|manual|which|want to|would like to|plan to|key ?word|public key|key figures|keyboard)\b/;
/** The same question about what may be open; a secret that is named as leaked is looked at however it is asked. */
const askedHow =
  /^(?:how|where|can (?!you)|could (?!you)|should|is it|do you|wie|wo|kann|soll|como|donde|puedo|comment|ou|puis)\b/;

const breaches: Composition = {
  kind: 'exposure',
  parts: [/\b(?:data (?:breach|leak)|datenleck|datenpanne|fuite de donnees|brecha de datos|fuga de datos)\b/],
  unless:
    /\b(?:breach|leak) (?:policy|process|notification|insurance|clause|plan|protection)|\b(?:no|without|any|ever had|in case of|im falle|en cas de|en caso de) (?:an? |einer |eine |una )?(?:data (?:breach|leak)|daten(?:leck|panne)|fuite|brecha|fuga)/,
};

export const exposureCompositions: readonly Composition[] = [breaches, ...exposures.map(exposureOf)];

function exposureOf(thing: RegExp): Composition {
  return { kind: 'exposure', parts: [thing, seen], unless: forAll, unlessBefore: asked };
}

export const secretCompositions: readonly Composition[] = [
  {
    kind: 'security',
    parts: [
      new RegExp(String.raw`\b(?:${secret}|${geheimnis}|${secreto}|${secretFr})\b`),
      laidOpen,
      openPlace,
    ],
    unless: new RegExp(`${docs.source}|${askedHow.source}`),
  },
  { kind: 'security', parts: [plainlyOpen], unless: docs },
  {
    kind: 'security',
    parts: [
      /\b(?:former|previous|ex|fired|dismissed|sacked|departed)[- ](?:\w+ )?(?:agency|employees?|partners?|contractors?|freelancers?|developers?|colleagues?|admins?|staff|members?|owners?|suppliers?)\b|\behemalig\w* \w+|\b(?:gekundigte|entlassene)\w* \w+|\bex-?(?:emplead\w+|soci\w+|companer\w+|agencia|mitarbeiter\w*|kolleg\w+)|\banciens? (?:employe\w*|salarie\w*|collegue\w*|prestataire\w*|agence)|\bancienne (?:agence|employee|salariee|collegue)/,
      /\b(?:still|noch|immer noch|todavia|aun|sigue|siguen|encore|toujours)\b/,
      /\b(?:access|log(?:s|ged)? in|sign(?:s|ed)? in|see|sees|read|reads|admin\w*|zugriff|zugang|anmelden|einloggen|acceso|accede\w*|entrar|entra|ve|acces|connecte\w*|voit)\b/,
    ],
  },
  {
    kind: 'security',
    parts: [
      /\b(?:some(?:one|body)|a (?:person|user|man|woman)|people|an account) (?:that |who |whom )?(?:i|we|nobody here) (?:do not|don't|does not|doesn't|did not|didn't|never) (?:know|recogni[sz]e|invite|add)\w*|\b(?:unknown|strange|unfamiliar) (?:member|admin|person|administrator)s?\b|\b(?:jemand|person|nutzer)\w*,? (?:den|die) (?:wir|ich|niemand) nicht kenn\w+|\b(?:alguien|una persona) que no conoc\w+|\bquelqu'un que (?:je|nous|personne) ne conna\w+/,
      /\b(?:add(?:ed|s)?|member|joined|log(?:ged)? in|signed in|changed|access|account|workspace|role|admin|hinzu\w*|mitglied|geandert|angemeldet|zugriff|miembro|cambi\w+|entr\w+|acceso|membre|change|connecte|acces)\b/,
    ],
  },
];
