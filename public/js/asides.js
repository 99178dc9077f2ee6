import { morph } from './morph.js';

/** Lines of a list that are no referrals, as the notes between those of a profile. */
function asidesOf(list) {
  return [...list.querySelectorAll('[data-aside]')].filter((line) => line.parentElement === list);
}

/** Brings them up to date: a new one comes at once, each stands where the server has it among the rows that are there. */
export function updateAsides(list, fresh) {
  const here = new Map(asidesOf(list).map((line) => [line.id, line]));
  const wanted = asidesOf(fresh);
  for (const line of here.values()) if (!wanted.some(({ id }) => id === line.id)) line.remove();
  for (const line of wanted.reverse()) {
    const known = here.get(line.id);
    if (known) morph(known, line);
    else list.insertBefore(document.importNode(line, true), followerIn(list, line));
  }
}

/** What comes after it in the server's list, as far as the reader has it. */
function followerIn(list, line) {
  for (let next = line.nextElementSibling; next; next = next.nextElementSibling) {
    const same = [...list.children].find(({ id }) => id !== '' && id === next.id);
    if (same) return same;
  }
  return null;
}
