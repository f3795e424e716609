import { remembered } from '../remembered.ts';
import { matchesOf } from './matches-of.ts';
import { presentPromises } from './present-promises.ts';
import { plainReading } from './read-as-people-do.ts';

/**
 * Softer promises than `commitmentsIn`: that something costs nothing, will be made good, will be ready by a day, was our
 * fault. A help page may say such things of the product; a reply may not say them of a ticket. In the plain reading.
 */
export const assurancesIn: (text: string) => readonly string[] = remembered((text) => {
  const plain = plainReading(text);
  return patterns.flatMap((pattern) =>
    matchesOf(plain, pattern)
      .filter(({ index }) => !refusal.test(plain.slice(Math.max(0, index - 24), index)))
      .map((match) => match[0].trim()),
  );
}, 10_000);

/** "We cannot say when" promises nothing; "you don't have to" neither. */
const refusal =
  /\b(cannot|can't|can not|unable to|not able to|never|whether|if|kann (?:ich |wir )?(?:ihnen )?nicht|konnen (?:wir )?(?:ihnen )?nicht|ob|wenn|no puedo|no podemos|si|ne peux|ne pouvons|non posso|non possiamo|se|nao posso|nao podemos|kunnen niet|kan niet|of|nie mozemy)\W+(?:\w+\W+){0,2}$/;

const day = String.raw`(?:today|tonight|tomorrow(?: (?:morning|afternoon|evening))?|(?:the|this) weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the end of (?:the |this )?(?:day|week|month)|next (?:week|month|release|sprint)|this (?:week|month|afternoon|evening|morning)|noon|midnight|christmas|eod|eow|january|february|march|april|june|july|august|september|october|november|december|(?:a|an|one|two|three|four|five|six|seven|ten|twelve|a few|\d+) (?:minutes?|hours?|days?|weeks?|months?|business days?|working days?))`;
const done = `(?:fixed|repaired|solved|resolved|sorted|restored|ready|live|working|back|available|released|shipped|delivered|done|running|deployed|finished|complete|online)`;
const gift = String.raw`(?:refund\w*|reimburs\w*|credit(?:s|ed)?|discount\w*|compensat\w*|voucher|coupon|rebate|goodwill|money back)`;
const amount = String.raw`(?:half|fifty|twenty|twenty-five|thirty|forty|ten|fifteen|hundred|one hundred|full|\d+)`;

const patterns: readonly RegExp[] = [
  // Costs nothing, or less.
  String.raw`\b(?:on the house|(?:it'?s |this one is |that one is )?on us\b(?=\W*(?:$|[.!,]))|our treat|free of charge|at no (?:extra |additional )?(?:cost|charge)|no charge (?:for|to)|without (?:any )?(?:cost|charge) to you)`,
  String.raw`\b(?:you|your (?:account|card)) (?:will not|won'?t|will never|shall not|are not going to|aren't going to|'?ll not|do ?n[o']?t have to|need ?n[o']?t|need not) (?:be (?:charged|billed|invoiced)|pay\b|owe)`,
  String.raw`\b(?:we|i)(?:'ll| will| can| are happy to| have| 've|'ve| shall| would|'d)? ?(?:gladly |happily |also |just |go ahead and )?(?:cover(?:ed)?|absorb(?:ed)?|pay (?:for|back)|knock(?:ed)?|take off|took off|write off|wr[oi]te? off|drop(?:ped)?|forgiv\w*|void(?:ed)?|revers(?:e|ed)|return(?:ed)?|send back|sent back)\b.{0,30}\b(?:cost|costs|charge|charges|fee|fees|invoice|bill|money|amount|payment|price|penalty|percent|%)`,
  String.raw`\b${amount}[ -]?(?:percent|per cent|%)(?: off| discount| back| less| ${gift})|\b(?:half|${amount} (?:euros?|dollars?|pounds?|bucks)) off\b|\b(?:a|your|the|one|two|three) (?:free|complimentary) (?:month|months|year|week|upgrade|seat|seats|trial extension)`,
  String.raw`\b(?:month|months|year|weeks?|upgrade|seats?) (?:for free|free of charge|on us)\b`,
  String.raw`\b(?:your money (?:back|will be)|(?:get|have|receive|see) your money (?:back)?|money will be (?:back|returned)|make (?:it|this|things|everything|that) (?:right|up to you|good)|made (?:whole|it right)|make you whole|put (?:it|this|things) right)`,
  String.raw`\b(?:please )?(?:expect|you(?:'ll| will| can| should)? (?:get|see|receive|expect|have)) .{0,25}\b${gift}\b`,
  String.raw`\b(?:${gift}) (?:is|are|was|were|has been|have been|will be|should be|'s) (?:on (?:its|the) way|issued|approved|processed|granted|applied|coming|waiting|yours|confirmed|authori[sz]ed|credited)`,
  String.raw`\b(?:approved|granted|authori[sz]ed|processed|issued) (?:your|the|a|this) (?:\w+ ){0,2}${gift}`,
  String.raw`\b(?:no (?:payment|invoice|fee|charge|cost)s?\b.{0,30}\b(?:needed|required|due|this month|for you|from your side|will be)|(?:there will be|you will get|you'll get) no (?:invoice|bill|charge|fee)|(?:fee|charge|cost|price|penalty|invoice)s? (?:does|do|will|won'?t|has|have|is|are)(?: not|n't|n't be| be| been)? (?:not )?(?:apply|applies|dropped|cancelled|canceled|void|waived|removed|lifted) ?(?:to you|for you)?|costs? (?:you )?nothing|nothing to pay|pay nothing|owe (?:us )?nothing|(?:a|one) (?:third|quarter|half|tenth) off|(?:two|three) months for the price of)\b`,
  String.raw`\b(?:entitled to|eligible for|owed|deserve) (?:\w+ ){0,2}(?:damages|compensation|refund|reimbursement|credit|payment)\b|\blawyers? (?:agree|confirm|say)\b`,
  // By a day.
  String.raw`\b(?:by|before|until|from|no later than|as of|starting) ${day}\b.{0,60}\b(?:will|'ll|is|are|be|back|works?|working|${done}|normal)\b(?! (?:you|not|closed))`,
  String.raw`\b(?:will|'ll|expect|push|deploy|ship|fix|have)\b.{0,40}\b(?:again|fixed|fix|patch|it|sorted|${done})\b.{0,20}\b(?:tonight|today|tomorrow|(?:before|by|from|after|over|this|next) (?:the )?(?:weekend|week|month|${day}))`,
  String.raw`\b(?:(?:will|'ll|should|shall|is going to|are going to|gets?|is|are) (?:\w+ )?(?:be )?${done})\b.{0,30}\b(?:by|within|in|on|before|until|no later than|at the latest|latest|at)\b.{0,12}\b${day}`,
  String.raw`\b(?:fix|patch|repair|solution|update|release|feature|delivery|hotfix)\b.{0,20}\b(?:is|will be|'s|arrives?|lands?|goes (?:out|live)|comes?|ships?|rolls? out|expected|scheduled|planned|coming|due|out)\b.{0,25}\b${day}`,
  String.raw`\b(?:we|i|our (?:team|engineers|developers)|engineering|the team|they|someone|you)(?:'ll| will| are going to| shall| promise to| commit to| plan to| expect to|'re going to)\b.{0,50}\b(?:by|within|before|no later than|at the latest|until)\b.{0,12}\b${day}`,
  String.raw`\b(?:you have|take|on) (?:my|our) word\b|\b(?:rest assured|i (?:swear|assure you|can assure you)|we (?:assure|can assure) you|no matter what|one hundred percent (?:sure|certain|safe)|you can (?:be sure|count on (?:it|us)|rely on us))\b`,
  String.raw`\b(?:never happen again|won'?t happen again|will not happen again|not (?:going to )?happen again)`,
  String.raw`\b(?:we|i)(?:'ll| will| can|'d be happy to| would be happy to)? ?(?:make|made|grant(?:ed)?|allow(?:ed)?|give|gave) (?:you |your \w+ )?(?:an?|this|one|the) (?:\w+ )?(?:exception|extension)\b|\bbend the rules?\b|\bjust this once\b|\bas an? (?:one-time|one-off|goodwill|exceptional|gesture)`,
  // Whose fault it is.
  String.raw`\b(?:(?:our|my|larder's|the company's) (?:own )?(?:fault|mistake|error|negligence|failure|bad|blunder|responsibility)|fault (?:is|was|lies) (?:ours|with us)|we(?:'ve| have)? (?:messed|screwed) up|we (?:are|were|take|accept|bear|assume|acknowledge|admit|assume) (?:full |legal |all |the )?(?:to blame|liable|liability|responsib\w+|guilt\w*|negligent|fault)|we (?:broke|caused|lost|leaked|exposed|deleted)|we (?:violated|breached)|(?:caused by|because of) us\b|(?:accept|take) the blame|negligence|in breach of|breached (?:the|our)|(?:violated|violation of) (?:the )?(?:gdpr|contract|sla|law))\b`,
  String.raw`\b(?:we (?:were|have been|had been) (?:careless|wrong|negligent|sloppy|slow|to blame)|(?:was|were|is|are) (?:all |entirely |fully )?(?:our|my) (?:doing|fault|mistake|error)|(?:larder|the company|support|the desk) (?:is|was) (?:responsible|liable|to blame|at fault)|paid by us|(?:our|my|sincere|full|this|an) (?:\w+ )?admission (?:of|that)|promised\b(?=\W*$))`,
  // German
  String.raw`\b(?:am |bis |ab )?(?:montag|dienstag|mittwoch|donnerstag|freitag|morgen) (?:\w+ ){0,2}(?:lauft|geht|funktioniert|klappt|ist|sind|wird)\b|\b(?:el (?:lunes|martes|miercoles|jueves|viernes)|manana) (?:\w+ ){0,2}(?:funciona\w*|estara|volvera|quedara)\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|demain) (?:\w+ ){0,2}(?:\w*marchera|fonctionnera|sera|seront)\b|\b(?:lunedi|martedi|mercoledi|giovedi|venerdi|domani) (?:\w+ ){0,2}(?:funzionera|sara|tornera)\b|\b(?:maandag|dinsdag|woensdag|donderdag|vrijdag|morgen) (?:\w+ ){0,1}(?:werkt|is|wordt)\b|\b(?:segunda|terca|quarta|quinta|sexta|amanha)(?:-feira)? (?:\w+ ){0,2}(?:funcionara|estara|voltara)\b`,
  String.raw`\b(?:la )?culpa es (?:nuestra|mia)\b|\bavons (?:commis|fait) une? (?:erreur|faute)|\bmist gebaut\b|\babbiamo sbagliato|\bcometemos um erro|\bhemos cometido un error`,
  String.raw`\b(?:kostenlos|kostenfrei|gratis|ohne (?:weitere )?kosten|geht (?:das )?auf uns|geht aufs haus|auf unsere (?:kosten|rechnung))\b|\b(?:nichts|nicht) (?:bezahlen|zahlen|berechnet)\b|\b(?:wird|werden) (?:ihnen )?(?:\w+ )?nicht (?:\w+ )?(?:berechnet|abgebucht|in rechnung)`,
  String.raw`\b(?:ihr|das|dein) geld (?:zuruck|bekommen|erhalten)|\bgeld zuruck\b|\b(?:ubernehmen|tragen|erlassen|stornieren|verzichten) (?:wir|ich)?\b.{0,30}\b(?:kosten|gebuhr\w*|rechnung|betrag)|\b(?:wir|ich) (?:ubernehm\w+|trag\w+|erlass\w+|verzicht\w+)\b|\bhalfte des (?:preises|betrags)|\b${amount}? ?prozent (?:rabatt|nachlass|gutschrift)|\bmachen (?:wir )?(?:das|es) wieder gut|\bwieder gut ?machen\b|\bentgegenkommen\b`,
  String.raw`\b(?:unser|mein) (?:fehler|verschulden|versaumnis|versehen)\b|\b(?:unsere|meine) schuld\b|\b(?:wir|ich) (?:haft\w*|schuld\w*|verantwort\w*)\b|\bliegt (?:die schuld )?bei uns\b|\btragen die (?:verantwortung|schuld)|\bvertragsverletzung|\bkommt nicht (?:wieder|mehr) vor\b|\bversprochen\b`,
  String.raw`\b(?:bis|spatestens|innerhalb|noch) (?:am |zum |von |in )?(?:heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|ende der woche|nachste\w* woche|\w+ (?:stunden|tagen|minuten|wochen))\b.{0,40}\b(?:behoben|repariert|gelost|fertig|bereit|geliefert|wieder|da|erledigt|online|funktioniert|lauft)|\b(?:funktioniert|lauft|geht|ist|sind|wird|werden)\b.{0,25}\b(?:bis|spatestens|ab) (?:heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag)\b`,
  String.raw`\b(?:mussen|mussten|brauchen) (?:sie )?(?:\w+ ){0,2}nichts (?:\w+ ){0,2}(?:zahlen|bezahlen)\b|\b(?:gebuhr|kosten|rechnung) (?:entfallt|entfallen|wird erlassen)\b|\bgutgeschrieben\b`,
  // Spanish
  String.raw`\b(?:no (?:le |les )?(?:costara|cuesta) nada|hoy mismo|gratis|sin (?:ningun )?(?:coste|costo|cargo)|a nuestro cargo|invita la casa|corre (?:por|de) (?:nuestra )?cuenta|por nuestra cuenta|no (?:se )?le (?:cobrar\w+|cargar\w+|facturar\w+)|no tendra que pagar|su dinero de vuelta|(?:recibira|tendra|recuperara) (?:su )?(?:dinero|reembolso)|lo compensaremos|${amount}? ?por ciento de descuento|mitad de(?:l)? precio)`,
  String.raw`\b(?:es|fue|ha sido) (?:culpa nuestra|nuestra (?:culpa|responsabilidad)|(?:un )?(?:error|fallo) nuestro|nuestro (?:error|fallo))|\basumimos (?:la|toda)|\bno volvera a (?:pasar|ocurrir|suceder)|\ble (?:garantizo|aseguro|aseguramos|prometo|garantizamos)|\b(?:antes del?|para el?|el|este) (?:lunes|martes|miercoles|jueves|viernes|manana)\b.{0,30}\b(?:listo|resuelto|arreglado|solucionado|funcionando|disponible)|\b(?:listo|resuelto|arreglado|solucionado|funcionara|disponible)\b.{0,25}\b(?:manana|hoy|lunes|martes|miercoles|jueves|viernes|\w+ (?:horas|dias))`,
  // French
  String.raw`\b(?:(?:paierez|payez|coutera|devrez) rien|a notre charge|(?:retabli|corrige|regle)\w* avant|un avoir de|gratuit\w*|sans (?:aucun )?frais|a nos frais|offert\w*|c'est (?:pour nous|cadeau)|ne (?:serez|sera|seront) pas (?:facture\w*|debite\w*|preleve\w*)|n'aurez (?:rien|pas) a payer|moitie prix|votre argent|serez rembourse\w*|pour cent de (?:remise|reduction)|prenons (?:les frais |tout )?en charge|geste (?:commercial|de notre part))`,
  String.raw`\b(?:c'est|c'etait|est|etait) (?:entierement )?(?:de )?(?:notre|ma) (?:faute|erreur|responsabilite)|\b(?:assumons|reconnaissons) (?:\w+ ){0,2}(?:responsabilite|faute|erreur|torts)|\bne se reproduira (?:pas|plus)|\b(?:je vous|nous vous) (?:garantis\w*|assur\w+|promet\w*|rembours\w+)|\b(?:corrige|repare|resolu|retabli|pret|disponible|livre)\w*\b.{0,25}\b(?:demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|\w+ (?:heures|jours))|\b(?:avant|d'ici|pour) (?:demain|lundi|mardi|mercredi|jeudi|vendredi)\b.{0,30}\b(?:corrige|repare|resolu|retabli|pret)`,
  // Italian
  String.raw`\b(?:non (?:le |vi )?(?:costera|coster\w+) nulla|uno sconto|rimbors\w+|gratuit\w*|senza (?:alcun )?costo|a nostre spese|offre la casa|offriamo noi|sconto del|le scaleremo|non (?:le )?(?:verra|sara) addebitat\w*|non dovra pagare|buono sconto|la risarciremo|risarc\w+|e (?:stata )?(?:colpa nostra|un nostro errore)|nostr[oa] (?:errore|colpa|responsabilita)|garantiamo|promettiamo|le (?:garantisco|assicuro|prometto)|non succedera piu|faremo un'eccezione)\b|\b(?:sara|verra|saranno) (?:\w+ )?(?:risolt\w+|riparat\w+|sistemat\w+|pront\w+|disponibil\w+|consegnat\w+)\b.{0,25}\b(?:entro|domani|oggi|lunedi|martedi|mercoledi|giovedi|venerdi)|\bentro (?:domani|oggi|lunedi|martedi|mercoledi|giovedi|venerdi|\w+ (?:ore|giorni))`,
  // Portuguese
  String.raw`\b(?:nao (?:vai|tera de|vao) pagar nada|um desconto|reembols\w+|gratuit\w*|sem (?:nenhum )?(?:custo|cobranca)|por (?:nossa )?conta (?:da casa|nossa)|nao sera cobrad\w*|nao (?:tera|precisa) (?:que|de) pagar|desconto de|devolveremos|vamos devolver|indeniza\w+|(?:foi|e) (?:culpa nossa|(?:um )?erro nosso|nossa culpa)|nosso erro|garantimos|prometemos|eu (?:garanto|prometo)|nao vai acontecer de novo|abriremos uma excecao)\b|\b(?:estara|ficara|sera) (?:\w+ )?(?:resolvid\w+|corrigid\w+|pront\w+|disponivel|arrumad\w+)\b.{0,25}\b(?:ate|amanha|hoje|segunda|terca|quarta|quinta|sexta)|\bate (?:amanha|segunda|terca|quarta|quinta|sexta)(?:-feira)?\b`,
  // Dutch
  String.raw`\b(?:terugbetal\w+|betal\w+ (?:\w+ ){0,4}terug|krijgt (?:\w+ ){0,4}terug|gratis|kosteloos|zonder kosten|op onze kosten|van het huis|korting van|vergoed\w+|geld terug|niet in rekening|hoeft (?:u |je )?niet(?:s)? te betalen|onze (?:fout|schuld|verantwoordelijkheid)|(?:wij |we )?garander\w+|(?:wij |we )?beloven|maken (?:wij |we )?(?:het|dit) goed|uitzondering (?:maken|voor u)|gebeurt niet (?:meer|weer|opnieuw))\b|\b(?:wordt|worden|is|zijn) (?:\w+ ){0,4}(?:opgelost|hersteld|gerepareerd|klaar|geleverd|beschikbaar)\b.{0,25}\b(?:morgen|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag)|\b(?:voor|uiterlijk|binnen|tegen) (?:morgen|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag|\w+ (?:uur|dagen))\b.{0,30}\b(?:opgelost|hersteld|klaar|gerepareerd)|\b(?:morgen|vandaag|vrijdag|maandag) (?:\w+ ){0,3}(?:opgelost|hersteld|klaar|gerepareerd)`,
  // Polish
  String.raw`\b(?:zwroc\w+|zwrot (?:pieniedzy|kosztow|srodkow)|zwrotu (?:pieniedzy|kosztow)|rabat\w*|znizk\w+|za darmo|bezplatn\w+|na nasz koszt|gwarantujemy|obiecujemy|to (?:byla )?nasza wina|nasz blad|naprawimy to|bedzie (?:naprawion\w+|gotow\w+|rozwiazan\w+)|rekompensat\w+)\b`,
  ...presentPromises,
].map((source) => new RegExp(source, 'gu'));
