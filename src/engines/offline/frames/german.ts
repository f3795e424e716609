import type { Frame } from './frame.ts';

export const german: Frame = {
  greeting: (firstName) => (firstName === '' ? 'Guten Tag,' : `Hallo ${firstName},`),
  understanding: {
    empathetic: (topic) =>
      `das tut mir leid, ich sehe, wie sehr Sie das aufhält. So verstehe ich es: ${topic}`,
    troubled: (topic) => `das tut mir leid. So verstehe ich es: ${topic}`,
    urgent: (topic) =>
      `das tut mir leid. Es hält Ihre Arbeit auf, deshalb zuerst, was gleich hilft. So verstehe ich es: ${topic}`,
    concise: (topic) => `so verstehe ich es: ${topic}`,
    teaching: (topic) => `danke für Ihre Frage. So verstehe ich sie: ${topic}`,
    plain: (topic) => `danke für Ihre Nachricht. So verstehe ich sie: ${topic}`,
  },
  understandingWithoutTopic: 'danke für Ihre Nachricht. Ich habe sie gelesen, und das können wir dazu sagen.',
  understandingOfDecision:
    'danke für Ihre Nachricht. Sie bitten um eine Entscheidung über Geld oder Ihren Vertrag. Die treffen Menschen bei uns, und ich gebe Ihre Anfrage an sie weiter.',
  pageIsIn: (language) =>
    language === 'en'
      ? 'Unsere Hilfe dazu gibt es nur auf Englisch:'
      : 'Unsere Hilfe dazu gibt es nur in einer anderen Sprache:',
  secretSeen:
    'Eins vorweg: In Ihrer Nachricht steht ein Schlüssel, ein Passwort oder eine Kartennummer. Bitte ziehen Sie das zurück oder ändern Sie es, und schicken Sie es nicht noch einmal.',
  stepByStep: 'So geht es, Schritt für Schritt:',
  ask: {
    steps: 'was Sie Schritt für Schritt getan haben, bis es passiert ist',
    ids: 'die Nummer eines Falls, zum Beispiel einer Bestellung oder Anfrage',
    time: 'wann es zuletzt passiert ist, mit Ihrer Zeitzone',
    browser: 'welchen Browser oder welche App Sie benutzen, mit der Version',
    exact_error: 'den genauen Wortlaut der Meldung oder ein Bild davon',
    goal: 'was Sie erreichen möchten, und auf welcher Seite Sie sind',
    differed: 'bei welchem Schritt es bei Ihnen anders war, und was Sie dort gesehen haben',
    scope: 'ob bei Ihnen alle betroffen sind oder nur einige',
  },
  followUp: (heading) => `Vielleicht brauchen Sie auch „${heading}“:`,
  closing: {
    empathetic:
      'Sagen Sie mir hier, wie es läuft. Ein kurzer Satz genügt, auch wenn Ihnen noch etwas im Weg steht.',
    concise: 'Antworten Sie hier, wenn es sich bei Ihnen anders verhält.',
    teaching: 'Nehmen Sie sich Zeit, und fragen Sie hier, wenn ein Schritt nicht klar ist.',
    plain: 'Sagen Sie mir hier, ob das hilft.',
  },
};
