/** Languages the desk reads and answers in. Others are recognised, but read word by word. */
export const deskLanguages = ['en', 'de', 'es', 'fr'] as const;
export type DeskLanguage = (typeof deskLanguages)[number];

/** Words too common to tell texts apart, by language. They also tell which language a text is in. */
export const stopWords: Readonly<Record<DeskLanguage, ReadonlySet<string>>> = {
  en: setOf(
    `a about after all also am an and any are aren't as at be because been before being but by can can't cannot could
    did didn't do does doesn't doing don't for from get gets getting got had has hasn't have haven't having he hello
    her here hers hey hi him his how i i'd i'll i'm i've if in into is isn't it it's its just let like may me might more
    most much my no nor not now of off on once only or other our ours out over own please she should so some such
    thank thanks than that that's the their theirs them then there there's these they they're this those through to
    too under until up us very was wasn't we we'd we'll we're we've were what what's when where which while who why
    will with won't would wouldn't you you're your yours`,
  ),
  de: setOf(
    `aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dein
    dem den der des dich die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines
    er es etwas euch für gibt habe haben hallo hat hatte hatten ich ihm ihn ihnen ihr ihre ihrem ihren im in ist ja jede
    jetzt kann kein keine keinen können könnte man mein meine meinen mehr mich mir mit muss nach nicht noch nun nur ob
    oder schon sein seine seit seite sehr sich sie sind so soll sondern über um und uns unser unsere unseren vom von vor
    war waren was wegen weil wenn werden wer wie wieder wir wird wo wurde würde zu zum zur zwischen`,
  ),
  es: setOf(
    `a al algo ante antes aquí así aún con como cómo cuando cual de del desde donde dónde e el él ella ellos en entre
    era es esa ese eso esta está están estamos estar este esto estos estoy fue gracias ha hace hacer han hasta hay hola
    la las le les lo los más me mi mis muy nada ni no nos nosotros nuestra nuestro nuestros o otra otro para pero podemos
    por porque pueden puede puedo que qué quien se sea ser si sí sido sin sobre solo son su sus también tan te tener
    tengo tenemos tiene todo tu tus un una uno unos usted ustedes y ya yo`,
  ),
  fr: setOf(
    `à ai ainsi alors après au aucun aussi autre aux avant avec avez avons bonjour car ce ceci cela ces cet cette ceux
    chez comme comment dans de depuis des dès deux dont du elle elles en encore entre est et été êtes être eu faire fait
    fois ici il ils j'ai je l'on la le les leur leurs lui là ma mais me même mes merci moi mon ne n'est nos notre nous on
    ont ou où par pas peut peux plus pour pourquoi pouvez qu'il quand que quel quelle qui sa sans se ses si son sont sous
    suis sur ta te tes toi ton tous tout toutes très tu un une vos votre vous y`,
  ),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}
