/** A few names are very many people's, and most are few people's: the square of an even chance. */
const FIRST = `ARRAY['Maria','José','Ana','Luis','Carmen','Juan','Rosa','Carlos','Elena','Miguel','James','Mary','Robert','Patricia','John',
  'Jennifer','Michael','Linda','David','Elizabeth','William','Barbara','Richard','Susan','Joseph','Jessica','Thomas','Karen','Charles','Sarah',
  'Nguyen','Linh','Minh','Wei','Mei','Jing','Priya','Anil','Fatima','Omar','Aisha','Yusuf','Olga','Ivan','Nadia','Kofi','Ama','Tadesse','Selam',
  'Zoila','Inés','Lucía','Álvaro','Sofía','Diego','Valentina','Mateo','Renée','Chloë','Sinéad','Aoife','Bartholomew','Guadalupe','Xóchitl']`;
const START = `ARRAY['Gar','Mar','Rod','Lop','Her','Gon','Per','San','Ram','Tor','Flo','Riv','Gom','Dia','Cru','Mor','Gut','Ort','Rui','Alv','Men',
  'Cas','Var','Rom','Sot','Con','Jim','Vas','Cam','San','Whit','Brook','Hol','Ham','Wil','Pat','Ned','Ash','Kow','Nov']`;
const MIDDLE = `ARRAY['','ci','ti','ri','e','a','o','an','en','in','er','al','il','ol','um','ber','der','mer','ling','wor']`;
const LINK = `ARRAY['','','l','t','va','ri']`;
const END = `ARRAY['a','ez','es','os','as','ner','son','ton','field','ski','man','well','ley','wood','berg','ford','rano','mento']`;

const pick = (list: string, chance: string): string => `(${list})[1 + floor(${chance} * array_length(${list}, 1))::int]`;
const even = (salt: number): string => `((hashint8extended(n, ${salt}) & 1048575) / 1048576.0)`;

const NAMED = `
  SELECT n, ${pick(FIRST, `power(${even(1)}, 2)`)} AS first, ${pick(START, `power(${even(2)}, 2)`)} || ${pick(MIDDLE, even(3))} || ${pick(LINK, even(5))} || ${pick(END, even(4))} AS last,
    now() - make_interval(secs => n * 30) AS at
  FROM generate_series($1::int, $2::int - 1) n`;

const id = (kind: string): string => `md5('${kind}' || n)::uuid`;

export const PEOPLE_SQL = `
  INSERT INTO seeker (id, first_name, last_name, email, phone, zip, contact_preference, made_by_id, created_at, updated_at)
  SELECT ${id('seeker')}, first, last, lower(unaccent(first)) || '.' || lower(last) || n || '@example.org', '+1' || (2000000000 + n::bigint * 7919 % 8000000000),
    '94063', 'text', u.id, at, at
  FROM (${NAMED}) p JOIN user_account u ON u.email = 'maker' || n % 100 || '@bench.test'`;

export const REFERRAL_SQL = `
  INSERT INTO referral (id, seeker_id, program_id, made_by_id, source, status, comment, maker_name, shared_first_name, shared_last_name,
    shared_email, shared_phone, shared_language, shared_preference, created_at, status_changed_at)
  SELECT ${id('referral')}, ${id('seeker')}, p.id, s.made_by_id, 'navigator', (ARRAY['not_updated','pending','got_help','no_capacity'])[1 + n % 4]::"ReferralStatus",
    'Two months behind on rent.', 'Dana W.', s.first_name, s.last_name, s.email, s.phone, 'en', 'text', s.created_at, s.created_at
  FROM generate_series($1::int, $2::int - 1) n JOIN seeker s ON s.id = ${id('seeker')} JOIN program p ON p.source_id = 'bench-' || n % 200`;

export const SHARE_SQL = `
  INSERT INTO referral_share (referral_id, team_id)
  SELECT ${id('referral')}, t.id FROM generate_series($1::int, $2::int - 1) n
  JOIN team t ON t.name = 'Everybody' OR n % $3::int = 0`;
