import type { UpdateWording } from '../../domain/update/compose-update.ts';

/** How updates are written in Spanish. */
export const spanishUpdates: UpdateWording = {
  head: (ticket, request) => `Estado de ${ticket}${request === undefined ? '' : `, “${request}”`}.`,
  standing: {
    in_line: ({ since }) => `Tenemos su solicitud ${since} y espera la primera respuesta.`,
    open: ({ since }) => `Su solicitud está abierta con nosotros ${since}.`,
    taken: ({ since }, name) => `${name} se encarga de su solicitud ${since}.`,
    passed_on: ({ at }) => `Su solicitud pasó ${at} a otra persona de nuestro equipo.`,
    others: ({ since }) => `Esperamos ${since} a alguien fuera de nuestro equipo.`,
    yours: ({ since }) => `Esperamos su respuesta ${since}; con ella continuamos.`,
  },
  news: {
    passed_on: ({ at }) => `Su solicitud pasó ${at} a otra persona de nuestro equipo.`,
    waiting: ({ since }) => `Su solicitud espera ${since} a alguien fuera de nuestro equipo.`,
    heard_you: ({ at }) => `Recibimos su mensaje ${at}.`,
    not_settled: ({ at }) => `Usted nos dijo ${at} que no está terminado.`,
    taken: ({ at }) => `Una persona de nuestro equipo se hizo cargo ${at}.`,
    unchanged: ({ at }) => `No hay novedades desde que le escribimos ${at}.`,
  },
  goesOn: 'El trabajo continúa.',
  workaround: ({ at }) => `Por ahora sirve la alternativa que le enviamos ${at}.`,
  noWorkaround: 'Alternativa: todavía ninguna conocida.',
  nextUpdate: ({ by }) => `Próxima actualización: ${by}, en este hilo.`,
  contact: (name, ticket) => `Su contacto: ${name}, ticket ${ticket}. Escriba aquí cuando quiera.`,
  late: {
    answer: ({ by }) => `Necesitamos más tiempo para responder: tendrá la respuesta ${by}.`,
    solution: ({ by }) => `Necesitamos más tiempo para la solución: nuestra estimación es ${by}.`,
  },
  told: ({ by }) => `Antes habíamos dicho ${by}.`,
  isThatFine: 'Díganos abajo si le parece bien.',
};
