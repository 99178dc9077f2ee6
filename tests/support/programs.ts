import { searchable } from '../../src/domain/search-text.ts';
import type { ImportedProgram, ImportedSchedule } from '../../src/directory/imported-program.ts';

/** A program for a test, with what the test is about. */
export function someProgram(sourceId: string, about: Partial<ImportedProgram> = {}): ImportedProgram {
  const program: ImportedProgram = {
    sourceId,
    organization: { sourceId: 'org', name: 'Some Organization', description: null, url: null, email: null },
    name: sourceId,
    description: null,
    url: null,
    referralEmail: null,
    eligibility: null,
    applicationProcess: null,
    fees: null,
    documents: null,
    languages: [],
    serviceAreas: [],
    searchText: '',
    locations: [],
    phones: [],
    schedules: [],
    categories: [],
    ...about,
  };
  const words = [
    program.name,
    program.organization.name,
    program.description ?? '',
    ...program.categories.map((one) => one.name),
    ...program.languages,
  ];
  return { ...program, searchText: searchable(words.join(' ')) };
}

/** A place where somebody stands at a position. */
export function placeAt(latitude: number | null, longitude: number | null): ImportedProgram['locations'][number] {
  return { name: null, address: '1 Main Street', city: 'Redwood City', state: 'CA', zip: '94063', latitude, longitude, atZip: false };
}

export function openOn(weekday: number, opensAt: string, closesAt: string): ImportedSchedule {
  return { weekday, opensAt, closesAt, description: null };
}
