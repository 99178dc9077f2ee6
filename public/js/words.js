const { lang } = document.documentElement;
const english = () => import('./words.en.js');
const OTHERS = { es: () => import('./words.es.js'), ar: () => import('./words.ar.js') };
const LOCALES = { es: 'es-US', ar: 'ar-u-nu-latn' };

/** What the scripts say, in the page's language; in English where its words cannot be fetched. */
export const { words } = await (OTHERS[lang] ?? english)().catch(english);

/** "2:03 pm", as the pages write it, in their time zone. */
export function clockTime(date) {
  const { timeZone } = document.documentElement.dataset;
  const time = date.toLocaleTimeString(LOCALES[lang] ?? 'en-US', { hour: 'numeric', minute: '2-digit', timeZone });
  return time
    .toLowerCase()
    .replace(/([ap])\.\s?m\./, '$1. m.')
    .replace(/\s/g, '\u00a0');
}
