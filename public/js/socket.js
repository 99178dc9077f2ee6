import { io } from '../vendor/socket.io.js';

/** Waits a little longer each time, up to a minute, so that a process that is coming back is not stormed. */
const BACK_AFTER = [500, 1_000, 2_000, 5_000, 15_000, 60_000];
/** All pages of a server that has its database again do not ask at the same moment. */
const SPREAD = 1_000;

/**
 * Keeps a socket open for hints. `started`: it hears from here on. `lost`: it does not. `refused`: the server ended it or let
 * none in, which the page itself can find out the reason of; answering false ends it for good.
 */
export function openSocket(link, { hinted, started, lost, refused }) {
  const socket = io({
    transports: ['websocket'],
    query: link ? { link } : {},
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
  });
  let tries = 0;
  let deaf = false;

  const comeBack = async () => {
    const wait = BACK_AFTER[Math.min(tries, BACK_AFTER.length - 1)];
    tries += 1;
    if (!(await refused())) return socket.disconnect();
    // Not all at the same moment after a restart.
    setTimeout(() => socket.connect(), wait * (0.5 + Math.random()));
  };

  socket.on('live:started', () => {
    tries = 0;
    setTimeout(() => socket.connected && !deaf && started(), deaf ? SPREAD * Math.random() : 0);
    deaf = false;
  });
  // The socket stands, but the server has lost the database: nothing comes through it.
  socket.on('live:lost', () => {
    deaf = true;
    lost();
  });
  socket.on('referral:changed', hinted);
  socket.on('disconnect', (reason) => {
    lost();
    if (reason === 'io server disconnect') comeBack();
  });
  socket.on('connect_error', async () => {
    lost();
    if (!(await refused())) socket.disconnect();
  });
  return { close: () => socket.disconnect() };
}
