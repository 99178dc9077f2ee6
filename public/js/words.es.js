/** What the scripts say, in Spanish. */
export const words = {
  live: 'En vivo',
  reconnecting: (what, time) => `Reconectando. ${what}, hora: ${time}`,
  list: 'Lista',
  page: 'Página',
  signedOut: 'Su sesión se cerró. Lo que escribió sigue aquí.',
  signIn: 'Iniciar sesión',
  sessionEnds: (minutes) => `Su sesión se cerrará en ${minutes === 1 ? '1 minuto' : `${minutes} minutos`}.`,
  stay: 'Seguir en la sesión',
  fresh: 'Actualizado ahora mismo',
  saved: 'Guardado.',
  showNew: (count, of) => `Mostrar ${counted(count, of, true)}`,
  since: (time) => ` desde las ${time}`,
  changedBy: (who, status) => (status ? `${who} cambió esto a ${status} ahora mismo.` : `${who} cambió esto ahora mismo.`),
  changed: (status) => (status ? `Esto cambió a ${status} ahora mismo.` : 'Esto cambió ahora mismo.'),
  saidChanged: (count, status, of) =>
    count === 1 && status ? `1 remisión cambió a ${status}.` : `${counted(count, of)} ${count === 1 ? 'cambió' : 'cambiaron'}.`,
  saidNew: (count, of) => `${counted(count, of, true)}.`,
  selected: (count) => (count === 1 ? '1 seleccionada' : `${count} seleccionadas`),
  review: (count) => (count === 1 ? 'Revisar 1 cambio' : `Revisar ${count} cambios`),
  sending: 'Enviando',
  show: 'Mostrar',
  hide: 'Ocultar',
};

const NOUNS = { referral: ['remisión', 'remisiones'], person: ['persona', 'personas'] };

/** "1 remisión nueva", "3 personas". */
function counted(count, of = 'referral', fresh = false) {
  const one = count === 1;
  const kind = one ? ' nueva' : ' nuevas';
  return `${count} ${NOUNS[of][one ? 0 : 1]}${fresh ? kind : ''}`;
}
