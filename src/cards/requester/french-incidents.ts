import type { IncidentWording } from './incident-wording.ts';

/** How incidents are written about in French. */
export const frenchIncidents: IncidentWording = {
  drill: 'Ceci est un exercice. Votre service fonctionne normalement.',
  head: (ticket) => `Point sur ${ticket}.`,
  correction: (of) => `Correction de notre message du ${of} :`,
  status: {
    investigating: 'État : recherche de la cause en cours.',
    identified: 'État : cause identifiée.',
    monitoring: 'État : remède en place, sous observation.',
    resolved: 'État : résolu.',
  },
  asOf: (moment) => `Situation du ${moment}.`,
  acknowledged: 'Nous connaissons la perturbation que vous avez signalée et y travaillons en priorité.',
  affected: (what) => `Touché : ${what}`,
  affectedSince: (moment, what) => `Touché depuis le ${moment} : ${what}`,
  notAffected: (what) => `Non touché : ${what}`,
  nothingNew: (since) => `Rien de nouveau depuis notre message du ${since}. Le travail continue.`,
  nothingNewYet: 'Rien de nouveau encore. Le travail continue.',
  next: (text) => `Prochaines étapes : ${text}`,
  goesOn: {
    investigating: 'nous cherchons la cause.',
    identified: 'nous travaillons au remède.',
    monitoring: 'nous observons si cela reste stable.',
    resolved: 'aucune de votre part.',
  },
  blockers: (text) => `Ce qui nous retient : ${text}`,
  noBlockers: 'Ce qui nous retient : rien de connu.',
  workaround: (text) => `Autre moyen en attendant : ${text}`,
  noWorkaround: 'Autre moyen en attendant : aucun connu encore.',
  lasted: (span, from, to) => `Cela a duré ${span}, du ${from} au ${to}.`,
  span: (hours, minutes) =>
    [
      ...(hours > 0 ? [`${hours} heure${hours === 1 ? '' : 's'}`] : []),
      `${minutes} minute${minutes === 1 ? '' : 's'}`,
    ].join(' '),
  dataLoss: {
    yes: 'Données : des données ont été perdues.',
    no: 'Données : aucune donnée n’a été perdue.',
    unknown: 'Données : nous ne savons pas encore si des données ont été perdues et vous le dirons ici.',
  },
  ifItReturns: 'Si cela revient, écrivez ici ; nous le reprenons aussitôt.',
  review: 'Notre bilan écrit suit sous cinq jours ouvrés.',
};
