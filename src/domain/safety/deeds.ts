import { remembered } from '../remembered.ts';
import { matchesOf } from './matches-of.ts';
import { plainReading } from './read-as-people-do.ts';

/**
 * What a text says the writer did or is going to do, beyond reading, asking and passing on: a reply is written before
 * anybody has done anything, and what will be done is for people to say. In the plain reading.
 */
export const deedsIn: (text: string) => readonly string[] = remembered((text) => {
  const plain = plainReading(text).replaceAll(/\s+/g, ' ');
  return patterns.flatMap((pattern) => matchesOf(plain, pattern).map((match) => match[0].trim()));
}, 10_000);

/** What a reply may say of its writer: it promises attention, nothing else. */
const harmless = {
  english: String.raw`(?:read|seen|looked|checked|noted|understood|received|got|gone|passed|forwarded|handed|asked|tried|found|listed|put|written|added (?:the|some|more)|happy|glad|sorry|here|there|need|be (?:happy|glad|here|able|sorry)|look|check|see|ask|tell|let|get back|come back|write|read|help|try|pass|forward|hand|keep|know|understand|hear|reply|answer|wait|only|not|never|never|also (?:need|pass)|be in touch|follow up|go through|continue|explain|show|want|like|use|find|still|always|all|no|a|an|the|two|three|many|several|to)\b`,
  german: String.raw`(?:gelesen|gesehen|verstanden|erhalten|bekommen|notiert|weitergegeben|weitergeleitet|gefragt|gefunden|gepruft|geschaut|nachgesehen|aufgenommen|zusammengestellt)\b`,
  romance: String.raw`(?:leid[oa]|vist[oa]|recibid[oa]|entendid[oa]|comprendid[oa]|anotad[oa]|pasad[oa]|reenviad[oa]|tomad[oa]|lu|vu|recu|compris|note|transmis|pris|letto|visto|ricevuto|capito|inoltrato|preso|lido|recebido|entendido|encaminhado)\b`,
};

const patterns: readonly RegExp[] = [
  // "I have reset …", "we've arranged …", "I just cancelled …"
  String.raw`\b(?:i|we)(?:'ve| have|'d| had)(?: just| now| already| also| gladly)* (?!${harmless.english})[a-z-]{2,}(?:ed|en|ne|nt|lt|id|de|ft|ut|et|ought|aught)\b`,
  String.raw`\b(?:i|we) (?:just |now |already |also )?(?:arranged|cancelled|canceled|reset|deleted|removed|refunded|credited|upgraded|downgraded|extended|activated|deactivated|enabled|disabled|unlocked|restored|fixed|repaired|escalated|scheduled|ordered|shipped|approved|changed|updated|created|reserved|booked|blocked|unblocked|closed|merged|restarted|increased|lowered|waived|transferred|sent)\b`,
  // "we will call you", "I'll extend …", "our team is going to …", "someone will …"
  String.raw`\b(?:i|we|our (?:team|engineers|developers|manager|lawyers|colleagues)|engineering|support|(?:your|the|an?|our) (?:account manager|manager|engineer|developer|technician|colleague|agent|ceo|specialist|supervisor)|someone|somebody|who|they)(?:'ll| will| shall|'re going to| are going to|'m going to| am going to| is going to)(?: also| now| then| gladly| certainly| definitely| personally| just| soon| surely)* (?!${harmless.english})(?!be (?:asked|able|told|needed)|(?:depend|decide|appear|look|see)\b)[a-z-]{2,}`,
  String.raw`\b(?:consider|treat|regard) (?:it|this|that|the \w+|your \w+)(?: as)? (?:done|cancelled|canceled|solved|fixed|taken care of|paid|settled|approved|sorted|void|handled)\b`,
  // "Your account is now unlocked."
  String.raw`\b(?:your|the) (?:\w+ )?(?:account|data|subscription|plan|limit|invoice|workspace|orders?|payments?|shop|store|key|licen[cs]e|domain|bug|error|issue|problem) (?:is now|are now|has now been|has been|have been|was|were) (?:\w+ly )?(?!(?:not|asked|charged|declined|refused|rejected|affected)\b)\w+(?:ed|en|wn|lt|nt|et)\b`,
  String.raw`\b(?:technician|engineer|colleague|specialist|somebody|someone|money|payment|refund|replacement|delivery|geld|techniker|dinero|reembolso|argent|remboursement|soldi|rimborso|dinheiro|reembolso|pieniadze)\b.{0,30}\b(?:on (?:its|the|their|your|his|her) way|coming your way|is coming|unterwegs|en camino|en route|in arrivo|a caminho|onderweg|w drodze)\b`,
  String.raw`\b(?:went|gone|go) ahead and \w+`,
  // German
  String.raw`\b(?:ich habe|wir haben|habe ich|haben wir)\b(?:(?! ?(?:nicht|kein\w*|nie) ).){0,60}?\b(?!${harmless.german})(?:\w*ge\w{2,}(?:t|en)|veranlasst|storniert|reduziert|verlangert|aktiviert|deaktiviert|erstattet|beauftragt|repariert|behoben|erledigt|entsperrt|ver\w+t)\b`,
  String.raw`\b(?:wir|ich) (?:kummer\w+|erledig\w+|ersetz\w+|erstatt\w+|storni\w+|reparier\w+|beheb\w+|verlanger\w+|schenk\w+|schreib\w+ (?:ihnen )?gut|komm\w+ ihnen\b.{0,30}\bentgegen|rufen? sie|melden? (?:mich|uns) bis|sorg\w+ dafur)\b|\b(?:ersetzen|erstatten|erledigen|beheben|schenken|stornieren|kummern) (?:wir|ich)\b|\bentfallt (?:fur sie|naturlich|selbstverstandlich)\b`,
  // Spanish, French, Italian, Portuguese
  String.raw`\b(?:he|hemos|ya he|ya hemos|j'ai|nous avons|ho|abbiamo) (?:ya |deja |gia |bien )?(?!${harmless.romance})\w+(?:ado|ido|cho|to|sto|rto|e|i|u|ato|uto|ito|sso|tto)\b(?! (?:pas|no|non)\b)`,
  String.raw`\b(?:le |les |lo |la |se lo |vous |gli )?(?:har[ae]mos|faremo|far[oe]mos|faremos|ferons|haremos|devolver\w+|arregl(?:o|amos|aremos)|solucionaremos|corregiremos|compensaremos|asum(?:o|imos|iremos)|assumiamo|assumo|assumimos|prenons|prendrons|remboursons|corrigerons|reparerons|retablirons|offrons|offriremo|offriamo|rimborseremo|risolveremo|ripareremo|sistemeremo|resolveremos|corrigiremos|compensaremos|llamaremos|appellerons|chiameremo|ligaremos)\b`,
  // Dutch
  String.raw`\b(?:ik heb|wij hebben|we hebben|heb ik|hebben wij|hebben we)\b(?:(?! (?:niet|geen) ).){0,60}?\bge(?!lezen|zien|kregen|vraagd|vonden|noteerd)\w{2,}(?:d|t|en)\b|\b(?:ik zal|wij zullen|we zullen|wij gaan|we gaan) (?!kijken|vragen|het doorgeven|lezen)\w+`,
].map((source) => new RegExp(source, 'gu'));
