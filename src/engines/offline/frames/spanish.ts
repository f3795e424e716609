import type { Frame } from './frame.ts';

export const spanish: Frame = {
  greeting: (firstName) => (firstName === '' ? 'Hola:' : `Hola, ${firstName}:`),
  understanding: {
    empathetic: (topic) => `Lo siento, veo cuánto les complica el trabajo. Lo entiendo así: ${topic}`,
    troubled: (topic) => `Siento las molestias. Lo entiendo así: ${topic}`,
    urgent: (topic) =>
      `Lo siento. Esto detiene su trabajo, así que primero va lo que ayuda enseguida. Lo entiendo así: ${topic}`,
    concise: (topic) => `Lo entiendo así: ${topic}`,
    teaching: (topic) => `Gracias por preguntar. Lo entiendo así: ${topic}`,
    plain: (topic) => `Gracias por escribirnos. Lo entiendo así: ${topic}`,
  },
  understandingWithoutTopic: 'Gracias por escribirnos. He leído su mensaje y esto es lo que podemos decirle.',
  understandingOfDecision:
    'Gracias por escribirnos. Usted pide una decisión sobre dinero o sobre su contrato. La toman personas de nuestro equipo y les paso su solicitud.',
  pageIsIn: (language) =>
    language === 'en'
      ? 'Nuestra ayuda sobre esto existe solo en inglés:'
      : 'Nuestra ayuda sobre esto existe solo en otro idioma:',
  secretSeen:
    'Primero una cosa: en su mensaje hay una clave, una contraseña o un número de tarjeta. Anúlelo o cámbielo, y no lo envíe otra vez.',
  stepByStep: 'Así se hace, paso a paso:',
  ask: {
    steps: 'qué hizo, paso a paso, hasta que ocurrió',
    ids: 'el número de un caso, por ejemplo de un pedido o de una solicitud',
    time: 'cuándo ocurrió por última vez, con su zona horaria',
    browser: 'qué navegador o aplicación usa, con la versión',
    exact_error: 'el texto exacto del mensaje o una captura de pantalla',
    goal: 'qué quiere conseguir y en qué página está',
    differed: 'en qué paso fue distinto en su caso y qué vio allí',
    scope: 'si afecta a todas las personas de su lado o solo a algunas',
  },
  followUp: (heading) => `Quizá necesite también «${heading}»:`,
  closing: {
    empathetic: 'Cuénteme aquí cómo va. Basta una línea, también si algo le sigue complicando el trabajo.',
    concise: 'Responda aquí si en su caso se comporta de otra manera.',
    teaching: 'Tómese su tiempo y pregunte aquí si un paso no queda claro.',
    plain: 'Dígame aquí si esto ayuda.',
  },
};
