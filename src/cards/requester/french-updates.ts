import type { UpdateWording } from '../../domain/update/compose-update.ts';

const plainly: UpdateWording = {
  head: (ticket, asOf) => `Point sur ${ticket}, ${asOf}.`,
  standing: {
    in_line: (since) => `Votre demande est chez nous depuis le ${since} et attend sa première réponse.`,
    working: (since) => `Nous y travaillons depuis le ${since}.`,
    specialist: (since) => `Depuis le ${since}, une personne spécialiste de notre équipe l’examine.`,
    others: (since) => `Depuis le ${since}, nous attendons une autre équipe ou un fournisseur.`,
    yours: (since) => `Depuis le ${since}, nous attendons votre réponse.`,
  },
  news: {
    passed_on: (on) => `Nouveau depuis notre dernier message : le ${on}, une personne spécialiste l’a reçue.`,
    waiting: (on) =>
      `Nouveau depuis notre dernier message : le ${on}, nous avons demandé leur part à d’autres.`,
    heard_you: (on) =>
      `Nouveau depuis notre dernier message : nous tenons compte de ce que vous avez écrit le ${on}.`,
    not_settled: (on) =>
      `Nouveau depuis notre dernier message : selon votre retour du ${on}, cette réponse est écartée.`,
    taken: (on) => `Nouveau depuis notre dernier message : le ${on}, une personne s’en est chargée.`,
    unchanged: (on, days) =>
      `C’est le jour ${days}. Il n’y a pas de nouveau résultat depuis notre message du ${on}.`,
  },
  next: {
    in_line: 'Ensuite : une personne la lit avec soin, puis répond ou demande ce qui manque.',
    working: 'Ensuite : nous suivons les points ouverts et regardons le résultat avant l’heure ci-dessous.',
    specialist: 'Ensuite : l’examen se termine et nous regardons le résultat avant l’heure ci-dessous.',
    others: 'Ensuite : nous demandons où ils en sont et regardons leur réponse avant l’heure ci-dessous.',
    yours: 'Ensuite : dès votre réponse, nous continuons.',
  },
  held: {
    nothing: 'Rien ne nous retient.',
    others: 'Ce qui nous retient : une part que nous ne pouvons pas faire nous-mêmes.',
    yours: 'Ce qui nous retient : il nous manque votre réponse à notre dernier message.',
  },
  workaround: (on) => `Pour le moment, la solution de rechange de notre message du ${on} reste valable.`,
  noWorkaround: 'Solution de rechange : aucune connue à ce jour.',
  nextUpdate: (by) => `Prochaine mise à jour : avant le ${by}, dans ce fil.`,
  contact: (name, ticket) => `Votre contact : ${name}, ticket ${ticket}. Écrivez ici à tout moment.`,
  late: {
    answer: (was, by) =>
      `Il nous faut plus de temps que prévu : notre réponse était due le ${was}, vous l’aurez avant le ${by}.`,
    solution: (was, by) =>
      `Cela prend plus de temps que prévu. Notre estimation pour la solution était le ${was} ; la nouvelle estimation est le ${by}.`,
  },
  isThatFine: 'Dites-nous ci-dessous si cela vous convient.',
};

const differently: UpdateWording = {
  head: (ticket, asOf) => `${ticket} : où en est-on le ${asOf}.`,
  standing: {
    in_line: (since) => `Vous avez demandé le ${since}, et personne n’a répondu jusqu’ici.`,
    working: (since) => `Le travail est en cours (depuis le ${since}).`,
    specialist: (since) => `Nos spécialistes s’en occupent (depuis le ${since}).`,
    others: (since) => `Cela dépend maintenant d’une autre équipe ou d’un fournisseur (depuis le ${since}).`,
    yours: (since) => `C’est maintenant à vous (depuis le ${since}).`,
  },
  news: {
    passed_on: (on) => `Ce qui a changé : un regard spécialisé s’y ajoute depuis le ${on}.`,
    waiting: (on) => `Ce qui a changé : de l’aide a été demandée ailleurs le ${on}.`,
    heard_you: (on) => `Ce qui a changé : votre message du ${on} est lu et pris en compte.`,
    not_settled: (on) =>
      `Ce qui a changé : la réponse précédente ne convient plus, d’après votre message du ${on}.`,
    taken: (on) => `Ce qui a changé : quelqu’un en a la charge à partir du ${on}.`,
    unchanged: (on, days) => `Jour ${days} de votre demande : ce que nous disions le ${on} tient encore.`,
  },
  next: {
    in_line: 'La prochaine étape est de bien la lire, puis de répondre ou de poser une question.',
    working: 'La prochaine étape est de vérifier ce qui reste et d’en parler en équipe.',
    specialist: 'La prochaine étape est le résultat de cet examen, dont nous parlons en équipe.',
    others: 'La prochaine étape est de les relancer et de vous rapporter leurs propos.',
    yours: 'La prochaine étape vous revient ; ensuite nous reprenons.',
  },
  held: {
    nothing: 'Il n’y a pas d’obstacle.',
    others: 'L’obstacle : une partie n’est pas entre nos mains.',
    yours: 'L’obstacle : votre retour sur notre dernier message manque.',
  },
  workaround: (on) => `D’ici là, utilisez l’autre moyen décrit dans notre message du ${on}.`,
  noWorkaround: 'Nous ne connaissons pas encore d’autre moyen.',
  nextUpdate: (by) => `Vous aurez des nouvelles de notre part ici même, au plus tard le ${by}.`,
  contact: (name, ticket) => `Pour vos questions : ${name} ; citez ${ticket} ou répondez ici.`,
  late: {
    answer: (was, by) =>
      `Notre réponse a du retard : elle devait venir le ${was}. Nous vous demandons un délai jusqu’au ${by}.`,
    solution: (was, by) =>
      `Le travail demande plus de temps. Nous avions estimé le ${was} ; nous vous demandons un délai jusqu’au ${by}, notre estimation actuelle.`,
  },
  isThatFine: 'Les boutons ci-dessous attendent votre réponse.',
};

/** Two ways of writing an update in French. */
export const frenchUpdates = [plainly, differently] as const;
