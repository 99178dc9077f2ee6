import { describe, expect, it } from 'vitest';
import { categoriesMeant, isLittleWord } from '../../../src/directory/categories-meant.ts';
import { everydayWords } from '../../../src/directory/everyday-words.ts';
import { plainCategories } from '../../../src/directory/plain-categories.ts';
import { searchable } from '../../../src/domain/search-text.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { speakingIn } from '../../../src/i18n/speaking.ts';
import { t } from '../../../src/i18n/translate.ts';

describe('the category a word stands for (R22)', () => {
  it.each([
    ['food', 'hungry comida comidas despensa طعام الطعام وجبة'],
    ['rent-and-deposits', 'rent renta rentas alquiler alquilar vivienda إيجار الإيجار للإيجار'],
    ['housing-search', 'vivienda casa apartamento سكن السكن بيت'],
    ['shelter', 'shelter refugio albergue homeless مأوى ملجأ'],
    ['utility-bills', 'luz agua gas bills electricidad كهرباء الكهرباء فواتير'],
    ['health-and-dental', 'doctor médico medica dentista salud طبيب الطبيب أسنان'],
    ['mental-health', 'psicóloga salud depresión therapist نفسية اكتئاب'],
    ['legal-help', 'abogado inmigración lawyer محامي هجرة قانونية'],
    ['jobs-and-training', 'trabajo empleo job شغل وظيفة'],
    ['child-care', 'guardería niños daycare أطفال حضانة'],
    ['clothing-and-household', 'ropa zapatos pañales clothes ملابس'],
    ['older-adults', 'mayores ancianos seniors مسنين'],
  ])('%s is meant by %s', (slug, words) => {
    for (const word of searchable(words).split(' ')) expect([word, ...categoriesMeant(word)]).toContain(slug);
  });

  it.each(LANGUAGES)('is the one whose name in %s begins with it, or has a word that does', (language) => {
    for (const { slug, name } of plainCategories) {
      const words = speakingIn(language, () => searchable(t(name)).split(' ')).filter((word) => word.length > 3 && !isLittleWord(word));
      expect(words).not.toEqual([]);
      for (const word of words) {
        expect([word, ...categoriesMeant(word)]).toContain(slug);
        expect([word, ...categoriesMeant(language === 'ar' ? word : word.slice(0, 4))]).toContain(slug);
      }
    }
  });

  it.each(['zebra', 'unicorn', 'heels', 'pa', 'x', 'samaritan', 'korean', 'rien'])('is none for %s', (word) => {
    expect(categoriesMeant(word)).toEqual([]);
  });

  it('is not begun by a word of three letters, which is most often another', () => {
    expect(categoriesMeant('bus')).toEqual(['transport']);
    expect(categoriesMeant('men')).toEqual([]);
  });

  it('has everyday words in every language for each of our categories, and for no other', () => {
    expect(Object.keys(everydayWords).sort()).toEqual(plainCategories.map(({ slug }) => slug).sort());
    for (const words of Object.values(everydayWords)) {
      for (const language of LANGUAGES) expect(words[language].split('; ').length).toBeGreaterThan(2);
    }
  });

  it('knows the little words that join others', () => {
    expect(['with', 'para', 'la', 'ayuda', 'في'].every(isLittleWord)).toBe(true);
    expect(['rent', 'renta', 'طعام', ''].some(isLittleWord)).toBe(false);
  });
});
