import { slugOf } from '../domain/search-text.ts';
import { localMoment } from '../domain/opening-hours.ts';
import type { Deps } from '../deps.ts';
import { languageName } from '../domain/language-name.ts';
import { zipPosition } from '../directory/zip.store.ts';
import { categoriesOf, hoursOf, offeredCategories, offeredLanguages } from './program-details.store.ts';
import type { SearchQuestion } from './program-search.forms.ts';
import { countPrograms, searchPrograms } from './program-search.store.ts';
import { PAGE_SIZE, type SearchAnswer } from './search-answer.ts';
import { soughtWords } from './sought-words.ts';

/** Answers a search: one page of programs with what a person needs to choose among them (R22). Anybody may ask. */
export async function findPrograms(deps: Pick<Deps, 'db' | 'clock' | 'config'>, question: SearchQuestion): Promise<SearchAnswer> {
  const now = localMoment(deps.clock.now(), deps.config.timeZone);
  const position = question.zip === null ? null : await zipPosition(deps.db, question.zip);
  const categories = question.categories.map(slugOf);
  const language = question.language === null ? null : languageName(question.language);
  const filters = {
    words: soughtWords(question.q),
    categories,
    language,
    openAt: question.open ? now : null,
    accepting: question.accepting,
  };
  const at = (page: number): { limit: number; offset: number } => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  const asked = await searchPrograms(deps.db, filters, position, at(question.page));
  // Beyond the end of a list that has become shorter, the last page is the answer.
  const total = asked.total > 0 || question.page === 1 ? asked.total : await countPrograms(deps.db, filters);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(question.page, pages);
  const found = page === question.page ? asked : await searchPrograms(deps.db, filters, position, at(page));
  const ids = found.programs.map(({ id }) => id);
  const [hours, filed] = [await hoursOf(deps.db, ids), await categoriesOf(deps.db, ids)];
  return {
    programs: found.programs.map((program) => ({
      ...program,
      hours: hours.get(program.id) ?? [],
      categories: filed.get(program.id) ?? [],
    })),
    total,
    mixed: found.saying > 0 && found.saying < total,
    page,
    pages,
    zipKnown: question.zip === null || position !== null,
    now,
    categories,
    language,
    offered: { categories: await offeredCategories(deps.db, categories), languages: await offeredLanguages(deps.db) },
  };
}
