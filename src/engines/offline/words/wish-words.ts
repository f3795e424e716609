/** People and records a desk adds on request; asking for them is no wish for the product. */
const onRequest = String.raw`(?!.{0,40}\b(users?|members?|colleagues?|seats?|person|people|admins?|owners?|vat|address|invoice|me|him|her|them|us|kolleg\w+|nutzer\w*|benutzer\w*|mitarbeiter\w*|rechnung\w*|usuari[oa]s?|companer[oa]s?|factura|collegues?|utilisateurs?|facture)\b)`;
/** What is asked of the desk's people, who may do it today. */
const ofPeople = String.raw`(?!.{0,30}\b(help|look|fix|check|answer|reply|tell|explain|call|advise|confirm|refund|send|resolve|helfen|antworten|prufen|melden|beheben|ayudar\w*|respond\w+|revisar|aider|repondre|verifier|corriger)\b)`;

/** How people say that they wish the product could do more. Patterns are for lower-case words without accents. */
export const wishWords: readonly RegExp[] = [
  /\bfeature (request|idea|wish)\b|\bfunktionswunsch\b|\bverbesserungsvorschlag\b/,
  new RegExp(
    String.raw`\b(please|pls|(could|can|will|would) you( guys)?)( please)?( also)? (add|build|implement|introduce|integrate)\b${onRequest}`,
  ),
  /\b(please|pls|(could|can|will|would) you( please)?) support (?!us\b|me\b|our\b|my\b|the team\b|with\b|in\b|here\b)[a-z]/,
  new RegExp(
    String.raw`\b(would|it'd|that'd) be (really |so |very |super )?(nice|great|helpful|good|useful|cool|awesome|lovely|amazing) (to (have|be able|see)\b|if\b${ofPeople})`,
  ),
  /\b(any|are there|you have|have you) plans (for|to|on|of)\b|\b(do you plan|are you planning|is it planned|is (that|this) planned)\b/,
  /\bwhen (will|do) you (support|add|offer|have)\b|\bi wish (you|there|it|we)\b|\b(i|we)('d| would) love (to (have|see)|if)\b/,
  new RegExp(
    String.raw`\b(bitte|(konnt|konntet) ihr|(konnen|konnten) sie)\b.{0,50}\b(hinzufug\w+|einbau\w+|unterstutz(en|t)|einfuhr\w+|erganz\w+|anbiet\w+)\b${onRequest}`,
  ),
  new RegExp(
    String.raw`\b(ware|fande ich|fanden wir) (es |das |ja |sehr |super |echt )*(schon|toll|super|hilfreich|gut|praktisch)\b.{0,5}\b(wenn|dass?|zu)?\b${ofPeople}`,
  ),
  /\b(gibt es|habt ihr|haben sie) (schon )?plane\b|\bist\b.{0,40}\bgeplant\b|\bwann (kommt|unterstutzt|gibt es)\b.{0,60}\?|\b(wir wunschen uns|ich wunsche mir)\b/,
  new RegExp(
    String.raw`\b(por favor|(pueden|podrian|puedes|podeis|podriais))\b.{0,15}\b(anad\w+|agreg\w+|inclu[iy]\w*|incorpor\w+|soport\w+)\b${onRequest}`,
  ),
  new RegExp(
    String.raw`\bseria (muy )?(bueno|genial|util|ideal|estupendo) (tener|poder|contar|que|si)\b${ofPeople}`,
  ),
  /\bhay planes\b|\b(esta|estan) previst[oa]s?\b|\bnos gustaria (tener|poder|que)\b|\bcuando (habra|tendran|soportaran)\b/,
  new RegExp(
    String.raw`\b((pouvez|pourriez)-vous|s'il vous plait|merci d')\b.{0,15}\b(ajout\w+|propos\w+|integr\w+|support\w+|prendre en charge)\b${onRequest}`,
  ),
  new RegExp(
    String.raw`\b(ce |il )?serait (tres )?(bien|utile|super|pratique|genial|formidable) (de|d'|que|si)${ofPeople}`,
  ),
  /\b(est-il|c'est|est-ce) prevu\b|\bprevoyez-vous\b|\bavez-vous prevu\b|\bnous aimerions (avoir|pouvoir)\b|\bquand (aurons|pourrons)-nous\b/,
];
