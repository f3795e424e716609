import type { IncidentWording } from './incident-wording.ts';

/** How incidents are written about in German. */
export const germanIncidents: IncidentWording = {
  drill: 'Dies ist eine Übung. Ihr Dienst ist nicht gestört.',
  head: (ticket) => `Stand zu ${ticket}.`,
  correction: (of) => `Korrektur zu unserer Nachricht vom ${of}:`,
  status: {
    investigating: 'Status: Wir untersuchen die Störung.',
    identified: 'Status: Ursache gefunden.',
    monitoring: 'Status: Abhilfe wirkt, wir beobachten.',
    resolved: 'Status: behoben.',
  },
  asOf: (moment) => `Stand: ${moment}.`,
  acknowledged: 'Wir wissen von der Störung, die Sie gemeldet haben, und arbeiten mit Vorrang daran.',
  affected: (what) => `Betroffen: ${what}`,
  affectedSince: (moment, what) => `Betroffen seit ${moment}: ${what}`,
  notAffected: (what) => `Nicht betroffen: ${what}`,
  nothingNew: (since) =>
    `Seit unserer Nachricht vom ${since} gibt es nichts Neues. Die Arbeit daran geht weiter.`,
  nothingNewYet: 'Es gibt noch nichts Neues. Die Arbeit daran geht weiter.',
  next: (text) => `Nächste Schritte: ${text}`,
  goesOn: {
    investigating: 'Wir suchen die Ursache.',
    identified: 'Wir arbeiten an der Abhilfe.',
    monitoring: 'Wir beobachten, ob es stabil bleibt.',
    resolved: 'Von Ihnen sind keine nötig.',
  },
  blockers: (text) => `Was uns aufhält: ${text}`,
  noBlockers: 'Was uns aufhält: nichts bekannt.',
  workaround: (text) => `Zwischenweg: ${text}`,
  noWorkaround: 'Zwischenweg: noch keiner bekannt.',
  lasted: (span, from, to) => `Die Störung dauerte ${span}, vom ${from} bis ${to}.`,
  span: (hours, minutes) =>
    [
      ...(hours > 0 ? [`${hours} Stunde${hours === 1 ? '' : 'n'}`] : []),
      `${minutes} Minute${minutes === 1 ? '' : 'n'}`,
    ].join(' '),
  dataLoss: {
    yes: 'Daten: Es sind Daten verloren gegangen.',
    no: 'Daten: Es sind keine Daten verloren gegangen.',
    unknown: 'Daten: Ob Daten verloren gegangen sind, wissen wir noch nicht und schreiben es Ihnen hier.',
  },
  ifItReturns: 'Sollte es wieder auftreten, schreiben Sie hier; wir kümmern uns sofort darum.',
  review: 'Unser schriftlicher Rückblick folgt binnen fünf Arbeitstagen.',
};
