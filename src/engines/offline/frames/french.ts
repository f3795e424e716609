import type { Frame } from './frame.ts';

export const french: Frame = {
  greeting: (firstName) => (firstName === '' ? 'Bonjour,' : `Bonjour ${firstName},`),
  understanding: {
    empathetic: (topic) =>
      `Je suis désolé, je vois à quel point cela vous gêne. Voici ce que j’ai compris : ${topic}`,
    troubled: (topic) => `Je suis désolé pour cette gêne. Voici ce que j’ai compris : ${topic}`,
    urgent: (topic) =>
      `Je suis désolé. Cela bloque votre travail, alors voici d’abord ce qui aide. Voici ce que j’ai compris : ${topic}`,
    concise: (topic) => `Voici ce que j’ai compris : ${topic}`,
    teaching: (topic) => `Merci de votre question. Voici ce que j’ai compris : ${topic}`,
    plain: (topic) => `Merci de votre message. Voici ce que j’ai compris : ${topic}`,
  },
  understandingWithoutTopic: 'Merci de votre message. Je l’ai lu, et voici ce que nous pouvons vous dire.',
  understandingOfDecision:
    'Merci de votre message. Vous demandez une décision sur de l’argent ou sur votre contrat. Ce sont des personnes de notre équipe qui la prennent, et je leur transmets votre demande.',
  pageIsIn: (language) =>
    language === 'en'
      ? 'Notre aide à ce sujet n’existe qu’en anglais :'
      : 'Notre aide à ce sujet n’existe que dans une autre langue :',
  secretSeen:
    'Une chose d’abord : votre message contient une clé, un mot de passe ou un numéro de carte. Révoquez ou changez cet élément, et ne l’envoyez plus.',
  stepByStep: 'Voici comment faire, étape par étape :',
  ask: {
    steps: 'ce que vous avez fait, étape par étape, jusqu’au moment du problème',
    ids: 'le numéro d’un cas, par exemple d’une commande ou d’une requête',
    time: 'quand cela s’est produit pour la dernière fois, avec votre fuseau horaire',
    browser: 'le navigateur ou l’application que vous utilisez, avec sa version',
    exact_error: 'le texte exact du message, ou une capture d’écran',
    goal: 'ce que vous souhaitez obtenir, et sur quelle page vous êtes',
    differed: 'à quelle étape cela s’est passé autrement chez vous, et ce que vous y avez vu',
    scope: 'si tout le monde est concerné chez vous, ou seulement certaines personnes',
  },
  followUp: (heading) => `Peut-être aurez-vous aussi besoin de « ${heading} » :`,
  closing: {
    empathetic:
      'Dites-moi ici comment cela se passe. Une ligne suffit, même si quelque chose vous gêne encore.',
    concise: 'Répondez ici si cela se passe autrement chez vous.',
    teaching: 'Prenez votre temps, et posez vos questions ici si une étape n’est pas claire.',
    plain: 'Dites-moi ici si cela vous aide.',
  },
};
