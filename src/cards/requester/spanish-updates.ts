import type { UpdateWording } from '../../domain/update/compose-update.ts';

const plainly: UpdateWording = {
  head: (ticket, asOf) => `Estado de ${ticket}, ${asOf}.`,
  standing: {
    in_line: (since) => `Tenemos su solicitud desde el ${since} y espera la primera respuesta.`,
    working: (since) => `Trabajamos en ello desde el ${since}.`,
    specialist: (since) => `Desde el ${since} lo revisa una persona especialista de nuestro equipo.`,
    others: (since) => `Desde el ${since} esperamos a otro equipo o a un proveedor.`,
    yours: (since) => `Desde el ${since} esperamos su respuesta.`,
  },
  news: {
    passed_on: (on) => `Nuevo desde nuestro último mensaje: el ${on} pasó a una persona especialista.`,
    waiting: (on) => `Nuevo desde nuestro último mensaje: el ${on} pedimos a otros su parte.`,
    heard_you: (on) => `Nuevo desde nuestro último mensaje: contamos con lo que escribió el ${on}.`,
    not_settled: (on) =>
      `Nuevo desde nuestro último mensaje: con su aviso del ${on}, esa respuesta queda descartada.`,
    taken: (on) => `Nuevo desde nuestro último mensaje: el ${on} una persona se hizo cargo.`,
    unchanged: (on, days) =>
      `Hoy es el día ${days}. No hay un resultado nuevo desde nuestro mensaje del ${on}.`,
  },
  next: {
    in_line: 'Lo siguiente: una persona la lee con calma y responde o pregunta lo que falta.',
    working:
      'Lo siguiente: seguimos los puntos abiertos y revisamos el resultado antes de la hora indicada abajo.',
    specialist: 'Lo siguiente: termina la revisión y miramos el resultado antes de la hora indicada abajo.',
    others: 'Lo siguiente: preguntamos cómo va y miramos su respuesta antes de la hora indicada abajo.',
    yours: 'Lo siguiente: en cuanto llegue su respuesta, continuamos.',
  },
  held: {
    nothing: 'Nada nos detiene.',
    others: 'Lo que nos detiene: una parte que no podemos hacer por nuestra cuenta.',
    yours: 'Lo que nos detiene: nos falta su respuesta a nuestro último mensaje.',
  },
  workaround: (on) => `Por ahora sirve la alternativa de nuestro mensaje del ${on}.`,
  noWorkaround: 'Alternativa: todavía ninguna conocida.',
  nextUpdate: (by) => `Próxima actualización: antes del ${by}, en este hilo.`,
  contact: (name, ticket) => `Su contacto: ${name}, ticket ${ticket}. Escriba aquí cuando quiera.`,
  late: {
    answer: (was, by) =>
      `Necesitamos más tiempo del que dijimos: la respuesta era para el ${was} y la tendrá antes del ${by}.`,
    solution: (was, by) =>
      `Tardamos más de lo que dijimos. Nuestra estimación para la solución era el ${was}; la nueva estimación es el ${by}.`,
  },
  isThatFine: 'Díganos abajo si le parece bien.',
};

const differently: UpdateWording = {
  head: (ticket, asOf) => `${ticket}: así están las cosas el ${asOf}.`,
  standing: {
    in_line: (since) => `Usted preguntó el ${since} y nadie ha respondido hasta ahora.`,
    working: (since) => `Está en curso (desde el ${since}).`,
    specialist: (since) => `Está en manos de especialistas (desde el ${since}).`,
    others: (since) => `Ahora depende de otro equipo o proveedor (desde el ${since}).`,
    yours: (since) => `Ahora le toca a usted (desde el ${since}).`,
  },
  news: {
    passed_on: (on) => `Qué cambió: se sumó una persona especialista el ${on}.`,
    waiting: (on) => `Qué cambió: se pidió ayuda a otros el ${on}.`,
    heard_you: (on) => `Qué cambió: leímos su mensaje del ${on} y lo tenemos en cuenta.`,
    not_settled: (on) => `Qué cambió: la respuesta anterior ya no vale, según lo que nos dijo el ${on}.`,
    taken: (on) => `Qué cambió: hay alguien encargado a partir del ${on}.`,
    unchanged: (on, days) => `Día ${days} de su solicitud: lo que escribimos el ${on} sigue igual.`,
  },
  next: {
    in_line: 'El próximo paso es leerla bien y contestar o pedir datos.',
    working: 'El próximo paso es comprobar lo pendiente y repasarlo en equipo.',
    specialist: 'El próximo paso es el resultado de esa revisión, que repasamos en equipo.',
    others: 'El próximo paso es volver a preguntar allí y contarle lo que digan.',
    yours: 'El próximo paso es suyo; con su mensaje, seguimos.',
  },
  held: {
    nothing: 'No hay obstáculos.',
    others: 'El obstáculo: algo que no está en nuestras manos.',
    yours: 'El obstáculo: falta su contestación a lo último que escribimos.',
  },
  workaround: (on) => `Mientras tanto, use la otra forma descrita en nuestro mensaje del ${on}.`,
  noWorkaround: 'De momento no conocemos ninguna alternativa.',
  nextUpdate: (by) => `Tendrá nuestra próxima noticia aquí mismo, a más tardar el ${by}.`,
  contact: (name, ticket) => `Para preguntas: ${name}; mencione ${ticket} o conteste aquí.`,
  late: {
    answer: (was, by) => `La respuesta se retrasa: era para el ${was}. Le pedimos tiempo hasta el ${by}.`,
    solution: (was, by) =>
      `El trabajo lleva más tiempo. Habíamos estimado el ${was}; le pedimos tiempo hasta el ${by}, nuestra estimación actual.`,
  },
  isThatFine: 'Los botones de abajo recogen su respuesta.',
};

/** Two ways of writing an update in Spanish. */
export const spanishUpdates = [plainly, differently] as const;
