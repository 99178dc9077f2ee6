import { describe, expect, it } from 'vitest';
import { officialWords, readabilityOf, sentencesIn, sentencesOf, spanishSyllables } from '../../support/readability.ts';

describe('the syllables of Spanish words, counted by hand', () => {
  it.each<[string, number]>([
    ['y', 1],
    ['hay', 1],
    ['pan', 1],
    ['quien', 1],
    ['ayuda', 3],
    ['ciudad', 2],
    ['día', 2],
    ['país', 2],
    ['teatro', 3],
    ['ahora', 3],
    ['guerra', 2],
    ['pingüino', 3],
    ['también', 2],
    ['estáis', 2],
    ['remisión', 3],
    ['remisiones', 4],
    ['correo', 3],
    ['lee', 2],
    ['dirección', 3],
    ['contraseña', 4],
    ['teléfono', 4],
    ['programa', 3],
    ['respuesta', 3],
    ['aún', 2],
    ['buscáis', 2],
    ['línea', 3],
  ])('%s has %i', (word, syllables) => {
    expect(spanishSyllables(word)).toBe(syllables);
  });
});

describe('how hard a text is (U-30)', () => {
  it('by Flesch–Kincaid: a child’s sentence is easy, an office’s is not', () => {
    const easy = readabilityOf(['The cat sat on the mat.'], 'en');
    expect([easy.words, easy.mean]).toEqual([6, 6]);
    expect(easy.grade).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 5);
    const hard = 'Eligibility determination necessitates documentation of residential circumstances.';
    expect(readabilityOf([hard], 'en').grade).toBeGreaterThan(15);
  });

  it('by Fernández-Huerta: short words are easy, long ones are not', () => {
    expect(readabilityOf(['El gato come pan.'], 'es').ease).toBeCloseTo(206.84 - 60 * (6 / 4) - 1.02 * 4, 5);
    expect(readabilityOf(['La documentación acreditativa imprescindible.'], 'es').ease).toBeLessThan(20);
  });

  it('is measured on sentences of the page’s main part, without names that people gave', () => {
    const html =
      '<head><title>x</title></head><nav>Find all of the programs</nav><main><h1>Your page</h1><p>Ask <b>Bartholomew</b> to call. It&#39;s free today.</p>' +
      '<script>var this is no text</script><ul><li>They said yes</li></ul></main>';
    expect(sentencesOf(html, ['Bartholomew'])).toEqual(['Ask Ana to call.', 'It’s free today.', 'They said yes']);
  });

  it('knows the words of offices', () => {
    expect(officialWords(sentencesIn('Submit the form via mail. Send us the form.'), 'en')).toEqual(['Submit the form via mail.']);
    expect(officialWords(['Llame por teléfono, etc.', 'Llame hoy'], 'es')).toEqual(['Llame por teléfono, etc.']);
  });
});
