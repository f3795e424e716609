import type { UpdateWording } from '../../domain/update/compose-update.ts';

/** How updates are written in German. */
export const germanUpdates: UpdateWording = {
  head: (ticket, request) => `Stand zu ${ticket}${request === undefined ? '' : `, „${request}“`}.`,
  standing: {
    in_line: ({ since }) => `Ihre Anfrage liegt ${since} bei uns und wartet auf die erste Antwort.`,
    open: ({ since }) => `Ihre Anfrage ist ${since} bei uns offen.`,
    taken: ({ since }, name) => `Ihre Anfrage liegt ${since} bei ${name}.`,
    passed_on: ({ at }) => `Ihre Anfrage wurde ${at} in unserem Team weitergegeben.`,
    others: ({ since }) => `Wir warten ${since} auf jemanden außerhalb unseres Teams.`,
    yours: ({ since }) => `Wir warten ${since} auf Ihre Antwort; mit ihr machen wir weiter.`,
  },
  news: {
    passed_on: ({ at }) => `Ihre Anfrage wurde ${at} in unserem Team weitergegeben.`,
    waiting: ({ since }) => `Ihre Anfrage wartet ${since} auf jemanden außerhalb unseres Teams.`,
    heard_you: ({ at }) => `Ihre Nachricht ist ${at} bei uns angekommen.`,
    not_settled: ({ at }) => `Sie haben uns ${at} gesagt, dass es nicht erledigt ist.`,
    taken: ({ at }) => `Jemand aus unserem Team hat Ihre Anfrage ${at} übernommen.`,
    unchanged: ({ at }) => `Seit wir Ihnen ${at} geschrieben haben, gibt es nichts Neues.`,
  },
  goesOn: 'Die Arbeit daran geht weiter.',
  workaround: ({ at }) => `Vorerst hilft der Zwischenweg, den wir Ihnen ${at} geschickt haben.`,
  noWorkaround: 'Zwischenweg: noch keiner bekannt.',
  nextUpdate: ({ by }) => `Nächste Nachricht: ${by}, hier im Verlauf.`,
  contact: (name, ticket) => `Ansprechperson: ${name}, Ticket ${ticket}. Schreiben Sie hier jederzeit.`,
  late: {
    answer: ({ by }) => `Für unsere Antwort brauchen wir mehr Zeit: Sie haben sie ${by}.`,
    solution: ({ by }) => `Für die Lösung brauchen wir mehr Zeit: Unsere Schätzung ist ${by}.`,
  },
  told: ({ by }) => `Zuvor hatten wir ${by} gesagt.`,
  isThatFine: 'Bitte sagen Sie uns unten, ob das in Ordnung ist.',
};
