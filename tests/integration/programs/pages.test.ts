import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDirectory, storePrograms } from '../../../src/directory/directory.service.ts';
import type { ImportedPhone } from '../../../src/directory/imported-program.ts';
import { loadZips } from '../../../src/directory/zip.store.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { createCast, makeSeeker, type Cast } from '../../support/cast.ts';
import { HOUR } from '../../support/movable-clock.ts';
import { sanMateo } from '../../support/directory.ts';
import { openOn, placeAt, someProgram } from '../../support/programs.ts';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await startApp();
  await loadZips(app.deps.db);
  await importDirectory(app.deps, { path: sanMateo });
  cast = await createCast(app.deps.db);
});

afterAll(() => app.close());

const get = async (path: string): Promise<{ status: number; text: string; words: string }> => {
  const { status, text } = await app.request().get(path);
  return { status, text, words: wordsOf(text) };
};
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&#34;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const namesOf = (html: string): string[] => [...html.matchAll(/<h3><a href="[^"]*">([^<]*)/g)].map((match) => match[1]!);
const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
const idOf = async (name: string): Promise<string> => (await app.deps.db.program.findFirstOrThrow({ where: { name } })).id;

/** To the next Monday at 20:00 UTC: noon or one o'clock in California. */
function untilMondayNoon(now: Date): number {
  const noon = new Date(now);
  noon.setUTCHours(20, 0, 0, 0);
  noon.setUTCDate(noon.getUTCDate() + ((8 - noon.getUTCDay()) % 7 || 7));
  return noon.getTime() - now.getTime();
}

describe('the Program search, for anybody (R22)', () => {
  it('lists the nearest first with their distance, and says how many', async () => {
    const { status, text, words } = await get('/programs?zip=94063');
    expect(status).toBe(200);
    expect(namesOf(text).slice(0, 3)).toEqual(['Fair Oaks Branch', 'Fair Oaks Adult Activity Center', 'Project Smile']);
    expect(words).toContain('23 programs near 94063');
    expect(words).toContain('1.4 mi from 94063');
    expect(words).toContain('Nearest first. 1 to 23 of 23');
    expect(text.match(/<h1/g)).toHaveLength(1);
  });

  it('takes ZIP+4, keeps what was typed, and is by name without a ZIP', async () => {
    const plus4 = await get('/programs?zip=94063-1234');
    expect(plus4.words).toContain('23 programs near 94063');
    expect(plus4.text).toContain('value="94063-1234"');
    const none = await get('/programs');
    expect([none.status, namesOf(none.text)[0]]).toEqual([200, 'Adult Rehabilitation Center']);
    expect(none.words).toContain('By name. 1 to 23 of 23');
  });

  it('answers an unknown ZIP with a notice, not with an error: the programs are listed by name', async () => {
    const { status, words, text } = await get('/programs?zip=00000');
    expect(status).toBe(200);
    expect(words).toContain('We do not know ZIP 00000. The programs are listed by name.');
    expect(namesOf(text)).toHaveLength(23);
    expect(text).toContain('class="notice notice--info"');
    for (const word of ['aria-invalid', 'There is a problem', '<title>Error']) expect(text).not.toContain(word);
  });

  it('answers a malformed ZIP beside the field and still lists the programs', async () => {
    const { status, words, text } = await get('/programs?zip=9406x');
    expect(status).toBe(422);
    expect(words).toContain('Enter a ZIP code of five digits, like 94063');
    expect(text).toContain('<title>Error: Find programs');
    expect(text).toContain('value="9406x"');
    expect(namesOf(text)).toHaveLength(23);
  });

  it('shows what is filtered as chips that take it away, and clears all of them but keeps the ZIP', async () => {
    const { words, text } = await get('/programs?zip=94063&q=meals&category=food&category=older-adults&language=Spanish&accepting=1');
    expect(namesOf(text)).toEqual(['Meals on Wheels - South County']);
    expect(words).toContain('1 program near 94063, 5 filters');
    const links = linksOf(text);
    expect(links).toContain('/programs?zip=94063&q=meals&category=older-adults&language=Spanish&accepting=1');
    expect(links).toContain('/programs?zip=94063&category=food&category=older-adults&language=Spanish&accepting=1');
    expect(words).toContain('Clear filters');
    expect(links).toContain('/programs?zip=94063');
    expect(text).toMatch(/name="category" value="food" checked/);
  });

  it('says why nothing is found and how to go on', async () => {
    const { status, words } = await get('/programs?q=unicorn');
    expect(status).toBe(200);
    expect(words).toContain('No programs, 1 filter');
    expect(words).toContain('No program matches all of this');
  });

  it.each([
    ['es', 'Los programas escriben en inglés. Mejor elija una categoría:', 'Comida'],
    ['ar', 'البرامج تكتب بالإنجليزية. اختر فئة بدلًا من ذلك:', 'طعام'],
  ])('offers the categories in %s, where programs write in another language', async (language, said, food) => {
    const none = await app.request().get('/programs?zip=94063&q=unicornio&open=1').set('Accept-Language', language);
    expect(wordsOf(none.text)).toContain(said);
    expect(none.text).toContain(`<a class="lnk" href="/programs?zip=94063&amp;category=food">${food}</a>`);
    for (const path of ['/programs?q=', '/programs?language=Klingon', '/programs?q=comida']) {
      expect(wordsOf((await app.request().get(path).set('Accept-Language', language)).text)).not.toContain(said);
    }
    expect((await get('/programs?q=unicorn')).text).not.toContain('class="instead"');
  });

  it('gives the telephone of a Program that has to be called as well, never its fax (R28)', async () => {
    const lines = (...lines: [string, string | null][]): ImportedPhone[] =>
      lines.map(([number, kind]) => ({ number, kind, extension: null, label: null }));
    await storePrograms(app.deps, 'lines', [
      someProgram('Qanswered', { phones: lines(['6505550191', 'fax'], ['6505550192', 'sms'], ['6505550193', null]) }),
      someProgram('Qtexted', { phones: lines(['6505550191', 'fax'], ['6505550192', 'sms']) }),
      someProgram('Qfaxed', { phones: lines(['6505550191', 'fax']) }),
      someProgram('Qmailed', { phones: lines(['6505550193', null]), referralEmail: 'desk@demo.test' }),
    ]);
    const found = async (q: string): Promise<string> => (await get(`/programs?q=${q}`)).text;
    expect(wordsOf(await found('qanswered'))).toContain('Call them as well: (650) 555\u20110193');
    expect(linksOf(await found('qanswered'))).toContain('tel:6505550193');
    expect(wordsOf(await found('qtexted'))).toContain('Text them as well: (650) 555\u20110192');
    expect(linksOf(await found('qtexted'))).toContain('sms:6505550192');
    expect(wordsOf(await found('qfaxed'))).toContain('Gets no email from here yet: visit them as well.');
    for (const q of ['qfaxed', 'qmailed']) expect((await found(q)).match(/href="(?:tel|sms):/)).toBeNull();
    expect(wordsOf(await found('qmailed'))).not.toContain('as well');
    await app.deps.db.program.updateMany({ where: { source: 'lines' }, data: { acceptingReferrals: false } });
    expect(wordsOf(await found('qanswered'))).not.toContain('as well');
    await app.deps.db.program.deleteMany({ where: { source: 'lines' } });
  });

  it('says so where those with the words themselves come before the nearest', async () => {
    const ours = [
      someProgram('Says it', { description: 'Comida' }),
      someProgram('Files it', { categories: [{ slug: 'food', name: 'Food' }] }),
    ];
    await storePrograms(app.deps, 'words', ours);
    const near = await get('/programs?q=comida&zip=94063');
    expect(namesOf(near.text)[0]).toBe('Says it');
    expect(near.words).toContain('Those with your words first, then the nearest. 1 to');
    expect((await get('/programs?q=comida')).words).toContain('Those with your words first, then by name. 1 to');
    await app.deps.db.program.deleteMany({ where: { source: 'words' } });
    expect((await get('/programs?q=comida&zip=94063')).words).toContain('Nearest first. 1 to');
  });

  it('pages by 25 and keeps the question in the links', async () => {
    const many = Array.from({ length: 30 }, (_, n) => someProgram(`Pantry ${String(n)}`, { locations: [placeAt(37.5, -122.2)] }));
    await storePrograms(app.deps, 'pantries', many);
    const first = await get('/programs?q=pantry+some&zip=94063');
    expect(namesOf(first.text)).toHaveLength(25);
    expect(linksOf(first.text)).toContain('/programs?zip=94063&q=pantry+some&page=2');
    const second = await get('/programs?zip=94063&q=pantry+some&page=2');
    expect([namesOf(second.text).length, second.words.includes('26 to 30 of 30')]).toEqual([5, true]);
    await app.deps.db.program.deleteMany({ where: { source: 'pantries' } });
  });

  it.each([
    'zip=94063&zip=10001',
    'q=a&q=b',
    `q=${'x'.repeat(500)}`,
    'q=%00',
    'language=a&language=b',
    'open=1&open=2',
    `category=${'x'.repeat(300)}`,
    Array.from({ length: 60 }, (_, n) => `category=c${String(n)}`).join('&'),
  ])('answers %s with a page that says what is wrong', async (query) => {
    const { status, text } = await get(`/programs?${query}`);
    expect(status).toBe(422);
    expect(namesOf(text)).toHaveLength(23);
  });

  it.each([
    'page=-1',
    'page=abc',
    'page=99999999999999999999',
    'foo=bar',
    'zip[]=1',
    'q[$ne]=1',
    '__proto__=1',
    'open=maybe',
    'seekerId=',
    'q=%F0%9F%98%80',
  ])('is not put off by %s', async (query) => {
    expect((await get(`/programs?${query}`)).status).toBe(200);
  });

  it('prints what people typed as text, never as markup (S-52)', async () => {
    const { text } = await get('/programs?zip=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&q=%3Cimg+src=x+onerror=alert(1)%3E&category=%3Cb%3E');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<b>');
  });

  it('makes no session for anybody who only looks (S-16)', async () => {
    const answer = await app.request().get('/programs?zip=94063');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await app.deps.db.session.count()).toBe(0);
  });
});

describe('the page of a program, for anybody (R22)', () => {
  it('tells what, where, how far, when, in which languages, for whom, at what cost and how to connect', async () => {
    const id = await idOf('Passport Photos');
    const { status, words, text } = await get(`/programs/${id}?zip=94063`);
    expect(status).toBe(200);
    for (const told of [
      'Example Agency',
      '23 mi from 94063',
      '2013 Avenue of the fellows, Suite 100',
      'San Francisco, CA 94103',
      'Monday to Friday 8 am to 5 pm',
      'Spanish, Cantonese, Russian, Tagalog, Taiwanese',
      'No requirements.',
      'None, except for permits and photocopying.',
      'Government-issued picture identification',
      'Walk in or apply by phone or mail',
      '(650) 372‑6200 ext. 123',
    ]) {
      expect(words).toContain(told);
    }
    expect(linksOf(text)).toContain(`/programs/${id}/connect?zip=94063`);
    expect(linksOf(text)).toContain('/programs?zip=94063');
    expect(linksOf(text)).toContain('tel:6503726200;ext=123');
  });

  it('says whether it is open by the clock on the wall of the instance', async () => {
    const id = await idOf('Passport Photos');
    app.clock.forward(untilMondayNoon(app.clock.now()));
    expect((await get(`/programs/${id}`)).words).toContain('Open now, until 5 pm');
    app.clock.forward(6 * HOUR);
    expect((await get(`/programs/${id}`)).words).toContain('Closed, opens tomorrow 8 am');
  });

  it('says beside Connect whom to call and when, never the fax (R22)', async () => {
    const phone = (number: string, kind: string | null, extension: string | null = null): ImportedPhone => ({
      number,
      kind,
      extension,
      label: null,
    });
    const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => openOn(weekday, '00:00', '24:00'));
    const voice = [phone('6505550191', 'fax'), phone('6505550192', 'sms'), phone('6505550193', null, '12')];
    await storePrograms(app.deps, 'lines', [
      someProgram('Answered', { phones: voice, schedules: everyDay }),
      someProgram('Texted', { phones: [phone('6505550191', 'fax'), phone('6505550192', 'sms')] }),
      someProgram('Faxed', { phones: [phone('6505550191', 'fax')] }),
    ]);
    const actsOf = async (name: string): Promise<string> =>
      /<div class="program-acts">.*?<\/div>/s.exec((await get(`/programs/${await idOf(name)}`)).text)?.[0] ?? '';
    const answered = await actsOf('Answered');
    expect(linksOf(answered)).toContain('tel:6505550193;ext=12');
    expect(wordsOf(answered).trim()).toMatch(/Connect with Answered +Call \(650\) 555\u20110193 ext\. 12 +Open now, day and night$/);
    const texted = await actsOf('Texted');
    expect([linksOf(texted).includes('sms:6505550192'), wordsOf(texted).includes('Text (650)')]).toEqual([true, true]);
    expect(linksOf(await actsOf('Faxed')).filter((href) => !href.startsWith('/'))).toEqual([]);
    await app.deps.db.program.updateMany({ where: { source: 'lines' }, data: { acceptingReferrals: false } });
    expect(linksOf(await actsOf('Answered'))).toEqual(expect.arrayContaining(['tel:6505550193;ext=12']));
    await app.deps.db.program.updateMany({ where: { source: 'lines' }, data: { retiredAt: new Date() } });
    expect(await actsOf('Answered')).toBe('');
    await app.deps.db.program.deleteMany({ where: { source: 'lines' } });
  });

  it('keeps doubtful hours in the words of the source', async () => {
    const { words } = await get(`/programs/${await idOf('Fair Oaks Adult Activity Center')}`);
    expect(words).toContain('Monday 9am to 03:00');
    expect(words).not.toContain('Open now');
  });

  it('offers no Connect where no referrals are accepted, nor for a retired program, which it says', async () => {
    const id = await idOf('Project Read');
    await app.deps.db.program.update({ where: { id }, data: { acceptingReferrals: false } });
    const full = await get(`/programs/${id}`);
    expect(full.words).toContain('Not accepting referrals');
    expect(full.text).not.toContain('/connect');
    await app.deps.db.program.update({ where: { id }, data: { acceptingReferrals: true, retiredAt: new Date() } });
    const retired = await get(`/programs/${id}`);
    expect(retired.status).toBe(200);
    expect(retired.words).toContain('This program is no longer listed.');
    expect(retired.text).not.toContain('/connect');
    expect(retired.words).not.toContain('Accepting referrals');
    await app.deps.db.program.update({ where: { id }, data: { retiredAt: null } });
  });

  it.each(['0198f3c2-0000-7000-8000-000000000000', 'nonsense', '1', '%00', '..%2f..%2fetc', "' OR 1=1"])(
    'does not exist for %s',
    async (id) => {
      expect((await get(`/programs/${id}`)).status).toBe(404);
    },
  );

  it('names its website only when it is one', async () => {
    await storePrograms(app.deps, 'links', [someProgram('Linked', { url: 'https://example.org/help' })]);
    expect((await get(`/programs/${await idOf('Linked')}`)).text).toContain(
      'href="https://example.org/help" rel="noopener noreferrer nofollow"',
    );
    await app.deps.db.program.deleteMany({ where: { source: 'links' } });
  });
});

describe('a search for a Seeker (R21)', () => {
  it('names them on every page, starts at their ZIP, and goes along in every link and form', async () => {
    const seekerId = await makeSeeker(app.deps.db, { firstName: 'Ana', lastName: 'Ruiz', zip: '94063-1234' }, cast.navigator.id);
    const browser = await app.signIn(cast.navigator.email);
    const search = await browser.get(`/programs?seekerId=${seekerId}`);
    expect(wordsOf(search.text)).toContain('You are searching for Ana Ruiz');
    expect(wordsOf(search.text)).toContain('23 programs near 94063');
    expect(search.text).toContain(`<input type="hidden" name="seekerId" value="${seekerId}">`);
    const flow = linksOf(search.text).filter((href) => /^\/programs[/?]/.test(href));
    expect(flow.length).toBeGreaterThan(40);
    expect(flow.filter((href) => !href.includes(`seekerId=${seekerId}`))).toEqual([]);
    const page = await browser.get(`/programs/${await idOf('Project Smile')}?seekerId=${seekerId}`);
    expect(wordsOf(page.text)).toContain('You are searching for Ana Ruiz');
    expect(wordsOf(page.text)).toContain('1.8 mi from 94063');
    expect(linksOf(page.text)).toContain(`/programs/${await idOf('Project Smile')}/connect?seekerId=${seekerId}&zip=94063`);
    expect(linksOf(page.text)).toContain(`/people/${seekerId}`);
    expect(search.text.match(/href="[^"]*Ana[^"]*"/)).toBeNull();
  });

  it('asks for a ZIP when the profile has none, and another ZIP may be asked for', async () => {
    const seekerId = await makeSeeker(app.deps.db, { zip: null }, cast.navigator.id);
    const browser = await app.signIn(cast.navigator.email);
    const asking = await browser.get(`/programs?seekerId=${seekerId}`);
    expect(wordsOf(asking.text)).toContain('Their profile has none. Enter one to see what is near.');
    const other = await browser.get(`/programs?seekerId=${seekerId}&zip=94110`);
    expect(wordsOf(other.text)).toContain('near 94110');
  });

  it('without the Seeker’s ZIP, when the field is sent empty, stays without it', async () => {
    const seekerId = await makeSeeker(app.deps.db, { zip: '94063' }, cast.navigator.id);
    const browser = await app.signIn(cast.navigator.email);
    const search = await browser.get(`/programs?seekerId=${seekerId}&zip=&q=food`);
    expect(wordsOf(search.text)).not.toContain('near 94063');
    expect(linksOf(search.text)).toContain(`/programs?seekerId=${seekerId}&zip=`);
  });

  it('does not exist for whoever does not help that Seeker, nor for anybody not signed in (R13)', async () => {
    const seekerId = await makeSeeker(app.deps.db, { firstName: 'Ana' }, cast.navigator.id);
    const stranger = await app.signIn(cast.stranger.email);
    const program = await idOf('Project Smile');
    for (const path of [`/programs?seekerId=${seekerId}`, `/programs/${program}?seekerId=${seekerId}`]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await get(path)).status).toBe(404);
    }
    for (const seeker of ['nonsense', '0198f3c2-0000-7000-8000-000000000000', `${seekerId}&seekerId=${seekerId}`]) {
      expect((await stranger.get(`/programs?seekerId=${seeker}`)).status).toBe(404);
    }
  });
});
