/** What people say about how bad it is. Patterns are for lower-case words without accents. */

export const securityWords: readonly RegExp[] = [
  /\b(hacked|gehackt|hackead[oa]|pirate|compromised|kompromittiert|unauthori[sz]ed (access|login|sign)|breach\w*\b(?! (?:policy|process|notification|insurance|clause|plan|protection))|ransomware|malware)\b/,
  /\b(leaked|exposed|stolen|pushed|published|posted|gestohlen|robad[oa]|vole)\b.{0,40}\b(key|keys|token|secret|password|passwords|credentials|data|laptop|phone|repo\w*|schlussel)\b/,
  /\b(key|keys|token|secret|passwords?|credentials|laptop|phone)\b.{0,25}\b(leaked|exposed|stolen|public|gestohlen|robad[oa])\b/,
  /\b(phishing|vulnerability|sicherheitslucke|vulnerabilidad|faille de securite|sql injection|xss)\b/,
  /\b((who|has|have|had) (\w+ )?left|ex-?(employee|colleague|staff|member|admin)s?|former (employee|colleague|member|admin)s?|ehemalige\w*)\b.{0,40}\b(still|noch)\b.{0,30}\b(access|logs?|signs?|sees?|see|read|reads|zugriff|zugang)\b/,
  /\b(suspicious|unknown|unfamiliar|strange|foreign|verdachtig\w*|fremde[rsn]?|unbekannte[rsn]?|sospechos[oa]|suspecte) (login|log-in|sign-?in|access|device|session|anmeldung|acceso|connexion)s?\b/,
  /\b(without (our|my|any) (permission|consent|knowledge|authori[sz]ation)|ohne (unsere|meine) (erlaubnis|zustimmung|genehmigung)|sin (nuestro|mi|nuestra) (permiso|autorizacion|consentimiento)|sans (notre |mon )?autorisation)\b/,
];

export const dataLossWords: readonly RegExp[] = [
  /(?<!\b(?:no|without|any|avoid|prevent|kein|keinen|ohne|sin|sans|aucune) )\b(data ?loss|datenverlust|perdida de datos|perte de donnees)\b/,
  /\b(lost|wiped|erased|overwrote|verloren|perdimos|perdu) (all |our |all our |all of our |the |my |alle |unsere |todos |los |nos |les )*(data|records|files|history|articles|products|daten|bestellungen|datos|donnees)\b|\b(lost|wiped|erased) all (our |of our |the )?(orders|customers)\b/,
  /\b(data|orders|customers|records|files|history|products|daten|bestellungen|datos|pedidos|donnees|commandes)\b.{0,20}\b(gone|disappeared|vanished|wiped|verschwunden|sind weg|ist weg|desaparecid\w+|disparu\w*)\b/,
];

export const outageWords: readonly RegExp[] = [
  /\b(is|are|was|still|completely|totally|fully|been|went) down\b|(?<!\b(?:after|during|from|for|no|without) (?:the |an |your |that )?(?:\w+ )?|\blast \w+'s )\b(outage|blackout|ausfall|totalausfall)\b/,
  /\b(net::)?err_(cert|ssl|connection|name|address|timed|too_many_red)\w*|\b(site|page) can(no|')?t be reached\b|\bcertificate\b.{0,20}\b(has |is )?(expired|not valid|invalid)\b/,
  /\b(our|the|my|your) (whole |entire )?(shop|store|storefront|checkout|site|website|app|platform)\b( \w+)? (shows?|gives?|returns?|throws?|displays?|is showing|answers with) (me |us |only |just )?(an? )?(\w+ )?(error|blank|white|empty page)\b/,
  /\b(502|503|504|bad gateway|service unavailable|internal server error)\b|\b(returns?|answers?|answers? with|gives?|throws?|http|status|error|code|fehler|erreur) (an? |us |only |code )?500\b(?! (per|a|each|orders|items|rows|products|pro|por|par)\b)/,
  /\b(nobody|no one|noone|none of (us|our|the|my)|niemand|keiner|nadie|personne)\b.{0,30}\b(can|is able|get|gets|kann|konnen|komm\w+|puede|peut|pay|check ?out|log|work)\b/,
  /\b(nothing works|nothing is working|everything is (down|broken)|geht nichts mehr|steht alles still|nada funciona|no funciona nada|rien ne (marche|fonctionne)|en panne|hors service|inaccessible|caid[oa])\b/,
  /\b(is|are|ist|sind) (unreachable|unavailable|offline|not reachable|nicht erreichbar|nicht verfugbar)\b/,
  /\b(can(no|')?t|cannot|unable to|konnen nicht|no (podemos|pueden)|ne (peuvent|pouvons) (pas|plus))\b.{0,20}\b(check ?out|take (any )?payments|sell|take (any )?orders|bezahlen|pagar|payer)\b/,
];

export const failureWords: readonly RegExp[] = [
  /\b(fail\w*|errors?|broken|broke|crash\w*(?! (?:against|on the shore))|stuck|stopped|dead|declin\w+|disabled|invalid|blocked|rejected|refused|skips?|duplicates?|oversold|suspected_fraud)\b/,
  /\b(does ?n[o']?t|do ?n[o']t|can ?not|cant|can't|won't|wont|isn't|not|never|no longer) (work\w*|load\w*|open\w*|save\w*|send\w*|arriv\w+|com(e|es|ing)|show\w*|see|get|log|sign|sync\w*|updat\w+|provision|verify|be reached)\b/,
  /\b(can(no|')?t|cannot|can not|unable to|are ?n[o']t able to) (\w+ )?(change|edit|use|access|reach|connect|export|import|upload|download|invite|create|delete|remove|pay|order|ship|print|continue|finish|submit|activate|enable|disable|book|charge|refund|switch|reset|publish|search|select|press|click)\b/,
  /\b[a-z]+_(blocked|failed|failure|error|denied|invalid|expired|refused|rejected|missing|conflict|not_found|unavailable)\b|\b(but|only|aber|pero|mais) (not|nicht|no|pas) (on|in|at|for|with|from|when|auf|bei|im|mit|en|con|sur|chez|avec)\b/,
  /\b(our|my|some|many|several|unsere[nr]?|nos|nuestr[oa]s|muchos|plusieurs) (\w+ )?(customers|users|shoppers|clients|clientes|kunden|nutzer|utilisateurs|usuarios|visitors|members)( [\w-]+){0,3} (see|say|report|complain|tell us|sehen|melden|ven|dicen|voient|disent|signalent)\b/,
  /\b(owner|inhaber|propietario|proprietaire|admin|administrator)\b.{0,40}\b(left|gone|quit|retired|passed away|no longer|nicht mehr|ya no|n'est plus|a quitte)\b|\b(nobody|no one) is (the )?(owner|admin)\b/,
  /\b(locked out|shut out|kicked out|thrown out|logs? (me|us) out|disappear(s|ed)?|vanish(es|ed)?|ausgesperrt)\b/,
  /\bkeeps? (on )?(?!in\b)\w+ing\b|\bjumps? back\b|\bmismatch\w*\b|\b(ends?|stops?|comes? back|came back) with\b|\b(answers?|returns?|gives?|throws?) (me |us |a |an |only )*4\d\d\b|\bnever (show|turn)s? up\b/,
  /\b(offnet|erscheint|kommt|zeigt|steht)\b.{0,40}\b(doppelt|zweimal)\b|\bkommt\b.{0,60}\bnicht\b.{0,30}\ban\b|\bspringt\b.{0,30}\bzuruck\b|\bverschwinde\w*\b/,
  /\bne (?!sais|savons|veux|voulons)\w+ plus\b(?! besoin)|\bdesaparece\w*\b|\bse cierra sol[oa]\b|\bdispara(it|issent)\b/,
  /\b(nothing happens|does nothing|wrong|missing|warning|twice|too many requests|rate_limited|429|401|403|409|timeouts?|timed out|no longer|still pending|in pending|err_\w+|net::\w+)\b/,
  /\b(fehler\w*|kaputt|fehlgeschlagen|(ist|sind|war|waren|sei|als) (\w+ )?ungultig|ungultige\w*|(funktionier|geh|klapp|lad|reagier|start|send|empfang|synchronisier)\w* (\w+ ){0,3}nicht|lass(t|en) sich nicht|kommt\b.{0,60}\bkeine|keine\b.{0,60}\ban|stimmt nicht|passiert nichts|abgelehnt|fehlt|lehnt)\b/,
  /\b(liefer\w+|kommt|kommen|bekomm\w+|erhalt\w*|empfang\w*|send\w*|seh\w*)\b.{0,60}\bkeine?n? [\w-]+( [\w-]+)? mehr\b|\bliefer\w+\b.{0,60}\bkeine?n?\b|\bkomm\w* (\w+ )?nicht (mehr )?(rein|hinein|ins?)\b|\bkann (mich|uns) (\w+ )?nicht\b|\bkonnen uns (\w+ )?nicht\b/,
  /\b(no funciona\w*|falla\w*|error\w*|rechazad\w+|invalid[oa]s?|no (llega|carga|abre)\w?|no (puedo|podemos|pueden|nos deja|me deja)(?! encontrar)|dej(o|aron) de \w+|ya no (\w+ )?(llega\w*|recib\w+|carga\w*|aparec\w+))\b/,
  /\b(ne (marche|fonctionne|charge|repond|s'ouvre|s'affiche|se charge|part|recoi|recev|peu[xt]|pouvons|peuvent)\w* (pas|plus)(?! trouver)|n'(arriv|envoi|ouvr|affich)\w+ (pas|plus)|erreur\w*|refuse\w*|bloque\w*|invalides?|(?<!\b(?:est|serait|sera)-(?:ce|il) (?:\w+ )?)impossible)\b/,
  /\b(reset mail never|no (reset|order|confirmation) (mail|email|e-mail)|get no (mail|email|order email)|off from|dropped from|sent twice)\b/,
];

/** What looks wrong and is turned away by somebody works no longer. */
export const refusalWords: readonly RegExp[] = [
  /\b(reject(s|ed)?|refuse[sd]?|turn(s|ed) (it |them )?(down|away)|does ?n[o']t accept|won't accept|lehnt\b.{0,40}\bab|rechaza\w*|refusent?)\b/,
];

export const slowWords: readonly RegExp[] = [
  /\b(slow\w*|sluggish|laggy|latency|takes? \d+ (seconds|minutes|s|min)|langsam|dauert ewig|(?<!fuego )lent[oa]?|lente)\b/,
];

export const cosmeticWords: readonly RegExp[] = [
  /\b(typo|spelling|misspel\w+|cosmetic|alignment|misaligned|pixel|schreibfehler|tippfehler|errata|faute de frappe)\b/,
  /\b(umlaut\w*|accents?|encoding|characters?) (look|looks|are|is|broken|kaputt)\b|\bcents?\b|\brappen\b|\b0\.01\b|\blooks (bad|odd|ugly|wrong)\b/,
];

export const wholeScope: readonly RegExp[] = [
  /\ball (of )?(our |the |my |your |us\b|them\b)?(\d+ )?(users?|customers?|shoppers?|people|colleagues|employees|staff|agents|shops?|stores?|sites|members|teams|clients|visitors|regions|tenants|workspaces|requests|payments|orders|sales|records|data|files|products)\b/,
  /\b(all|every)( of)?( the| our)?( \d+)? (counters?|tills?|terminals?|branch(es)?|locations?|outlets?|registers?|countries|warehouses?|checkouts?)\b|\bevery (till|branch|location|outlet|card)\b|\bnot one since\b/,
  /\b(alle[nrs]?|samtliche[nr]?|(in|an) (allen|keiner|keinem))\b( unsere[nr]?)? (filialen?|kassen?|geschaft\w*|laden|standort\w*|markt\w*|terminals?)\b/,
  /\b(ning[u]n\w*|todas? (las|nuestras)|en todas las) (cliente|clientes|tienda|tiendas|caja|cajas|comprador\w*|usuario\w*)\b|\b(aucun(e)?|tous (nos|les)|toutes (nos|les)|dans tous nos) (de nos )?(clients?|magasins?|caisses?|points? de vente|sites?|etablissements?)\b/,
  /\ball of (us|them|it)\b|\b(everyone|everybody)\b(?! else)|\bevery (single )?(user|customer|shopper|client|visitor|employee|colleague|member|payment|order|request|shop|store)\b/,
  /\b(nobody|no one|noone)( \w+){0,3} (can|could|gets?|is able|receives?|sees?)\b|\bnone of (us|our|the|my)\b|\bnot a single (user|customer|order|payment)\b/,
  /\b(entire|whole|complete) (team|company|organi[sz]ation|workspace|warehouse|department|office|shop|store|site|support|customer base)\b|\b(company|org|site)-?wide\b/,
  /\balle[nrs]? (unsere[nr]? )?(kunden|nutzer\w*|benutzer\w*|mitarbeite\w+|kolleg\w+|shops|laden|standorte|bestellungen|zahlungen)\b|\b(niemand|keiner)\b|\b(das ganze team|die ganze firma|unternehmensweit)\b/,
  /\btod[oa]s (los|las|nuestr[oa]s) (usuarios|clientes|pedidos|tiendas|pagos|empleados)\b|\bnadie\b|\btod[oa] (el equipo|la empresa)\b/,
  /\b(tous|toutes) (les|nos) (utilisateurs|clients|clientes|commandes|boutiques|paiements|employes|collegues)\b|\bpersonne ne\b|\btoute (l'equipe|l'entreprise)\b/,
];

export const wideScope: readonly RegExp[] = [
  /\b(many|several|multiple|most|lots of|dozens of|hundreds of|thousands of|various) (\w+ )?(users?|customers?|shoppers?|people|colleagues|orders?|payments?|clients|members|shops?|stores?|requests?)\b/,
  /\b(?!1\b)\d[\d,.]* (\w+ )?(users|customers|shoppers|people|colleagues|orders|payments|clients|members|shops|stores|events|items|webhooks|messages|invoices|records|files|products|e-?mails)\b|~? ?\b(?!100 ?% )\d+(\.\d+)? ?%(?! (off|discount|rabatt|on|if|when|for)\b)/,
  /\b(our|the|my) (users|customers|shoppers|clients|team|staff)\b|\b(returning|new) customers\b|\b(half|a third|two thirds|a quarter|most|the majority) of (our|the|all|my|them)\b|\b(die halfte|ein drittel|la mitad|un tercio|la moitie|un tiers) (de|der|des|von|unserer)\b|\bshoppers are\b/,
  /\b(viele|mehrere|einige|unsere[nr]?) (kunden|nutzer|bestellungen|kolleg\w+|mitarbeiter)\b|\bbei unseren kunden\b/,
  /\b(muchos|muchas|varios|varias|nuestros) (clientes|pagos|pedidos|usuarios)\b|\b(plusieurs|beaucoup de|nos) (clients|commandes|utilisateurs|paiements)\b/,
];

/** A count from which “many” is a great many. */
export const hugeScope: readonly RegExp[] = [
  /\b(\d{1,3}([.,]\d{3})+|\d{4,}|\d+ ?k|hundreds of|thousands of|hunderte|tausende|cientos de|miles de|des centaines de|des milliers de) (\w+ )?(users|customers|shoppers|people|colleagues|orders|payments|clients|members|shops|stores|events|webhooks|messages|invoices|records|kunden|nutzer|bestellungen|zahlungen|clientes|pedidos|pagos|usuarios|commandes|paiements|utilisateurs)\b/,
];

export const singleScope: readonly RegExp[] = [
  /\b(one|a single|only one|just one|1) (of (my|our) )?(user|customer|colleague\w*|order|person|member|shopper|product|client|line|page)\b|\b(only|just) (me|for me)\b|\bone of (my|our)\b/,
  /\b(ein|eine|einer|eines|einem) (kund\w+|kolleg\w+|bestellung|nutzer\w*|mitarbeiter\w*)\b|\bun[ae]? (cliente|client|pedido|commande|usuario|utilisateur|collegue)\b|\bnur bei mir\b/,
];

export const blockedWords: readonly RegExp[] = [
  /\bno (known )?work ?around\b|\bno other way\b|\bkein workaround\b|\b(completely|totally|fully) (blocked|stuck)\b|\bwe are blocked\b|\bblocked (from|since|completely)\b/,
  /\b(can(no|')?t|cannot|unable to) (work|do anything|ship|sell|get in|get into|log ?in|sign in|operate)\b|\b(is|are|am|all|team) (locked|shut) out\b|\bstehen still\b|\bkonnen nicht (arbeiten|versenden)\b|\bno podemos trabajar\b|\bne pouvons (pas|plus) travailler\b/,
  /\bkomm\w* (\w+ )?nicht (mehr )?(rein|hinein)\b|\b(kann mich|konnen uns) (\w+ )?nicht (mehr )?(anmelden|einloggen)\b|\bkonnen nicht (mehr )?(arbeiten|versenden|verkaufen)\b|\bblockiert uns\b/,
  /\b(whole|entire) (warehouse|team|office|department) (is )?(waiting|waits|idle|stands)\b|\btout (l'entrepot|le monde|le magasin) attend\b|\b(das ganze|die ganze|der ganze) \w+ (steht|wartet)\b|\btod[oa] (el|la) \w+ (esta )?(parad[oa]|espera)/,
  /\b(shop|store|storefront|web ?shop|web ?site|site|login|sign-?in|tienda|boutique|laden)( (is|does|has|just|still|isn't|doesn't))* (not (work\w*|load\w*|open\w*|respond\w*)|(working|loading|work|load)|dead|hangs|unusable|no (funciona|carga)|ne (marche|fonctionne) (pas|plus)|(funktioniert|geht|ladt) nicht)\b/,
  /\bno (puedo|podemos) (entrar|acceder|trabajar|vender|iniciar sesion|hacer nada)\b|\bestamos (bloquead|parad)[oa]s\b/,
  /\bimpossible (de |d')(se |me |nous )?(connecter|acceder|travailler|vendre|entrer|expedier)\b|\bne (peux|pouvons|peut) (pas|plus) (me |nous |se )?(connecter|acceder|travailler|vendre|entrer)\b|\bsommes bloques\b/,
];

export const noWorkaround: readonly RegExp[] = [
  /\b(no|without( a)?|kein(en)?|sin|ningun|pas de|aucun) (known |other )?(work ?around|alternative|umweg|alternativa|solution de contournement)\b|\bno other way\b/,
];

export const workaroundWords: readonly RegExp[] = [
  /\b(workaround is|as a workaround|workaround:|found a workaround|there is a workaround|fallback (works|is on))\b/,
  /\bworks (for me|fine (in|on|with|for)|in|on|with) ?\w*|\b(is|are) ok\b|\beveryone else (is )?(fine|ok)\b|\bby hand\b|\bmanually\b|\bvon hand\b|\ba mano\b|\ba la main\b/,
];

export const moneyWords: readonly RegExp[] = [
  /\b(losing|lose|lost)\b.{0,25}(\d[\d.,]*k?\b|\b(money|sales|revenue|orders|customers)\b)[^.,;]{0,20}|\bverlieren\b.{0,20}\b(geld|umsatz)\b|\bperdemos\b|\bnous perdons\b/,
  /\b(shoppers|customers) are (bouncing|leaving)\b|\bcosting us\b|\b(killing us|oversold)\b|\borders are not being shipped\b/,
];

export const deadlineWords: readonly RegExp[] = [
  /\b(need|needs|needed|must|fix\w*|has to)\b[^.]{0,30}\b(today|tonight|by (tomorrow|noon|monday|friday|tonight)|within the hour|asap|right now)\b/,
  /\b(launch|go(ing)? live|demo|audit|deadline|board meeting)\b[^.]{0,25}\b(today|tomorrow|tonight|in \d+|this (morning|afternoon|week))\b|\bfrist lauft\b|\bbest day\b|\bblack friday\b/,
];

export const sincePhrases: readonly RegExp[] = [
  /\bsince (about |around |ca\.? )?(\d{1,2}([:.]\d{2})?( ?(am|pm|utc|cet|uk time))?|yesterday|midnight|noon|this morning|last night|(last )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|week)|today)\b/,
  /\bseit (ca\.? |etwa |heute |gestern )?(\d{1,2}([:.]\d{2})?( uhr)?|fruh|morgen|gestern|heute|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b( fruh)?/,
  /\bdesde (las |hace )?(\d{1,2}([:.]\d{2})?( horas?| minutos?| dias?)?|ayer|esta manana|anoche)\b|\bdepuis (\d{1,2}( ?h ?\d{0,2}|:\d{2})?|hier|ce matin|cette nuit)\b/,
];

export const questionWords: readonly RegExp[] = [
  /\b(how (do|can|to|long|much|many)|where (do|can|is)|can (i|we|you)|could (i|we)|is there|are there|do you|does it|what (is|are|does)|which|should i|who do i|if i)\b/,
  /\b(wie (kann|konnen|geht|bekomm\w+|ubertragen)|wo (kann|finde)|gibt es|kann ich|konnen wir|geht das|was (ist|bedeutet))\b/,
  /\b(como (puedo|podemos|se)|donde|se puede|hay alguna|comment|ou (puis|peut)|est-ce (que|impossible|possible)|(est|serait)-il (im)?possible|peut-on)\b|\?\s*$/,
];
