import type { UpdateWording } from '../../domain/update/compose-update.ts';

const plainly: UpdateWording = {
  head: (ticket, asOf) => `Stand zu ${ticket}, ${asOf}.`,
  standing: {
    in_line: (since) => `Ihre Anfrage liegt seit dem ${since} bei uns und wartet auf die erste Antwort.`,
    working: (since) => `Wir arbeiten seit dem ${since} daran.`,
    specialist: (since) => `Seit dem ${since} prüft es eine Fachperson aus unserem Team.`,
    others: (since) => `Seit dem ${since} warten wir auf ein anderes Team oder einen Lieferanten.`,
    yours: (since) => `Seit dem ${since} warten wir auf Ihre Antwort.`,
  },
  news: {
    passed_on: (on) => `Neu seit unserer letzten Nachricht: Am ${on} ging es an eine Fachperson.`,
    waiting: (on) => `Neu seit unserer letzten Nachricht: Am ${on} haben wir andere um ihren Teil gebeten.`,
    heard_you: (on) => `Neu seit unserer letzten Nachricht: Was Sie am ${on} schrieben, ist berücksichtigt.`,
    not_settled: (on) =>
      `Neu seit unserer letzten Nachricht: Nach Ihrer Meldung vom ${on} scheidet jene Antwort aus.`,
    taken: (on) => `Neu seit unserer letzten Nachricht: Am ${on} hat es jemand übernommen.`,
    unchanged: (on, days) =>
      `Heute ist Tag ${days}. Seit unserer Nachricht vom ${on} gibt es kein neues Ergebnis.`,
  },
  next: {
    in_line: 'Als Nächstes: Jemand liest sie genau und antwortet oder fragt nach.',
    working:
      'Als Nächstes: Wir gehen den offenen Punkten nach und sehen das Ergebnis vor der Zeit unten durch.',
    specialist:
      'Als Nächstes: Die Prüfung wird beendet, und wir sehen das Ergebnis vor der Zeit unten durch.',
    others: 'Als Nächstes: Wir fragen dort nach und sehen die Antwort vor der Zeit unten durch.',
    yours: 'Als Nächstes: Sobald Ihre Antwort da ist, machen wir weiter.',
  },
  held: {
    nothing: 'Es hält uns nichts auf.',
    others: 'Was uns aufhält: ein Teil, den wir nicht selbst erledigen können.',
    yours: 'Was uns aufhält: Uns fehlt Ihre Antwort auf unsere letzte Nachricht.',
  },
  workaround: (on) => `Vorerst gilt der Zwischenweg aus unserer Nachricht vom ${on}.`,
  noWorkaround: 'Zwischenweg: noch keiner bekannt.',
  nextUpdate: (by) => `Nächste Nachricht: bis ${by}, hier im Verlauf.`,
  contact: (name, ticket) => `Ansprechperson: ${name}, Ticket ${ticket}. Schreiben Sie hier jederzeit.`,
  late: {
    answer: (was, by) =>
      `Wir brauchen länger als gesagt: Unsere Antwort war bis ${was} fällig, Sie haben sie bis ${by}.`,
    solution: (was, by) =>
      `Es dauert länger als gesagt. Unsere Schätzung für die Lösung war ${was}, unsere neue Schätzung ist ${by}.`,
  },
  isThatFine: 'Bitte sagen Sie uns unten, ob das in Ordnung ist.',
};

const differently: UpdateWording = {
  head: (ticket, asOf) => `${ticket}: So sieht es am ${asOf} aus.`,
  standing: {
    in_line: (since) => `Sie haben am ${since} gefragt, und bisher hat niemand geantwortet.`,
    working: (since) => `Es ist in Arbeit (seit ${since}).`,
    specialist: (since) => `Es liegt bei einer unserer Fachpersonen (seit ${since}).`,
    others: (since) => `Im Moment hängt es an einem anderen Team oder Lieferanten (seit ${since}).`,
    yours: (since) => `Im Moment sind Sie an der Reihe (seit ${since}).`,
  },
  news: {
    passed_on: (on) => `Geändert hat sich: Seit ${on} ist eine Fachperson dabei.`,
    waiting: (on) => `Geändert hat sich: Andere wurden am ${on} um Hilfe gebeten.`,
    heard_you: (on) => `Geändert hat sich: Ihre Nachricht vom ${on} ist gelesen und fließt ein.`,
    not_settled: (on) =>
      `Geändert hat sich: Unsere frühere Antwort ist nach Ihrer Rückmeldung vom ${on} vom Tisch.`,
    taken: (on) => `Geändert hat sich: Ab ${on} kümmert sich eine bestimmte Person darum.`,
    unchanged: (on, days) => `Tag ${days} Ihrer Anfrage: Was wir am ${on} schrieben, gilt noch.`,
  },
  next: {
    in_line: 'Der nächste Schritt: genau lesen, dann antworten oder zurückfragen.',
    working: 'Der nächste Schritt: prüfen, was noch offen ist, und es gemeinsam durchsehen.',
    specialist: 'Der nächste Schritt: das Ergebnis dieser Prüfung, das wir gemeinsam durchsehen.',
    others: 'Der nächste Schritt: dort erneut fragen und Ihnen sagen, was wir hören.',
    yours: 'Der nächste Schritt liegt bei Ihnen; nach Ihrer Antwort geht es weiter.',
  },
  held: {
    nothing: 'Es gibt kein Hindernis.',
    others: 'Das Hindernis: Einen Teil haben wir nicht selbst in der Hand.',
    yours: 'Das Hindernis: Ihre Rückmeldung zu unserer letzten Nachricht fehlt noch.',
  },
  workaround: (on) => `Solange nehmen Sie bitte den anderen Weg aus unserer Nachricht vom ${on}.`,
  noWorkaround: 'Einen Zwischenweg kennen wir bisher nicht.',
  nextUpdate: (by) => `Sie hören bis ${by} an dieser Stelle von uns.`,
  contact: (name, ticket) => `Fragen beantwortet ${name}; nennen Sie ${ticket} oder antworten Sie hier.`,
  late: {
    answer: (was, by) =>
      `Unsere Antwort verspätet sich: Sie war für ${was} gedacht. Bitte geben Sie uns Zeit bis ${by}.`,
    solution: (was, by) =>
      `Die Arbeit dauert länger. Geschätzt hatten wir ${was}; bitte geben Sie uns Zeit bis ${by}, so unsere Schätzung jetzt.`,
  },
  isThatFine: 'Die Knöpfe unten nehmen Ihre Antwort auf.',
};

/** Two ways of writing an update in German. */
export const germanUpdates = [plainly, differently] as const;
