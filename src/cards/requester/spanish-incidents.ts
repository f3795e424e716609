import type { IncidentWording } from './incident-wording.ts';

/** How incidents are written about in Spanish. */
export const spanishIncidents: IncidentWording = {
  drill: 'Esto es un simulacro. Su servicio funciona con normalidad.',
  head: (ticket) => `Novedades sobre ${ticket}.`,
  correction: (of) => `Corrección de nuestro mensaje del ${of}:`,
  status: {
    investigating: 'Estado: en investigación.',
    identified: 'Estado: causa identificada.',
    monitoring: 'Estado: remedio aplicado, en observación.',
    resolved: 'Estado: resuelto.',
  },
  asOf: (moment) => `Situación del ${moment}.`,
  acknowledged: 'Conocemos la incidencia que nos comunicó y trabajamos en ella con prioridad.',
  affected: (what) => `Afectado: ${what}`,
  affectedSince: (moment, what) => `Afectado desde el ${moment}: ${what}`,
  notAffected: (what) => `No afectado: ${what}`,
  nothingNew: (since) => `No hay novedades desde nuestro mensaje del ${since}. El trabajo continúa.`,
  nothingNewYet: 'Todavía no hay novedades. El trabajo continúa.',
  next: (text) => `Próximos pasos: ${text}`,
  goesOn: {
    investigating: 'buscamos la causa.',
    identified: 'trabajamos en el remedio.',
    monitoring: 'observamos si se mantiene estable.',
    resolved: 'no hace falta nada de su parte.',
  },
  blockers: (text) => `Lo que nos retiene: ${text}`,
  noBlockers: 'Lo que nos retiene: nada conocido.',
  workaround: (text) => `Alternativa por ahora: ${text}`,
  noWorkaround: 'Alternativa por ahora: todavía ninguna conocida.',
  lasted: (span, from, to) => `Duró ${span}, del ${from} al ${to}.`,
  span: (hours, minutes) =>
    [
      ...(hours > 0 ? [`${hours} hora${hours === 1 ? '' : 's'}`] : []),
      `${minutes} minuto${minutes === 1 ? '' : 's'}`,
    ].join(' '),
  dataLoss: {
    yes: 'Datos: se perdieron datos.',
    no: 'Datos: no se perdieron datos.',
    unknown: 'Datos: aún no sabemos si se perdieron datos y se lo diremos aquí.',
  },
  ifItReturns: 'Si vuelve a ocurrir, escriba aquí; lo atendemos de inmediato.',
  review: 'Nuestro informe escrito llega en cinco días laborables.',
};
