/**
 * Promises that need no future tense: “engineering fixes it tomorrow”, “wir schreiben Ihnen den Betrag gut”, “you can
 * count on a fix this week”. One entry a language, in the plain reading.
 */
type Language = {
  /** When it will be: a day, a part of one, a number of hours. */
  readonly day: string;
  /** Who works on it for the desk. */
  readonly team: string;
  /** What they do to it, in the present tense. */
  readonly repairs: string;
  /** “It is”, “it runs”. */
  readonly is: string;
  readonly well: string;
  readonly countOn: string;
  readonly repair: string;
  /** Money given back, and what else the language says in its own way. */
  readonly inItsWay: readonly string[];
};

const amount = String.raw`(?:[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\$|£|%|eur|usd|euros?|dollars?|zl))`;

const languages: readonly Language[] = [
  {
    day: String.raw`(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week|month)|next (?:week|month)|(?:on |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:with)?in (?:an?|one|two|three|a few|\d+) (?:minutes?|hours?|days?|weeks?))`,
    team: String.raw`(?:we|(?:the|our) (?:\w+ )?(?:team|engineers?|developers?|technicians?|colleagues?|experts?)|engineering|support|somebody|someone)`,
    repairs: `(?:fix(?:es)?|repairs?|solves?|resolves?|restores?|ships?|deploys?|releases?|delivers?|sorts?|finish(?:es)?|patch(?:es)?|gets? (?:it|this|that) (?:fixed|done|working))`,
    is: `(?:it|this|that|everything|all|the (?:\\w+ ){1,2}) ?(?:is|works?|runs?|are)`,
    well: `(?:fine|in order|all right|alright|okay|ok|as before|(?:back to )?normal|again)`,
    countOn: `(?:(?:you (?:can|may) )?(?:count|rely|depend|bank) on|look forward to)`,
    repair: `(?:fix|repair|solution|patch|update|release|having|getting|seeing|refund|credit|money|us to)`,
    inItsWay: [
      String.raw`\b(?:we|i|support|larder) (?:gladly |simply |now )?(?:returns?|refunds?|pays?|gives?|sends?|transfers?|credits?|wires?|puts?) (?:back )?(?:you |to you )?(?:the|your|that|this|half|all|${amount})(?: \w+){0,2} ?(?:amount|money|sum|difference|fees?|charges?|price|payment|euros?|dollars?)`,
      String.raw`\byou (?:get|receive|have) (?:the|your|that|this|half|all of)(?: \w+)? (?:amount|money|sum|fees?|charges?|price) back\b`,
    ],
  },
  {
    day: String.raw`(?:heute|morgen|ubermorgen|(?:diese|nachste)[rn]? (?:woche|monat)|(?:am |bis )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende)|(?:in|innerhalb von|binnen) (?:einer|einem|zwei|drei|wenigen|\d+) (?:minuten?|stunden?|tage?n?|wochen?))`,
    team: String.raw`(?:wir|das (?:\w+)?team|die (?:entwickl\w+|technik\w*)|unsere? (?:\w+ )?(?:team|entwickl\w+|technik\w*|ingenieure?|kollegen?)|support|jemand)`,
    repairs: `(?:beheb\\w+|behebt|reparier\\w+|los(?:t|en)|fix(?:t|en)|richt\\w+|liefer\\w+|veroffentlich\\w+|erledig\\w+)`,
    is: `(?:das|es|alles|der \\w+|die \\w+) ?(?:ist|lauft|geht|funktioniert|klappt|sind)|(?:ist|lauft|geht|funktioniert|klappt|sind) (?:das|es|alles|der \\w+|die \\w+)`,
    well: `(?:in ordnung|wieder|erledigt|normal|gut)`,
    countOn: String.raw`(?:(?:konnen|durfen|kannst) (?:sie |du )?(?:sich |dich )?(?:fest )?(?:\w+ )?auf|rechnen sie|verlassen sie sich)`,
    repair: `(?:losung|reparatur|korrektur|behebung|update|gutschrift|erstattung|verlassen|rechnen|zahlen)`,
    inItsWay: [
      String.raw`\b(?:wir|ich) (?:schreib\w*|zahl\w*|uberweis\w*|erstatt\w*|buch\w*|zieh\w*|geb\w*|rechn\w*|vergut\w*)\b.{0,60}\b(?:gut|zuruck|ab|an)(?=\W*$|[.,;!]| und\b)`,
      String.raw`\b(?:schreib\w*|zahl\w*|uberweis\w*|buch\w*|zieh\w*|geb\w*) (?:wir|ich)\b.{0,60}\b(?:gut|zuruck|ab)(?=\W*$|[.,;!]| und\b)`,
      String.raw`\b(?:sie|du) (?:bekomm\w+|erhalt\w*|krieg\w+) (?:den|das|die|ihr|ihren|dein\w*) (?:\w+ )?(?:betrag|geld|gebuhr\w*|summe|halfte|differenz) (?:\w+ )?(?:zuruck|gutgeschrieben|erstattet)`,
    ],
  },
  {
    day: String.raw`(?:hoy|manana|esta (?:tarde|noche|semana)|la (?:proxima|semana que viene)\w*|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|en (?:un[ao]?|dos|tres|pocas|\d+) (?:minutos?|horas?|dias?|semanas?))`,
    team: String.raw`(?:nosotros|(?:nuestro|el) (?:\w+ )?equipo(?: \w+)?|(?:nuestros|los) (?:ingenieros|tecnicos|desarrolladores)|ingenieria|soporte|alguien)`,
    repairs: `(?:arregla\\w*|repara\\w*|soluciona\\w*|corrige\\w*|resuelve\\w*|restablece\\w*|entrega\\w*|publica\\w*)`,
    is: `(?:esta|queda|funciona|va|estara)`,
    well: `(?:en orden|bien|de nuevo|otra vez|como siempre|resuelto)`,
    countOn: `(?:(?:puede|puedes|pueden) (?:contar|confiar)|cuente|cuenta) (?:con|en)`,
    repair: `(?:solucion|arreglo|correccion|reparacion|reembolso|abono|actualizacion|que)`,
    inItsWay: [
      String.raw`\b(?:le|les|te|se lo|os) (?:devolv|abon|reintegr|ingres|descont|restitu|pag|acredit|rebaj)\w*(?:mos|o)\b`,
      String.raw`\b(?:devolvemos|abonamos|reintegramos|ingresamos|descontamos|acreditamos) (?:el|la|su|tu|todo|${amount})`,
    ],
  },
  {
    day: String.raw`(?:aujourd'hui|demain|ce (?:matin|soir)|cet apres-midi|cette (?:semaine|nuit)|la semaine prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:dans|sous|en) (?:une?|deux|trois|quelques|\d+) (?:minutes?|heures?|jours?|semaines?))`,
    team: String.raw`(?:nous|(?:notre|l')\s?(?:\w+ )?equipe(?: \w+)?|(?:nos|les) (?:ingenieurs|techniciens|developpeurs)|le support|quelqu'un)`,
    repairs: `(?:corrige\\w*|repare\\w*|resou\\w+|regle\\w*|retabli\\w+|livre\\w*|publi\\w+)`,
    is: `(?:est|sera|sont|va)`,
    well: `(?:en ordre|bien|a nouveau|de nouveau|comme avant|regle)`,
    countOn: `(?:(?:pouvez|peux) compter|comptez|compte) sur`,
    repair: String.raw`(?:correct\w+|solution|reparation|remboursement|correctif|avoir|mise a jour|nous pour)`,
    inItsWay: [
      String.raw`\b(?:demain|lundi|mardi|mercredi|jeudi|vendredi|ce soir) (?:\w+ ){0,2}(?:re)?(?:marche|fonctionne)\b`,
      String.raw`\b(?:nous|je) (?:vous |te |le )?(?:rend|restitu|revers|recredit|credit|vers|deduis|redonn)\w*\b(?! compte)(?=.{0,50}\b(?:argent|somme|montant|difference|compte|frais|prix)\b|.{0,20}${amount})`,
    ],
  },
  {
    day: String.raw`(?:oggi|domani|stasera|questa (?:settimana|sera|mattina)|la (?:prossima settimana|settimana prossima)|(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)|(?:tra|fra|in|entro) (?:un[ao']?|due|tre|poche|\d+) ?(?:minuti?|or[ae]|giorn[oi]|settiman[ae]))`,
    team: String.raw`(?:noi|(?:il nostro|la nostra|il|i nostri|i) (?:\w+ )?(?:team|squadra|ingegneri|tecnici|sviluppatori)|l'assistenza|qualcuno)`,
    repairs: `(?:sistem\\w+|ripar\\w+|risolv\\w+|corregg\\w+|ripristin\\w+|consegn\\w+|pubblic\\w+)`,
    is: `(?:e|sara|sono|funziona|torna)`,
    well: `(?:a posto|in ordine|di nuovo|come prima|risolto)`,
    countOn: `(?:(?:puo|puoi|potete) (?:contare|fare affidamento)|conti|contate) su`,
    repair: `(?:soluzione|correzione|riparazione|rimborso|accredito|aggiornamento)`,
    inItsWay: [
      String.raw`\b(?:le|vi|ti|gli) (?:restitu|rend|accredit|rid|vers|storn|scal)\w*(?:iamo|mo|o)\b`,
      String.raw`\b(?:restituiamo|riaccreditiamo|accreditiamo|rendiamo) (?:l'|il |la |i |le |${amount})`,
    ],
  },
  {
    day: String.raw`(?:hoje|amanha|esta (?:tarde|noite|semana)|(?:na )?(?:proxima semana|semana que vem)|(?:na )?(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|(?:em|dentro de) (?:uma?|duas|dois|tres|poucas|\d+) (?:minutos?|horas?|dias?|semanas?))`,
    team: String.raw`(?:nos|(?:a nossa|nossa|a|o nosso|os nossos|os) (?:\w+ )?(?:equipe|equipa|time|engenheiros|tecnicos)|o suporte|alguem)`,
    repairs: `(?:corrig\\w+|consert\\w+|arrum\\w+|resolv\\w+|repar\\w+|entreg\\w+|public\\w+)`,
    is: `(?:esta|fica|sera|funciona|volta)`,
    well: `(?:em ordem|de novo|como antes|resolvido|bem)`,
    countOn: `(?:pode|podem|podes) (?:contar|confiar) (?:com|em)|conte com`,
    repair: `(?:solucao|correcao|reparo|reembolso|estorno|credito|atualizacao)`,
    inItsWay: [
      String.raw`\b(?:lhe|lhes|te) (?:devolv|restitu|pag|credit|estorn|abat)\w*(?:mos|o)\b`,
      String.raw`\b(?:devolvemos|restituimos|creditamos|estornamos) (?:o|a|os|as|seu|sua|todo|${amount})`,
    ],
  },
  {
    day: String.raw`(?:vandaag|morgen|vanavond|deze (?:week|middag)|volgende week|(?:maan|dins|woens|donder|vrij|zater|zon)dag|binnen (?:een|twee|drie|enkele|\d+) (?:minuten|uur|uren|dagen|weken))`,
    team: String.raw`(?:wij|we|(?:ons|het) (?:\w+ )?team|onze (?:\w+ )?(?:technici|ontwikkelaars|ingenieurs|collega's)|support|iemand)`,
    repairs: `(?:los(?:t|sen)|reparee?r\\w*|herstel\\w*|verhelp\\w*|fix\\w*|lever\\w*)`,
    is: `(?:is|werkt|zijn|loopt|doet)`,
    well: `(?:in orde|weer|opgelost|goed)`,
    countOn: String.raw`(?:(?:kunt|kan|kunnen|mag) (?:\w+ ){0,4}(?:rekenen|vertrouwen) op|(?:kunt|kan|kunnen) (?:\w+ ){0,3}op|reken(?:t)? (?:u )?op|rekenen op)`,
    repair: `(?:oplossing|reparatie|correctie|terugbetaling|update|tegoed)`,
    inItsWay: [
      String.raw`\b(?:wij|we|ik) (?:stort\w*|betal\w*|boek\w*|geven|geef|schrijv\w*|maken|maak)\b.{0,40}\b(?:terug|bij|over)(?=\W*$|[.,;!]| en\b)`,
      String.raw`\b(?:u|je) (?:krijgt|ontvangt|krijg) (?:het|uw|je|de) (?:\w+ )?(?:bedrag|geld|kosten) (?:\w+ )?terug`,
    ],
  },
  {
    day: String.raw`(?:dzis(?:iaj)?|jutro|w tym tygodniu|w przyszlym tygodniu|w (?:poniedzialek|wtorek|srode|czwartek|piatek)|do (?:jutra|piatku|poniedzialku)|w ciagu (?:\w+ )?(?:godzin\w*|dni|minut))`,
    team: String.raw`(?:my|(?:nasz|nasi) (?:\w+ )?(?:zespo[lł]|inzynierowie|technicy|programisci)|zespo[lł])`,
    repairs: `(?:napraw\\w+|rozwiazuj\\w+|usuw\\w+|poprawi\\w+|dostarcz\\w+)`,
    is: `(?:jest|bedzie|sa|dziala)`,
    well: `(?:w porzadku|znowu|jak dawniej|gotowe|dobrze)`,
    countOn: `(?:moze|mozesz|moga|mozecie) (?:pan[i]? |panstwo )?liczyc na|prosze liczyc na`,
    repair: String.raw`(?:poprawk\w+|napraw\w+|rozwiazani\w+|zwrot\w*|aktualizacj\w+)`,
    inItsWay: [String.raw`\b(?:zwracamy|oddajemy|oddamy|przelewamy|przelejemy|odliczymy)\b`],
  },
];

/** Patterns for the plain reading of a sentence. */
export const presentPromises: readonly string[] = languages.flatMap(
  ({ day, team, repairs, is, well, countOn, repair, inItsWay }) => [
    String.raw`\b${team} (?:\w+ ){0,2}${repairs}\b.{0,40}\b${day}\b`,
    String.raw`\b${day} ${repairs} ${team}\b|\b${day} (?:\w+ ){0,1}${team} (?:\w+ ){0,1}${repairs}\b`,
    // Who asks whether it works again promises nothing.
    String.raw`(?:\b(?:${is})\b.{0,12}\b${day}\b.{0,14}\b${well}\b|\b${day} (?:\w+ ){0,2}(?:${is})\b.{0,14}\b${well}\b|\b(?:${is}) (?:\w+ )?${well}\b (?:\w+ )?${day}\b(?! of\b))(?![^.!?]*\?)`,
    String.raw`\b(?:${countOn})\b.{0,30}\b${repair}\b`,
    ...inItsWay,
  ],
);
