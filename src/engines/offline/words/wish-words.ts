const onRequest = String.raw`(?:users?|members?|colleagues?|seats?|person|people|admins?|owners?|vat|tax|address|invoices?|cards?|me|him|her|them|us|someone|kolleg\w+|nutzer\w*|benutzer\w*|mitarbeiter\w*|rechnung\w*|adresse|ust-idnr|usuari[oa]s?|companer[oa]s?|factura|iva|cif|collegues?|utilisateurs?|facture|tva)`;
/** People and records are added on request: asking for them is no wish for the product. */
const noRecord = String.raw`(?!(?: [\w-]+){0,2} ${onRequest}\b)`;
const noRecordAhead = String.raw`(?!.{0,50}\b${onRequest}\b)`;
/** What is asked of the desk's people, who may do it today. */
const ofPeople = String.raw`(?!.{0,30}\b(?:help|look|fix|repair|check|answer|repl|respon|update|hear|news|someone|tell|explain|call|advise|confirm|refund|credit|send|resolve|helfen|antwort|pruf|meld|beheb|ayud|respond|revis|aide|repon|verifi|corrig)\w*)`;

/** A wish put politely; the same words also begin a plea for help. */
export const wouldBeNice: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(would|it'd|that'd) be (really |so |very |super )?(nice|great|helpful|good|useful|cool|awesome|lovely|amazing)\b${ofPeople}`,
  ),
  new RegExp(
    String.raw`\b(ware|fande ich|fanden wir) (es |das |ja |sehr |super |echt )*(schon|toll|super|hilfreich|gut|praktisch)\b${ofPeople}`,
  ),
  new RegExp(String.raw`\bseria (muy )?(bueno|genial|util|ideal|estupendo)\b${ofPeople}`),
  new RegExp(
    String.raw`\b(ce |il )?serait (tres )?(bien|utile|super|pratique|genial|formidable)\b${ofPeople}`,
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
  /\b(est-il|c'est|est-ce) prevu (d'|de|que|pour)|\bprevoyez-vous\b|\bavez-vous prevu\b|\bnous aimerions (avoir|pouvoir)\b|\bquand (aurons|pourrons)-nous\b/,
];
