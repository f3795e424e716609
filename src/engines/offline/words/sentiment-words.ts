/** Words with a feeling, in plain lower case. Weight 1 is clear, 2 is strong. */
export const negativeWords: ReadonlyMap<string, number> = weights({
  1: `annoying annoyed bad badly broken confusing confused disappointed disappointing difficult frustrating frustrated
    impossible issue mess painful poor problem sad slow stuck terribly unhappy unreliable upset useless wrong worse worried
    argerlich enttauscht frustriert schlecht nervig leider kaputt muhsam umstandlich molesto decepcionado frustrado mal
    peor mauvais decu enervant frustre penible bouncing losing overcharged dead killing desperate embarrassing failed urgent dringend urgente`,
  2: `absurd angry awful disgrace disgraceful furious horrible incompetent insane joke outrageous pathetic ridiculous scam
    shameful terrible unacceptable unbelievable worst hate robbery lawyer fraudulent inakzeptabel katastrophe unverschamt
    wutend lacherlich unmoglich inaceptable terrible vergonzoso ridiculo furioso inacceptable scandaleux honteux furieux`,
});

export const positiveWords: ReadonlyMap<string, number> = weights({
  1: `appreciate awesome excellent glad good great happy helpful love lovely nice perfect pleased thank thanks wonderful yay
    danke super toll prima freue dank gracias genial excelente perfecto encantado merci parfait genial ravi bravo`,
});

export const intensifiers: ReadonlySet<string> = new Set(
  'very really so extremely totally absolutely completely utterly sehr total vollig absolut muy totalmente tres vraiment completement'.split(
    ' ',
  ),
);

export const negations: ReadonlySet<string> = new Set(
  "not no never n't don't doesn't didn't isn't wasn't can't cannot nicht kein keine nie no nunca ni ne pas jamais".split(
    ' ',
  ),
);

/** Patience running out, in whole phrases. */
export const impatience: readonly RegExp[] = [
  /\b(second|third|fourth|fifth|2nd|3rd|4th|\d+th|\d+) times?\b|\b(again|once more) and again\b|\b(zum )?(zweiten|dritten|vierten) mal\b|\b(segunda|tercera) vez\b|\b(deuxieme|troisieme) fois\b/,
  /\bstill (not|no|nothing|waiting|broken|down)\b|\bimmer noch\b|\btodavia no\b|\btoujours pas\b|\bfor (days|weeks|months|hours)\b|\bno (answer|reply|response)\b|\bnobody (answers|replies|cares)\b|\bkeine antwort\b/,
  /\b(sort this out|fix (this|it)( now)?|do something|how is anyone supposed|what (the hell|is wrong with you)|you (charged|took|are killing)|why do (i|we) pay)\b/,
  /\b(want|demand|expect) (?!to know).{0,40}\bnow\W*$|\b(will|wollen|verlange|fordere)\b.{0,40}\bsofort\b|\b(quiero|exijo)\b.{0,40}\b(ahora mismo|ya)\b|\b(veux|exige)\b.{0,40}\b(maintenant|tout de suite)\b/,
  /\b(cancel(l?ing)? (our|my|the) (contract|account|subscription)|switch(ing)? to (a|another|your) \w+|legal action|speak to (a|your) manager|complaint|beschwerde|queja|plainte)\b/,
];

/** Short words that are shouted when they stand in capitals; other short ones are names such as API. */
export const shoutedWords: ReadonlySet<string> = new Set(
  'NOW NOT NEVER STOP WHY FIX HELP AGAIN STILL THIS JETZT NICHT NIE SOFORT AHORA NUNCA YA PAS JAMAIS'.split(
    ' ',
  ),
);

function weights(lists: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([weight, words]) =>
      words
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word): [string, number] => [word, Number(weight)]),
    ),
  );
}
