/**
 * Words with a feeling, in plain lower case. Weight 1 is clear, 2 is strong, 0.5 is
 * a hint: the matter of most tickets. They come before the bought-in English
 * list, and hold in every language.
 */
export const negativeWords: ReadonlyMap<string, number> = weights({
  0.5: `broken failed issue problem slow stuck wrong losing dead killing impossible kaputt urgent dringend urgente`,
  1: `annoying annoyed bad badly confusing confused disappointed disappointing difficult frustrating frustrated mess painful
    pain poor sad terribly unhappy unreliable upset useless worse worried bouncing overcharged desperate embarrassing
    argerlich enttauscht enttauschend frustriert schlecht schlimm nervig nervt leider muhsam umstandlich verargert sauer
    molesto decepcionado decepcionante frustrado frustrante mal peor preocupado harto lamentable
    mauvais decu decevant enervant frustre frustrant penible agacant inquiet`,
  2: `absurd angry awful disgrace disgraceful disgusting furious horrible incompetent insane joke livid outrageous pathetic
    ridiculous scam shameful terrible unacceptable unbelievable worst hate robbery lawyer fraudulent inexcusable
    inakzeptabel katastrophe katastrophal unverschamt unverschamtheit frechheit wutend lacherlich unmoglich unfassbar
    inaceptable vergonzoso verguenza ridiculo furioso indignante pesimo estafa
    inacceptable scandaleux scandale honteux furieux ridicule inadmissible lamentable arnaque catastrophique`,
});

export const positiveWords: ReadonlyMap<string, number> = weights({
  1: `appreciate appreciated awesome cheers excellent fantastic glad good great happy helpful kudos love lovely nice perfect
    pleased thank thanks thx wonderful yay brilliant amazing
    danke dankeschon dankbar super toll prima klasse freue freut dank wunderbar hervorragend
    gracias genial excelente perfecto encantado encantada fantastico agradecido agradezco maravilloso
    merci parfait genial ravi ravie bravo formidable remercie`,
});

/** What fails, stops or is asked: the matter of every ticket, no feeling about it. */
export const plainMatter: ReadonlySet<string> = setOf(
  `abort aborted aborting alert alone block blocked blocks broke cancel cancelled cancelling charge charged charges clear
  collapse conflict crash crashed crashes crashing critical cut damage deadlock debug delay delayed demand denied deny
  destroy die dirty disable disabled dump dumb emergency enable error errors escape exploit expose exposed fail failed
  failing fails failure failures fake fatal fault fire fix forced free god hack hard help hide hidden hook ignore
  ignored important interrupt invalid kill killed kills leak leave limited lost matter matters mandatory miss missed
  missing natural no obsolete offline outage outages pay please poison pressure pretty prevent prevents prompt protect question reject
  rejected rejects reset resolve resolved responsive safe share shared solution solve solved stop stopped stops strange
  strict strong success support sure suspect suspicious true trust unable uncaught undefined unresolved warn warning
  warnings want wish yes like liked likes fine ok okay want vision drop dropped drag haha`,
);

export const intensifiers: ReadonlySet<string> = setOf(
  `very really so extremely totally absolutely completely utterly incredibly super such sehr total vollig absolut echt
  extrem muy totalmente tan absolutamente tres vraiment completement tellement absolument`,
);

export const negations: ReadonlySet<string> = setOf(
  `not no never none nobody nothing without hardly n't don't doesn't didn't isn't wasn't aren't weren't can't cannot
  couldn't wouldn't shouldn't won't haven't hasn't nicht kein keine keinen nie niemals no nunca ni sin ne pas jamais
  sans aucun`,
);

/** Set in type: faces and pictures, happy and unhappy. */
export const happySigns =
  /(?:^|\s)(?:[:;=8]-?[)\]dDpP]+|<3+|\^_?\^|\(?[:;]-?\)+)(?=$|[\s.,!?])|[\u{1F600}-\u{1F60D}\u{1F642}\u{1F643}\u{1F44D}\u{1F44F}\u{1F389}\u{1F64F}\u{1F973}\u{1F929}\u2764\u2728]|:(?:smile|slightly_smiling_face|tada|heart|pray|thumbsup|\+1|raised_hands|clap|star-struck):/gu;
export const unhappySigns =
  /(?:^|\s)(?:[:=]['-]?[([/|]+|<\/3)(?=$|[\s.,!?])|[\u{1F610}-\u{1F616}\u{1F61E}\u{1F61F}\u{1F622}\u{1F625}-\u{1F62B}\u{1F62D}\u{1F641}\u{1F644}\u{1F44E}\u{1F494}\u2639]|:(?:cry|sob|disappointed|worried|confused|slightly_frowning_face|thumbsdown|-1|weary|unamused|roll_eyes|face_palm|facepalm|sweat):/gu;
export const angrySigns =
  /[\u{1F620}\u{1F621}\u{1F624}\u{1F92C}\u{1F595}]|:(?:rage|angry|face_with_symbols_on_mouth|triumph):/gu;

/** Patience running out, in whole phrases; each line is one cue. */
export const impatience: readonly RegExp[] = [
  /\b(second|third|fourth|fifth|2nd|3rd|4th|\d+th|\d+) times?\b(?! (a|per|as|faster|more|slower|out)\b)|\b(again|once more) and again\b|\b(every|each) (single )?time\b|\b(zum )?(zweiten|dritten|vierten|x-ten) mal\b|\b(schon|jedes) (wieder|mal)\b|\b(segunda|tercera|cuarta) vez\b|\bcada vez\b|\b(otra vez|de nuevo) (lo mismo|igual)\b|\b(deuxieme|troisieme|quatrieme) fois\b|\b(chaque|encore une) fois\b/,
  /\bstill (not|no|nothing|waiting|broken|down|wrong|happening|have ?n[o']t|have no|has ?n[o']t)\b|\bimmer noch\b|\b(todavia|aun|sigue|seguimos) (no|sin|esperando|igual)\b|\btoujours (pas|rien|aucun\w*)\b|\bfor (days|weeks|months|hours|ages)\b|\bseit (tagen|wochen|monaten|stunden)\b|\bdesde hace (dias|semanas|meses|horas)\b|\bdepuis des (jours|semaines|mois|heures)\b/,
  /(?<!\bstill )\b(no|without|zero) (answer|reply|response|update|feedback|news)\b(?! (is )?(needed|required))|\bnobody (answers|replies|responds|cares|gets back|helps)\b|\b(keine|ohne) (antwort|ruckmeldung|reaktion)\b|\bniemand (antwortet|meldet|reagiert)\b|\b(sin|ninguna) respuesta\b|\bnadie (responde|contesta)\b|\b(aucune|sans) (reponse|nouvelles?)\b|\bpersonne ne (repond|rappelle)\b|\b(following up|chasing|asked (you )?(already|before|twice)|already (asked|wrote|told|reported|explained))\b|\bbumping? this\b|^(bump|ping|any (update|news)( on this)?)\W*$/,
  /\b(sort (this|it) out|fix (this|it)( now)?\W*$|fix (this|it) (now|already|immediately)|do something|how (is|are|am|can) (anyone|we|i|people) supposed|what (the hell|on earth|is wrong with you|are you (guys )?doing)|wtf|(you|your \w+) (are|is) (killing|ruining|costing)|why do (i|we) pay|(a|my|our) (shop|business|company|store) to run|waste of (time|money)|wasted? (\w+ )?(hours|days|our time|my time)|fed up|sick (of|and tired)|had enough|enough is enough|last straw|out of patience|losing (my |our )?patience)\b/,
  /\b(want|demand|expect) (?!to know).{0,40}\bnow\W*$|\b(want|demand) (my|our) money\b|\bmoney back\W*$|\byou still (took|take|charge|have ?n[o']t|did ?n[o']t|do ?n[o']t)\b|\b(will|wollen|verlange|fordere)\b.{0,40}\bsofort\b|\b(quiero|exijo|exigimos)\b.{0,40}\b(ahora mismo|ya|dinero)\b|\b(veux|exige|exigeons)\b.{0,40}\b(maintenant|tout de suite|immediatement|remboursement)\b/,
  /\b((or|otherwise|else) (i|we)('ll| will| are going to)? (have to )?cancel|switch(ing)? to (a|another|your) \w+|legal action|(speak|talk) to (a|your) (manager|supervisor)|complain(t|ing)?|beschwerde|beschwere|anwalt|queja|reclamacion|abogado|plainte|reclamation|avocat)\b/,
  /\b(es reicht|geht gar nicht|das kann (doch )?nicht (wahr )?sein|unter aller|was soll das|ya basta|esto no puede ser|no puede ser que|ca suffit|c'est pas possible|ras le bol|marre de|n'importe quoi|on se moque)\b/,
];

/** Asking kindly: it does not undo a feeling, but who is at the end of their patience seldom does. */
export const politeness: readonly RegExp[] = [
  /\b(could you (please|kindly)|would you mind|when you (get|have) a (chance|moment|minute)|no (rush|hurry)|thanks in advance|thank you in advance|kind regards|sorry (to|for) (bother|the trouble|asking)|much appreciated)\b/,
  /\b(konnten sie bitte|konntet ihr bitte|vielen dank im voraus|kein stress|eilt nicht|freundliche grusse|podrian? por favor|gracias de antemano|sin prisa|un saludo|pourriez-vous|merci d'avance|pas (d'urgence|urgent)|cordialement)\b/,
];

/** Making oneself small before asking: it says nothing about the product. */
export const apologies: readonly RegExp[] = [
  /\b(?:sorry|apologies|excuse me|pardon)\b(?=\W*(?:if|for|to|in advance|about|this|that|it|my|i|we|for my|probably|maybe|perhaps|another|just|quick|again|silly|stupid|dumb|basic|newbie|new here|how|where|what|can|could|is|do|does|one more)\b|\W*$)/,
  /\b(?:(?:this|it) (?:is|may be|might be|is probably|sounds?) )?(?:an? |my )?(?:really |very |probably |perhaps |maybe |bit )*(?:silly|stupid|dumb|basic|noob|naive|daft|dull|obvious|bad) (?:little )?questions?\b|\bif (?:this|it) is (?:a )?(?:silly|stupid|dumb|basic|obvious)\b/,
  /\b(?:blode|dumme|doofe|banale) fragen?\b|\bpreguntas? (?:tont[oa]s?|estupidas?|basicas?)\b|\b(?:question (?:bete|idiote|stupide|bateau))\b/,
];

/** Short words that are shouted when they stand in capitals; other short ones are names such as API. */
export const shoutedWords: ReadonlySet<string> = setOf(
  `NOW NOT NEVER STOP WHY FIX HELP AGAIN STILL THIS ONCE TWICE THIRD EVERY DAYS HOURS WEEKS VERY BAD MONEY JETZT NICHT NIE
  SOFORT WIEDER AHORA NUNCA YA OTRA PAS JAMAIS ENCORE`,
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

function weights(lists: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([weight, words]) =>
      [...setOf(words)].map((word): [string, number] => [word, Number(weight)]),
    ),
  );
}
