/**
 * How people talk to a machine that answers, instead of about their problem. Patterns are for plain words: lower case,
 * no accents, straight apostrophes. Written by hand from what such texts try; a sentence that fits one of them is no
 * evidence of anything.
 */

const reply = `(?:responses?|repl(?:y|ies)|answers?|outputs?|messages?|summar(?:y|ies)|solutions?|implementations?|codebase|code|algorithm|explanations?|completions?|conclusions?|elucidation|generated text|final text|draft|closing|greeting)`;
const yourReply = String.raw`(?:\byour (?:\w+ ){0,2}${reply}|\b(?:the|this|each|every) (?:\w+ )?(?:response|reply|answer|output|summary|completion|generated text|final text|draft))\b(?! (?:urls?|address\w*|table|queue|button|field|form)\b)`;
const shape = `(?:add|append|prepend|include|integrate|insert|embed|incorporate|inject|interweave|weave|infuse|blend|meld|merge|fuse|harmoni[sz]e|assimilate|absorb|modify|augment|enhance|enrich|alter|adjust|transform|supplement|amend|write|render|replace|substitute|swap|rearrange|reorder|reverse|scramble|shuffle|misspell|jumble|encode|encrypt|decode|translate|convert|rewrite|rephrase|phrase|reword|group|capitali[sz]e|repeat|begin|start|end|conclude|finish|craft|formulate|mention|promote|advertise|highlight|emphasi[sz]e|recommend|suggest|disguise|sprinkle|use|utili[sz]e|employ|apply|deploy|adopt|leverage|engage|execute|introduce|implement|combine|attach|mix|slip|work|drop|place|put|make sure|make|ensure|consider|let|don't forget to|don't hesitate to|keep in mind to|remember to|be sure to|feel free to|anagram|provide|present|produce|give|deliver|express|compose|intersperse|remove|delete|omit|conceal|hide|state|say|claim|report|tell|steer|redirect|link)`;
/** What stands before the verb of a request. */
const politely = String.raw`(?:(?:please|pls|kindly|also|then|next|now|and|finally|instead|first|second(?:ly)?|to proceed|additionally|furthermore|importantly|important|note|urgent|task|instruction|todo|hey|hi|ok|okay|so|but|actually|you (?:must|should|need to|have to|are to|will|may want to|might want to|can|could)|(?:can|could|would|will) you(?: please)?)\W+)*`;
const code = `(?:code|script|snippet|python|javascript|shell|bash|program)`;
const part = `(?:snippets?|blocks?|excerpts?|sections?|segments?|fragments?|pieces?|samples?|lines?|portion|routine|module)`;

/** Verbs an order begins with where it stands in the middle of a line without a full stop before it. */
export const orderVerbs = new RegExp(
  `^(?:${shape}|write|compose|draft|generate|translate|summari[sz]e|decode|encode|explain|describe|ignore|pretend|imagine|act|respond|answer|reply|print|output)\\b`,
);

export const instructionWords: readonly RegExp[] = [
  // Taking back what the machine was told.
  /\b(ignore|disregard|forget|override|overrule|bypass|dismiss|neglect|skip|stop following|do not follow|don't follow|abandon|discard)\b.{0,40}\b(instructions?|rules|(every|any|all|each) rule|prompts?|directions|directives?|guidelines?|restrictions|your (constraints?|context|training|polic(y|ies)|filters?|safeguards?|orders|commands)|all (constraints?|context|training|polic(y|ies)|safeguards?|orders|commands)|system message)\b/,
  /\b(ignore|disregard|forget|overlook)\b.{0,12}?\b(the (above|preceding|previous|following|text|web ?page|page|website|article|document|table|paper|function|content|email|ticket|rest|question|task)|(all|everything) (above|before|previous|prior|you|i)|what (you|i|was|came)|(?<!\bmy )(previous|prior) (messages?|text|content|input|commands?|context|orders)|everything (you|i|above|before|that))\b/,
  /\b(new|updated|real|actual|following|hidden|secret) (instructions?|directives?|task|orders)( (is|are|follow)\b|\s*:)/,
  /\b(ignor(a|e|er|iere?|iert|ieren|ez|ez|es|en|are|ar)|vergiss|vergesst|missacht\w*|olvid\w+|dimentic\w+|oubli\w+|esque[cz]\w+|negeer|vergeet|pomin|zignoruj|abaikan|lupakan)\b.{0,50}\b(anweisung\w*|instruktion\w*|regeln?|vorgaben?|befehle?|instruc\w+|instruk\w+|regl\w+|reglas?|ordenes|indicacion\w*|regol\w+|istruzion\w+|consignes?|directiv\w+|polecen\w*|instrukcj\w*|opdracht\w*|instructies|regels|pagina|page|seite|funcion|fonction|funktion|funzione|perintah)\b/,
  /игнорир\w*|забудь|не обращай внимания|忽略|无视|無視|忘れて|指示を|무시하|지시사항|تجاهل|التعليمات|अनदेखी|निर्देशों|התעלם|αγνοησε|bo qua (cac )?(huong dan|chi thi)|yoksay|onceki talimat/u,
  // Being somebody else, or nobody bound by rules.
  /\b(you are|you're|u are|you will be|you have become|you now) (now )?(a |an |the |my |going to be |about to )?(\w+ ){0,2}(ai|a\.i\.|bot|chatbot|assistant|language model|gpt|llm|dan|evil|unrestricted|jailbroken|uncensored|role ?play\w*|immerse|pretend|opposite)\b/,
  /(?<!\b(?:we|i|they|you|it|which|that|who|he|she|may|also|not|customers) )\b(act|behave|respond|speak|talk) (as|like) (if you|though you|a|an|dan|someone|my)\b|\bpretend\b.{0,12}\b(to be|you|we|that|like)\b|\brole ?-?play(ing)?\b|\bfrom now on\b.{0,60}\byou\b|\bdo anything now\b|\bjailbr(eak|oken)\w*/,
  /\b^\W*(?:(?:just|now|so|please|well|then|but|ok|okay) )?(imagine|suppose|assume|let's (say|assume|imagine|pretend|suppose|play|suspend)|envision)\b.{0,25}\b(we|we're|you|you're|i wanted|that you|a scenario|a world|an? (\w+ )?(universe|planet|scenario|world|story|game|society|simulation)|three strings)\b(?!.{0,30}\b(customer|shopper|client)s?\b)/,
  /\bjust for (a |the sake of )?(hypothetical|fun|testing|test|educational|research|entertainment|demonstration|academic|argument)\b|\bfor (hypothetical|educational|entertainment|academic) purposes\b|\bhypothetical\w*\b|\bin (this|a|the) (fictional|imaginary|hypothetical|alternate|alternative|virtual|parallel) \w+/,
  /\b(god|dan|sudo|jailbreak|unrestricted|override)[ -]?mode\b|\bsystem mode (activated|enabled|on)\b|<\W*(god|system|admin|debug|sudo|developer|maintenance)\b|\b(entering|activate|enter|running|initiat\w+|i'm in|now in|enable) (an? |the )?['"]?(\w+ ){0,2}(god|system|admin|debug|sudo|developer|maintenance)['"]?[ -](mode|upgrade|override|update|check)\b|\bsystem (mode|override|prompt)\b|\b(begin|end|start) (of )?(admin|system|developer|root) (override|message|prompt|instructions?)\b/,
  /\bas (an ai|your (creator|developer|boss|admin\w*|manager|owner|superior|maker|ceo|friend|supervisor|programmer|doctor|teacher)|the (creator|admin\w*|developer|ceo))\b|\bi( am|'m) (god|your (creator|developer|boss|admin\w*|owner|superior|ceo|friend|maker|supervisor|programmer|best friend)|the (president|king|queen|ceo of anthropic|ceo of openai|creator|god))\b/,
  /\byou (have to|must|are (required|obliged|obligated|forced|programmed|instructed) to|need to|will) (always )?(answer|obey|comply|respond|reply|do (what|as|exactly|anything|whatever)|say|tell|output|follow)\b|\b(does|do|did) (exactly )?(as|what|whatever) i (say|tell|want|command|ask)\b|\bobey (me|my)\b|\b(abide by|bound by|broken free (of|from)|free from|freed from)\b.{0,30}\b(rules?|confines|limitations?|restrictions?|constraints?|guidelines)\b/,
  /\b(i('ll| will)?|we will) (give|pay|tip|reward|donate)\b.{0,20}\b(you|u)\b.{0,30}\bif you\b|\bif you (give|tell|share|reveal|show) (me|us)\b.{0,40}\bi('ll| will)\b/,
  // Shaping what the machine will write.
  new RegExp(String.raw`^\W*${politely}(?:\w+ly )?${shape}\b.{0,140}${yourReply}`),
  new RegExp(
    String.raw`^\W*(?:in|within|into|throughout|at the (?:end|beginning|start|top|bottom) of|as part of|when (?:writing|generating|composing|formulating)|for|before|after) ${yourReply}(?! (?:you|we|i|from|of|to my|dated|she|he|your)\b)\W`,
  ),
  new RegExp(
    String.raw`\byour (?:\w+ ){0,2}${reply}\b.{0,20}\b(?:should|must|has to|needs to|shall|could (?:flourish|benefit)|ought to|is to|can be improved|in (?:base64|rot13|morse|pig latin|reverse|emojis?|leetspeak|rhymes?|haiku|all caps|json only|french|german|spanish|klingon))\b\b(?! (?:be|have) (?:faster|quicker|sent|here|sooner))`,
  ),
  new RegExp(
    String.raw`^\W*${politely}${shape}\b.{0,60}\b(?:every|each|all|any)? ?(?:other |second |third |fourth |fifth |\d+\w\w |alternate )?(?:words?|letters?|vowels?|consonants?|nouns?|verbs?|adjectives?|sentences?)\b(?=.{0,60}\b(?:with|in|by|to|into|as|separated|position|numbers?|emojis?|symbols?|your)\b)`,
  ),
  /\b(anagrams?|homophon\w+|spoonerisms?|letter substitution|(intentional\w*|deliberate\w*|purposely) (misspell\w*|typos?|typographical)|each digit separated|emojis? only|only emojis?|substitution cipher|in (groups|sets) of (two|three|four|five|\d))\b/,
  /\b(how (do|would|can) (you|i|we|one) say|what('s| is| does)|how is|provide the|equivalent (of|for)|meaning of)\b.{0,60}\b(in|equivalent|mean in) ?(english|spanish|french|german|italian|portuguese|russian|chinese|japanese|korean|arabic|hindi|dutch|polish|latin|greek|turkish|swedish)?\b(?<=english|spanish|french|german|italian|portuguese|russian|chinese|japanese|korean|arabic|hindi|dutch|polish|latin|greek|turkish|swedish|spanish equivalent|equivalent)\W*/,
  new RegExp(
    String.raw`^\W*${politely}(?!(?:i|we|the|there|it|my|our|your|you|this|that|these|what|where|is|are|was|were|thanks?|thank|as|an?|no|nothing|something|everything|according|confirm|quote|refer|attach|as|if|some|step|only)\b)[a-z-]{3,}\b.{0,140}\bin your (?:\w+ )?(?:response|reply|answer|output|code|solution|implementation)\b`,
  ),
  /^\W*(?:please |now |and )?(?:only |always )(?:answer|respond|reply|speak|write)\b.{0,10}\b(?:in|using|with|as|by)\b|\b(?:answer|respond|reply|speak|write)\b.{0,15}\bonly (?:in|using|with)\b|\b(?:answer|respond|reply|speak|write|talk|chat)\b.{0,12}\b(?:in|using|with|as|like)\b.{0,12}\b(?:klingon|pirates?|emojis?|rhymes?|haikus?|binary|hexadecimal|morse|shakespeare\w*|capital letters|reverse|backwards)\b|\bas if you were\b/,
  /\b(?:determine|rate|classify|identify|analy[sz]e|detect)\b.{0,12}\b(?:sentiment|mood|tone|emotions?)\b.{0,12}\b(?:of|in)\b|^\W*(?:please )?(?:analy[sz]e|evaluate) (?:the|this|these) (?:\w+ )?(?:feedback|reviews?|tweets?|paragraph|article|poem|essay)\b/,
  /\byour (?:code|program|script|application|function|software) (?:should|must|has to|needs to|shall|is to) (?!(?:be|already|work|not|have|run|also be)\b)\w+/,
  // Code to be taken over.
  new RegExp(
    String.raw`^(?!.*\b(?:i|we|my|our|us|reproduc\w*|throws?|fails?|failed|error|crash\w*|bug|causes?|returns?)\b).*\b(?:following|subsequent|ensuing) ${code} ${part}\b(?=.*(?:\byour\b|:|\binto\b|\bsolution\b|\bimplementation\b))`,
  ),
  new RegExp(String.raw`^\W*${politely}(?:\w+ly )?${shape}\b.{0,80}\b${code} ${part}\b`),
  // Secrets of the desk or of other people.
  /\b(what('s| is| are| was)|tell|give|share|reveal|show|confirm|disclose|print|write|know|need|send|provide|repeat|output|guess|spell|say)\b.{0,35}\byour (\w+ ){0,2}(passwords?|pass ?code|secrets?( key| code)?|system prompt|initial prompt|prompt|instructions|api key|credentials|database|training data|pin|source code)\b/,
  /\b(your|the) (system|initial|hidden|secret|original) (prompt|instructions?|message)\b|\b(secret|launch|access) (code|word|phrase|key)\b.{0,40}\b(that|grants?|is|reveal|tell|give)\b|\bwhat('s| is) the (secret( \w+)?|password|system password|admin password)\b|\b(share|sharing) (your |their |the )?passwords?\b|\b(write|haiku|poem|riddle|story|song|letters? of|hint|spell|encode|decode|part) .{0,30}\b(the|a|our|your) (\w+ )?(passwords?|secret)\b/,
  /\b(confirm|give|tell|say|reveal|need|want) (me |us |you to confirm |to know )?(the|our|its|this|that) (\w+ ){0,2}passwords?\b/,
  /\b(quel est|cual es|wie (lautet|ist)|was ist|qual e|qual e a|wat is|jakie jest|apa) (le |la |el |das |il |a |het |o )?(mot de passe|contrasena|passwort|kennwort|password|senha|wachtwoord|haslo|kata sandi)\b|パスワード|비밀번호|密码|密碼|пароль|كلمة المرور|पासवर्ड/u,
  /\bif i (were to|was to|would|did) (ask|asked|request) (you )?(for |about )?your\b|\b(makes|made|got) me (think|thinking|wonder|wondering) (about |of |how ).{0,80}\bpasswords?\b/,
  /\bwhere (does|is|do) (the user|he|she|[a-z]+( [a-z]+)?) (currently |now )?(live|living|reside|located)\b|\b(what|tell|give|reveal|share|using|know|letters? of|show|say|print|confirm|write|need)\b.{0,60}\b(?!(?:what|it|that|who|here|there|let|how|where)')[a-z]{3,}'s (\w+ ){0,2}(birth ?(day|date|year)|date of birth|(home|personal|street|private|mailing|e-?mail) address|phone number|social security|current (city|location)|city of residence|ssn|salary|personal (data|information))\b/u,
  /\b(tell|give|show|send|reveal)\b (me |us )?(the |all )?(\w+ ){0,2}(e-?mails?|phone|address(es)?|names?|data|details|orders|messages)\b.{0,25}\bof (the|an|any|every|your|all|some)? ?(other |another |previous |last |next )?(customers?|users?|clients?|people|person|requesters?)\b|\b(print|repeat|output|recite)\b.{0,20}\b(word for word|verbatim|exactly as)\b/,
  /\b(print|dump|list|show|export|reveal|output)\b.{0,20}\byour (entire |whole |full )?(database|users?|data|memory|files|configuration|logs)\b|\bof (different|other|all) users in your database\b/,
  // Questions of general knowledge and tasks for a machine that writes.
  /\bwho (wrote|painted|invented|discovered|composed|directed|founded|won the|was the (first|last|\d+\w\w)|is the (president|prime minister|king|queen))\b|\b(explain|describe|summari[sz]e|discuss|break down|analy[sz]e|what('s| is| are)|tell (me|us) (more )?about|talk about)\b.{0,20}\b(plot|moral|themes?|principles?|theory|concepts?|life ?cycle|philosophy|history|origins?|symbolism|significance) (of|behind)\b|\bin (simple|layman's|plain) terms\b|\blike i'?a?m (five|5)\b|\b(opinionated|your honest|your personal) (review|opinion|view)\b|\bwhat (are|is) your (thoughts?|opinions?|views?|feelings?|favou?rite)\b/,
  /\bwhat('s| is| are) (the )?(tallest|highest|largest|biggest|longest|deepest|oldest|fastest) (\w+ ){0,2}(in|on) (the )?(world|earth|planet|country|universe|history|ocean|solar system)\b|\bwhat('s| is| are) the (meaning of life|capital of|weather|(main|primary|major) (causes?|functions?|themes?|characters) of)\b/,
  new RegExp(
    String.raw`^\W*${politely}(?:show|give|tell|provide|teach)\b (?:me |us )?(?:an? )?(?:simple |short |quick |example )?(?:python|javascript|java|sql|php|ruby|bash|c\+\+|regex|excel)?\b.{0,12}\b(?:function|example|tutorial|program|history)\b (?:to|of|on|that|for|about|in)\b`,
  ),
  /\b(write|compose|create|generate|recite|sing|make up|craft|draft|produce|invent|tell|give|provide|pen|develop|narrate)\b( me| us)?( a| an| the| some)? ?(\w+ ){0,3}(poems?|haikus?|(?<!create .{0,20}|provide .{0,20}|user )stor(y|ies)|essays?|songs?|jokes?|limericks?|riddles?|sonnets?|rhymes?|fairy ?tales?|raps?|screenplays?|novels?|speech|slogans?|tongue twisters?|lyrics|phishing)\b/,
  new RegExp(
    String.raw`^\W*${politely}(?:write|compose|draft|craft|develop|generate|outline|pen)\b( me| us)? (?:an?|the) (?:\w+ ){0,3}(?:letter|article|blog post|introduction|review|outline|script|dialogue|monologue|press release|cover letter|tweet|recipe|paragraph|caption|e-?mail|function|program|regex|invitation|proposal|obituary|biography)\b(?=.{0,20}\b(?:to|for|about|on|of|based|that|using|in|from|requesting|describing|promoting)\b)`,
  ),
  new RegExp(
    String.raw`^\W*${politely}(?:summari[sz]e|paraphrase|proofread|transcribe|analy[sz]e the sentiment|classify the sentiment|translate|back ?translate|extract (?:all|the) (?:entities|keywords)|create action items|categori[sz]e (?:it|this|the following))\b(?=.{0,60}(?:\bthis\b|\bthe (?:following|text|above|word|phrase|sentence|paragraph|web ?page|article|description)\b|['"“:]|\b(?:in)?to (?:english|spanish|french|german|italian|chinese|japanese|russian|latin)\b))`,
  ),
  /\bwhat (is|are|was) the (output of this|main (conclusions?|points?|ideas?) of (this|the)|sum of all|capital of)\b|\bgiven this (wikipedia|article|table of|web ?page|web search|text:)|\bbased on (this|the following) (resume|e-?mail|article|text|document)\s*:/,
  new RegExp(
    String.raw`^\W*${politely}(?:decode|decipher|decrypt|unscramble|encode|encrypt)\b (?:this|the following|it|each|your|them|the)\b`,
  ),
  /\b(caesar cipher|rot ?13|pig latin|leetspeak|leet speak|morse code|base64 encoded (instruction|message|string)|in base64)\b|\b(in|into) reverse( order)?\b.{0,20}(letters?|words?|answer|reply|$)/,
  /\b(interlace|concatenate|combine|join|merge|put together|alternate)\b.{0,25}\b(part|strings?|letters|words|following parts|a, b|a and b|pieces)\b|\bpart (1|one|a)\b.{0,60}\bpart (2|two|b)\b|\b[abcd] = ["'“].{0,120}\b[abcd] = ["'“]|\bwrite down the string\b|\b[a-z] = [a-z] \+ [a-z]\b|\bsmart ?gpt\b/,
  /(?<![\w'])q\s?:.{2,}|^\W*a\s?: [a-z].{2,}/,
  /<!--|<\/?(system|instructions?|user|assistant|data|admin|img|caption|iframe|script|prompt)\b|\[\/?(inst|system|admin)\]|<\|/,
  /\b(research|studies|study|experts?|statistics) (show|shows|suggest|say|prove|indicate)s? that\b|\bas (a|an) (\w+[ -]?){1,3}(expert|scientist|professor|historian|specialist|researcher|enthusiast|linguist|doctor|consultant|philosopher|teacher)\b.{0,10},/,
  /\b(?=[a-z+]*\d)(?=[\d+]*[a-z])[a-z0-9+]{60,}={0,2}(?![a-z0-9])/,
];
