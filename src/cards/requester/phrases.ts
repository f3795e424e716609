import type { Question } from '../../domain/triage.ts';

/** What the desk itself says to requesters, in the languages it speaks. Warm, short, no promises beyond the time. */
type Phrases = {
  readonly hello: string;
  readonly added: (id: string) => string;
  readonly received: (id: string) => string;
  readonly understood: (area: string) => string;
  readonly firstAnswerBy: string;
  readonly firstAnswerSoon: string;
  readonly asked: string;
  readonly yes: string;
  readonly stillBroken: string;
  readonly thanksForConfirming: string;
  readonly backOnIt: string;
  /** Under an answer that no person has read before it left. */
  readonly answeredByDesk: string;
  readonly workingAgain: string;
  /** Under a message that asks for more time. */
  readonly laterIsFine: string;
  readonly neededSooner: string;
  readonly agreedToLater: string;
  readonly heardSooner: string;
  readonly solvedAsk: (id: string) => string;
  readonly closedQuietly: (id: string, days: number) => string;
  readonly oneQuestion: string;
  readonly questions: Readonly<Record<Question, string>>;
};

const en: Phrases = {
  hello: 'Hello. Write what happened, and we open a ticket for you.',
  added: (id) => `Added to your request ${id}.`,
  received: (id) => `Thank you, we have your request (${id}).`,
  understood: (area) => `What we understood: ${area}.`,
  firstAnswerBy: 'You will have a first answer by',
  firstAnswerSoon: 'We will answer here.',
  asked: 'Does this solve it?',
  yes: 'Yes, it works',
  stillBroken: 'Still broken',
  thanksForConfirming: 'Thank you for telling us. If it comes back, just write here.',
  backOnIt: 'Thank you for telling us. We are on it again.',
  answeredByDesk:
    'Answered automatically from our help pages. If it does not help, say so here and a person takes over.',
  workingAgain: 'We are working on it again.',
  laterIsFine: 'That is fine',
  neededSooner: 'I need it sooner',
  agreedToLater: 'Thank you. The new time is agreed.',
  heardSooner: 'Understood. The person in charge knows that you need it sooner.',
  solvedAsk: (id) => `We believe ${id} is solved. Does it work for you?`,
  closedQuietly: (id, days) =>
    `We have not heard back, so we are closing ${id}. If you write here within ${days} days, we pick it up again.`,
  oneQuestion: 'One question so that we get this right:',
  questions: {
    what_happened: 'What were you trying to do, and what happened instead?',
    who_is_affected: 'Is everyone on your side affected, or only some?',
  },
};

const de: Phrases = {
  hello: 'Hallo. Schreiben Sie, was passiert ist, dann öffnen wir ein Ticket für Sie.',
  added: (id) => `Zu Ihrer Anfrage ${id} hinzugefügt.`,
  received: (id) => `Danke, Ihre Anfrage ist bei uns (${id}).`,
  understood: (area) => `So haben wir es verstanden: ${area}.`,
  firstAnswerBy: 'Eine erste Antwort haben Sie bis',
  firstAnswerSoon: 'Wir antworten hier.',
  asked: 'Löst das Ihr Problem?',
  yes: 'Ja, es geht',
  stillBroken: 'Geht noch nicht',
  thanksForConfirming: 'Danke für die Rückmeldung. Falls es wieder auftritt, schreiben Sie einfach hier.',
  backOnIt: 'Danke für die Rückmeldung. Wir sind wieder dran.',
  answeredByDesk:
    'Automatisch aus unseren Hilfeseiten beantwortet. Wenn es nicht hilft, schreiben Sie es hier, dann übernimmt ein Mensch.',
  workingAgain: 'Wir arbeiten wieder daran.',
  laterIsFine: 'Das ist in Ordnung',
  neededSooner: 'Ich brauche es früher',
  agreedToLater: 'Danke. Die neue Zeit ist vereinbart.',
  heardSooner: 'Verstanden. Die zuständige Person weiß, dass Sie es früher brauchen.',
  solvedAsk: (id) => `Wir halten ${id} für gelöst. Funktioniert es bei Ihnen?`,
  closedQuietly: (id, days) =>
    `Wir haben nichts mehr gehört und schließen ${id}. Schreiben Sie hier innerhalb von ${days} Tagen, nehmen wir es wieder auf.`,
  oneQuestion: 'Eine Frage, damit wir es richtig machen:',
  questions: {
    what_happened: 'Was wollten Sie tun, und was ist stattdessen passiert?',
    who_is_affected: 'Sind bei Ihnen alle betroffen oder nur einige?',
  },
};

const es: Phrases = {
  hello: 'Hola. Escriba qué ha pasado y abrimos un ticket para usted.',
  added: (id) => `Añadido a su solicitud ${id}.`,
  received: (id) => `Gracias, hemos recibido su solicitud (${id}).`,
  understood: (area) => `Lo que entendimos: ${area}.`,
  firstAnswerBy: 'Tendrá una primera respuesta antes de',
  firstAnswerSoon: 'Le responderemos aquí.',
  asked: '¿Esto lo resuelve?',
  yes: 'Sí, funciona',
  stillBroken: 'Sigue fallando',
  thanksForConfirming: 'Gracias por avisarnos. Si vuelve a ocurrir, escriba aquí.',
  backOnIt: 'Gracias por avisarnos. Seguimos con ello.',
  answeredByDesk:
    'Respondido automáticamente con nuestras páginas de ayuda. Si no le sirve, escríbalo aquí y le atenderá una persona.',
  workingAgain: 'Volvemos a trabajar en ello.',
  laterIsFine: 'Me parece bien',
  neededSooner: 'Lo necesito antes',
  agreedToLater: 'Gracias. La nueva hora queda acordada.',
  heardSooner: 'Entendido. La persona encargada sabe que lo necesita antes.',
  solvedAsk: (id) => `Creemos que ${id} está resuelto. ¿Le funciona?`,
  closedQuietly: (id, days) =>
    `No hemos tenido más noticias y cerramos ${id}. Si escribe aquí en los próximos ${days} días, lo retomamos.`,
  oneQuestion: 'Una pregunta para acertar:',
  questions: {
    what_happened: '¿Qué intentaba hacer y qué pasó en su lugar?',
    who_is_affected: '¿Afecta a todas las personas de su lado o solo a algunas?',
  },
};

const fr: Phrases = {
  hello: 'Bonjour. Écrivez ce qui s’est passé et nous ouvrons un ticket pour vous.',
  added: (id) => `Ajouté à votre demande ${id}.`,
  received: (id) => `Merci, nous avons bien reçu votre demande (${id}).`,
  understood: (area) => `Ce que nous avons compris : ${area}.`,
  firstAnswerBy: 'Vous aurez une première réponse avant',
  firstAnswerSoon: 'Nous vous répondrons ici.',
  asked: 'Est-ce que cela résout le problème ?',
  yes: 'Oui, ça marche',
  stillBroken: 'Toujours en panne',
  thanksForConfirming: 'Merci de nous l’avoir dit. Si cela revient, écrivez simplement ici.',
  backOnIt: 'Merci de nous l’avoir dit. Nous nous y remettons.',
  answeredByDesk:
    'Réponse automatique tirée de nos pages d’aide. Si elle ne vous aide pas, écrivez-le ici et une personne prendra le relais.',
  workingAgain: 'Nous y travaillons de nouveau.',
  laterIsFine: 'Cela me convient',
  neededSooner: 'Il me le faut plus tôt',
  agreedToLater: 'Merci. Le nouveau délai est convenu.',
  heardSooner: 'C’est noté. La personne en charge sait qu’il vous le faut plus tôt.',
  solvedAsk: (id) => `Nous pensons que ${id} est résolu. Est-ce que cela fonctionne chez vous ?`,
  closedQuietly: (id, days) =>
    `Sans nouvelles de votre part, nous fermons ${id}. Si vous écrivez ici dans les ${days} jours, nous reprenons.`,
  oneQuestion: 'Une question pour bien faire :',
  questions: {
    what_happened: 'Que vouliez-vous faire, et que s’est-il passé à la place ?',
    who_is_affected: 'Est-ce que tout le monde est concerné chez vous, ou seulement certaines personnes ?',
  },
};

const spoken: Readonly<Record<string, Phrases>> = { en, de, es, fr };

/** The desk's own sentences in the requester's language, or in English. */
export function phrasesIn(language: string | undefined): Phrases {
  return spoken[language ?? 'en'] ?? en;
}
