import { readFileSync } from 'node:fs';
import { searchable } from '../../src/domain/search-text.ts';
import type { ImportedProgram, ImportedSchedule } from '../../src/directory/imported-program.ts';
import { plainCategories } from '../../src/directory/plain-categories.ts';
import { fromRoot } from '../../src/root.ts';

const WEEK = [1, 2, 3, 4, 5];
const HOURS = {
  weekdays: { days: WEEK, opensAt: '09:00', closesAt: '17:00' },
  early: { days: WEEK, opensAt: '07:30', closesAt: '16:30' },
  evenings: { days: WEEK, opensAt: '16:00', closesAt: '21:00' },
  always: { days: [...WEEK, 6, 7], opensAt: '00:00', closesAt: '24:00' },
  weekend: { days: [6, 7], opensAt: '09:00', closesAt: '13:00' },
  tuesdays: { days: [2, 4], opensAt: '10:00', closesAt: '15:00' },
} as const;

/** A fictional program around ZIP 94063. Its telephone number is of the range kept free for stories. */
interface DemoProgram {
  id: string;
  name: string;
  organization: string;
  category: string;
  about: string;
  place: [street: string, city: string, zip: string, latitude: number, longitude: number];
  hours: keyof typeof HOURS;
  languages: string;
  who: string;
  phone: string;
}

/** The demo's directory, in the form the importer stores. */
export function demoDirectory(): ImportedProgram[] {
  const programs = JSON.parse(readFileSync(fromRoot('prisma', 'seed', 'demo-programs.json'), 'utf8')) as DemoProgram[];
  return programs.map(toImported);
}

function toImported(program: DemoProgram): ImportedProgram {
  const category = plainCategories.find(({ slug }) => slug === program.category);
  if (!category) throw new Error(`The demo names a category that does not exist: ${program.category}`);
  const [address, city, zip, latitude, longitude] = program.place;
  const languages = program.languages.split(', ');
  return {
    sourceId: program.id,
    organization: { sourceId: program.organization, name: program.organization, description: null, url: null, email: null },
    name: program.name,
    description: program.about,
    url: null,
    referralEmail: null,
    eligibility: program.who,
    applicationProcess: 'Ask for a referral here, or call.',
    fees: 'Free.',
    documents: null,
    languages,
    serviceAreas: ['San Mateo County'],
    searchText: searchable([program.name, program.organization, program.about, category.name, ...languages].join(' ')),
    locations: [{ name: null, address, city, state: 'CA', zip, latitude, longitude, atZip: false }],
    phones: [{ number: program.phone, extension: null, kind: 'voice', label: null }],
    schedules: schedulesOf(HOURS[program.hours]),
    categories: [{ slug: category.slug, name: category.name }],
  };
}

function schedulesOf({ days, opensAt, closesAt }: (typeof HOURS)[keyof typeof HOURS]): ImportedSchedule[] {
  return days.map((weekday) => ({ weekday, opensAt, closesAt, description: null }));
}
