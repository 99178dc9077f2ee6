/** One service of a source, ready to be stored as a Program. */
export interface ImportedProgram {
  sourceId: string;
  organization: ImportedOrganization;
  name: string;
  description: string | null;
  url: string | null;
  referralEmail: string | null;
  eligibility: string | null;
  applicationProcess: string | null;
  fees: string | null;
  documents: string | null;
  languages: string[];
  serviceAreas: string[];
  searchText: string;
  locations: ImportedLocation[];
  phones: ImportedPhone[];
  schedules: ImportedSchedule[];
  categories: ImportedCategory[];
}

export interface ImportedOrganization {
  sourceId: string;
  name: string;
  description: string | null;
  url: string | null;
  email: string | null;
}

export interface ImportedLocation {
  name: string | null;
  address: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  /** The position is the ZIP code's: the source gave none. */
  atZip: boolean;
}

export interface ImportedPhone {
  number: string;
  extension: string | null;
  kind: string | null;
  label: string | null;
}

export interface ImportedSchedule {
  weekday: number | null;
  opensAt: string | null;
  closesAt: string | null;
  description: string | null;
}

export interface ImportedCategory {
  slug: string;
  name: string;
}

/** What became of one record of a file. */
export type ReadRecord =
  | { kind: 'program'; program: ImportedProgram; remarks: string[] }
  /** The source still lists it, but as something nobody can be referred to. */
  | { kind: 'withdrawn'; sourceId: string; label: string; reason: string }
  | { kind: 'unusable'; sourceId: string | null; label: string; reason: string };
