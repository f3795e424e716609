const onRequest = String.raw`(?:users?|members?|colleagues?|seats?|person|people|admins?|owners?|vat|tax|address|invoices?|cards?|me|him|her|them|us|someone|kolleg\w+|nutzer\w*|benutzer\w*|mitarbeiter\w*|rechnung\w*|adresse|ust-idnr|usuari[oa]s?|companer[oa]s?|factura|iva|cif|collegues?|utilisateurs?|facture|tva)`;
/** People and records are added on request: asking for them is no wish for the product. */
const noRecord = String.raw`(?!(?: [\w-]+){0,2} ${onRequest}\b)`;
const noRecordAhead = String.raw`(?!.{0,50}\b${onRequest}\b)`;
/** What is asked of the desk's people, who may do it today. */
const ofPeople = String.raw`(?!.{0,30}\b(?:help|look|fix|repair|check|answer|repl|respon|update|hear|news|someone|tell|explain|call|advise|confirm|refund|credit|send|resolve|refunded|money|invoice|receipt|copy|discount|call|access|log|sign|back|work|working|know|hear|read|speak|talk|helfen|antwort|pruf|meld|beheb|geld|rechnung|zugang|anmeld|einlogg|wissen|sprech|ayud|respond|revis|entrar|acceder|recuperar|dinero|factura|saber|hablar|aide|repon|verifi|corrig|connect|acceder|facture|rembours|savoir|parler|did ?n[o']t (?:always |constantly )?(?:crash|fail|hang|freez|break))\w*)`;

/** A wish put politely; the same words also begin a plea for help. */
export const wouldBeNice: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(would|it'd|that'd) be (really |so |very |super |absolutely )?(nice|great|helpful|good|useful|cool|awesome|lovely|amazing|handy|convenient|fantastic|brilliant|neat|ideal|perfect|wonderful|practical|a (big |great |huge )?help)\b${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(ware|fande ich|fanden wir) (es |das |ja |sehr |super |echt |richtig )*(schon|toll|super|hilfreich|gut|praktisch|klasse|cool|prima|fein|nett|ideal|spitze|wunschenswert|genial|perfekt|sinnvoll|bequem)\b${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(seria|estaria) (muy |realmente |mas )?(bueno|genial|util|ideal|estupendo|bien|fantastico|practico|comodo|perfecto|de gran ayuda|un punto)\b${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(ce |il )?serait (tres |vraiment |plus )?(bien|utile|super|pratique|genial|formidable|chouette|top|commode|appreciable|ideal|parfait|sympa|cool)\b${ofPeople}`,
  ),
];

/** How people say that they wish the product could do more. Patterns are for lower-case words without accents. */
export const wishWords: readonly RegExp[] = [
  ...wouldBeNice,
  /\bfeature (request|idea|wish)\b|\bfunktionswunsch\b|\bverbesserungsvorschlag\b/,
  new RegExp(
    String.raw`\b(please|pls|(could|can|will|would) you( guys)?)( please)?( also)? (add|build|implement|introduce|integrate)\b${noRecord}`,
  ),
  /\b(please|pls|(could|can|will|would) you( please)?) support (?!us\b|me\b|our\b|my\b|the team\b|with\b|in\b|here\b)[a-z]/,
  new RegExp(
    String.raw`\b((any|are there|you have|have you) plans (for|to|on|of)|do you plan|are you planning|is (it|that|this) planned)\b${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(would|is) it (be )?possible to (add|support|build|offer|integrate|introduce)\b${noRecord}`,
  ),
  new RegExp(
    String.raw`\b(would|is) it (be )?possible to (please )?(get|have)\b(?! (my|our|your|the|it|this|that|into|in|back|two|three)\b)${noRecordAhead}${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(could|can|might|may) we (please |also |maybe |perhaps )*(get|have)\b(?! (my|our|your|the|it|this|that|into|in|back|to|access)\b)${noRecordAhead}${ofPeople}`,
  ),
  new RegExp(
    String.raw`(?:\bwould|'d)( really| absolutely| all| so)* love (to (be able to|have|see|get|use)|an?|if|it if|some|more)\b${noRecordAhead}${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(please|pls|could you|would you|have you|did you|worth) (ever )?(consider|considered|consider(ed)?|think|thought|thinking)( about| of)? (add|support|offer|build|mak|introduc|integrat|provid)ing\b${noRecord}`,
  ),
  new RegExp(
    String.raw`\b(any|is there a|some) chance (of|for|that you|you (could|can|will|would)|to (get|have|see))\b${noRecordAhead}${ofPeople}`,
  ),
  /\b(how|what) about (adding|supporting|offering|introducing)\b|\byou (guys )?(really )?should (really )?(add|offer|support|introduce)\b|\b(on|for|to) (our|my|the|your) wish ?list\b/,
  new RegExp(
    String.raw`\bbitte (?:fug\w+|bau\w+|erganz\w+|integrier\w+) (?:sie |doch |noch )*eine?n?\b${noRecordAhead}|\bkonnten wir (?:bitte |auch )?eine?n?\b${noRecordAhead}${ofPeople}(?!.{0,50}\b(?:kopie|termin|gutschrift|rabatt|ruckruf|angebot)\b)(?=.{2,50}\b(?:bekommen|haben)\b)|\b(konnt|konntet|konnten|konnen|kann|konnte) (ihr|sie|man|wir)\b${noRecordAhead}.{0,60}\b(erganz\w+|hinzufug\w+|einbau\w+|einfuhr\w+|nachrust\w+|integrier\w+|bereitstell\w+)\b`,
  ),
  new RegExp(
    String.raw`\bware es moglich\b(?=.{0,60}\b(eine?n?|\w+modus|mehr)\b)${noRecordAhead}${ofPeople}|\b(ist|ware) es moglich,? (eine?n?|\w+ ?modus) [\w -]{2,40} zu (bekommen|haben|erhalten)\b(?<!\b(rechnung|kopie|gutschrift|termin|erstattung|zugang)\b.*)`,
  ),
  /\bfehlt (uns |mir |noch |leider )*(die|eine) (moglichkeit|funktion|option)\b|\b(wir|ich) (wurden?|hatten?) (uns |mir |sehr |gerne? )*(eine?n? [\w -]{2,40}(wunschen|modus|ansicht|funktion|option|filter)|wunschen)\b|\bwurden? (uns|mich) (sehr )?(uber|freuen,? wenn (ihr|sie|man|es))\b(?!.{0,30}(antwort|ruckmeldung|hilfe|rechnung))/,
  new RegExp(
    String.raw`\b(seria|es) posible (tener|contar con|disponer de|anadir|poner|ver|incluir)\b(?! (mi|mis|nuestr\w+|el|la|los|las)\b)${noRecord}${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(me|nos) (gustaria|encantaria) (mucho )?(tener|poder|contar con|que hubiera|ver)\b${noRecordAhead}${ofPeople}|\b(echamos|echo) (de menos|en falta)\b|\b(pueden|podrian|podriais|podeis|puedes) (poner|anadir|agregar|incluir)\b${noRecord}`,
  ),
  new RegExp(
    String.raw`\b(serait|est)-il possible (d'(avoir|obtenir) une?|de (disposer|beneficier) d'une?)\b${noRecordAhead}${ofPeople}|\b(pourriez|pouvez|pourrait|peut)[ -](vous|on) (aussi |egalement )?(ajouter|proposer|integrer|prevoir|avoir une?)\b${noRecordAhead}|\bvous (pourriez|pouvez|pourrez) (aussi )?(ajouter|proposer|integrer|prevoir)\b${noRecordAhead}`,
  ),
  new RegExp(
    String.raw`\b(j'aimerais|nous aimerions|on aimerait|j'adorerais|nous adorerions) (bien |beaucoup )?(avoir|pouvoir|disposer|voir)\b(?! (mon|ma|mes|notre|nos|le|la|les)\b)${noRecordAhead}${ofPeople}|\bil (nous |me )?manque (une?|la) (option|fonction\w*|possibilite)\b`,
  ),
  /\bware es moglich\b.{0,50}\b(anzubieten|einzubauen|hinzuzufugen|einzufuhren|zu unterstutzen)\b/,
  new RegExp(String.raw`\bseria posible (anadir|agregar|incluir|incorporar|soportar|tener)\b${noRecord}`),
  new RegExp(
    String.raw`\b(serait|est)-il possible (d'(ajouter|integrer)|de (proposer|supporter|prendre en charge))\b${noRecord}`,
  ),
  /\bwhen (will|do) you (support|add|offer|have)\b|\bi wish (you|there|it|we)\b|\b(i|we)('d| would) love (to (have|see)|if)\b/,
  new RegExp(
    String.raw`\b(bitte|(konnt|konntet) ihr|(konnen|konnten) sie)\b${noRecordAhead}.{0,50}\b(hinzufug\w+|einbau\w+|unterstutzen|einfuhr\w+|anbiet\w+)\b`,
  ),
  /\b(gibt es|habt ihr|haben sie) (schon )?plane\b|\b(ist|sind) (das|dies|so (et)?was|dafur|dazu|hierzu)\b.{0,20}\bgeplant\b|\bwann (unterstutzt|gibt es)\b|\b(wir wunschen uns|ich wunsche mir)\b/,
  new RegExp(
    String.raw`\b(por favor|(pueden|podrian|puedes|podeis|podriais))\b.{0,15}\b(anad\w+|agreg\w+|inclu[iy]\w*|incorpor\w+|soport\w+)\b${noRecord}`,
  ),
  /\bhay planes\b|\b(esta|estan) (esto |eso )?previst[oa]s? (anadir|agregar|soportar|una?|que)\b|\bnos gustaria (tener|poder|que)\b|\bcuando (habra|tendran|soportaran)\b/,
  new RegExp(
    String.raw`\b((pouvez|pourriez)-vous|s'il vous plait|merci d')\b.{0,15}\b(ajout\w+|propos\w+|integr\w+|support\w+|prendre en charge)\b${noRecord}`,
  ),
  /\b(est-il|c'est|est-ce) prevu (d'|de|que|pour)|\bprevoyez-vous\b|\bavez-vous prevu\b|\bquand (aurons|pourrons)-nous\b/,
];
