import type { UpdateWording } from '../../domain/update/compose-update.ts';

/** How updates are written in French. */
export const frenchUpdates: UpdateWording = {
  head: (ticket, request) => `Point sur ${ticket}${request === undefined ? '' : `, « ${request} »`}.`,
  standing: {
    in_line: ({ since }) => `Votre demande est chez nous ${since} et attend sa première réponse.`,
    open: ({ since }) => `Votre demande est ouverte chez nous ${since}.`,
    taken: ({ at }, name) => `${name} a pris en charge votre demande ${at}.`,
    passed_on: ({ at }) => `Votre demande a été transmise au sein de notre équipe ${at}.`,
    others: ({ since }) => `Nous attendons quelqu’un hors de notre équipe ${since}.`,
    yours: ({ since }) => `Nous attendons votre réponse ${since} ; avec elle, nous continuons.`,
  },
  news: {
    passed_on: ({ at }) => `Votre demande a été transmise au sein de notre équipe ${at}.`,
    waiting: ({ since }) => `Votre demande attend quelqu’un hors de notre équipe ${since}.`,
    heard_you: ({ at }) => `Nous avons reçu votre message ${at}.`,
    not_settled: ({ at }) => `Vous nous avez dit ${at} que ce n’est pas terminé.`,
    taken: ({ at }) => `Une personne de notre équipe l’a prise en charge ${at}.`,
    unchanged: ({ at }) => `Il n’y a rien de nouveau depuis que nous vous avons écrit ${at}.`,
  },
  goesOn: 'Le travail continue.',
  workaround: ({ at }) => `Pour le moment, utilisez le moyen de rechange que nous vous avons envoyé ${at}.`,
  noWorkaround: 'Moyen de rechange : aucun connu à ce jour.',
  nextUpdate: ({ by }) => `Prochaine mise à jour : ${by}, dans ce fil.`,
  contact: (name, ticket) => `Votre contact : ${name}, ticket ${ticket}. Écrivez ici à tout moment.`,
  late: {
    answer: ({ by }) => `Il nous faut plus de temps pour répondre : vous aurez la réponse ${by}.`,
    solution: ({ by }) => `Il nous faut plus de temps pour la solution : notre estimation est ${by}.`,
  },
  told: ({ by }) => `Auparavant, nous avions dit ${by}.`,
  isThatFine: 'Dites-nous ci-dessous si cela vous convient.',
};
