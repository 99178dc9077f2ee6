import { t } from '../i18n/translate.ts';

/** The zones most people here live in, as they are called. */
const NEAR: Readonly<Record<string, () => string>> = {
  'America/Los_Angeles': () => t('Pacific (Los Angeles)'),
  'America/Denver': () => t('Mountain (Denver)'),
  'America/Phoenix': () => t('Arizona (Phoenix)'),
  'America/Chicago': () => t('Central (Chicago)'),
  'America/New_York': () => t('Eastern (New York)'),
  'America/Anchorage': () => t('Alaska (Anchorage)'),
  'Pacific/Honolulu': () => t('Hawaii (Honolulu)'),
};

const REGIONS: Readonly<Record<string, () => string>> = {
  Africa: () => t('Africa'),
  America: () => t('America'),
  Antarctica: () => t('Antarctica'),
  Arctic: () => t('Arctic'),
  Asia: () => t('Asia'),
  Atlantic: () => t('Atlantic'),
  Australia: () => t('Australia'),
  Europe: () => t('Europe'),
  Indian: () => t('Indian Ocean'),
  Pacific: () => t('Pacific'),
};

/** "Pacific (Los Angeles)" where the zone has a name of its own, else its place: "America, Port of Spain". */
export function zoneLabel(name: string): string {
  const near = NEAR[name];
  if (near) return near();
  const [region = '', ...place] = name.replaceAll('_', ' ').split('/');
  return [REGIONS[region]?.() ?? region, ...place].join(', ');
}
