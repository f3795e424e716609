/** The question whether the requester still needs us, in the languages the desk speaks. */
type FollowUpPhrases = {
  readonly stillNeeded: (id: string) => string;
  /** Stands before a moment and a full stop. */
  readonly closesOn: string;
  readonly always: string;
  readonly yes: string;
  readonly solved: string;
};

const en: FollowUpPhrases = {
  stillNeeded: (id) => `How is it going with ${id}? We are still here for you if you need us.`,
  closesOn: 'If we hear nothing, we close it on',
  always: 'You can always write here again.',
  yes: 'Yes, still need help',
  solved: 'It is solved',
};

const de: FollowUpPhrases = {
  stillNeeded: (id) => `Wie steht es um ${id}? Wir sind weiter für Sie da, wenn Sie uns brauchen.`,
  closesOn: 'Hören wir nichts, schließen wir es am',
  always: 'Sie können hier jederzeit wieder schreiben.',
  yes: 'Ja, ich brauche noch Hilfe',
  solved: 'Es ist gelöst',
};

const es: FollowUpPhrases = {
  stillNeeded: (id) => `¿Cómo va ${id}? Seguimos aquí si nos necesita.`,
  closesOn: 'Si no sabemos nada de usted, lo cerraremos el',
  always: 'Siempre puede volver a escribir aquí.',
  yes: 'Sí, aún necesito ayuda',
  solved: 'Está resuelto',
};

const fr: FollowUpPhrases = {
  stillNeeded: (id) => `Où en êtes-vous avec ${id} ? Nous sommes toujours là si vous avez besoin de nous.`,
  closesOn: 'Sans nouvelles de votre part, nous le fermerons le',
  always: 'Vous pouvez toujours écrire ici de nouveau.',
  yes: 'Oui, j’ai encore besoin d’aide',
  solved: 'C’est résolu',
};

const spoken: Readonly<Record<string, FollowUpPhrases>> = { en, de, es, fr };

/** These sentences in the requester's language, or in English. */
export function followUpPhrasesIn(language: string | undefined): FollowUpPhrases {
  return spoken[language ?? 'en'] ?? en;
}
