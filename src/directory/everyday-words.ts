import type { Language } from '../i18n/languages.ts';

/**
 * What people type when they look for a category, beside its name: the words of the street, not of a directory. A star stands for
 * any ending. In English only words for the whole category: what a directory writes in English is found in its own text.
 */
export const everydayWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  food: {
    en: 'hungry; hunger; eat; eating; grocery; groceries; stamps',
    es: 'comida*; comer; alimento*; despensa*; hambre; mandado; desayuno*; almuerzo*; cena; cenas; banco; estampilla*',
    ar: 'طعام; أكل; غذاء; غذائي*; وجبة; وجبات; جوع; جائع; بقالة',
  },
  'rent-and-deposits': {
    en: 'rent; rental; evict*; landlord*; lease; housing',
    es: 'renta*; alquil*; arrend*; arriendo; desalojo*; desaloja*; casero; vivienda*',
    ar: 'إيجار*; أجار; استئجار; إخلاء; سكن*',
  },
  'housing-search': {
    en: 'housing; home; house; apartment*; room; rooms',
    es: 'vivienda*; casa; casas; apartamento*; departamento*; cuarto*; hogar; techo; mudar*',
    ar: 'سكن*; مسكن; بيت; منزل; شقة; شقق; غرفة',
  },
  shelter: {
    en: 'shelter*; homeless*; unhoused; sleep; bed; beds; motel; overnight; housing',
    es: 'refugio*; albergue*; hogar; dormir; cama; camas; posada; vivienda*',
    ar: 'مأوى; ملجأ; ملاجئ; مشرد*; مبيت; نوم; سكن*',
  },
  'utility-bills': {
    en: 'utility; utilities; bill; bills; electric*; power; gas; water; heat; heating',
    es: 'luz; agua; gas; electric*; recibo*; factura*; bil; biles; billes; calefaccion',
    ar: 'كهرباء; ماء; مياه; غاز; فاتورة; تدفئة',
  },
  'health-and-dental': {
    en: 'doctor*; dentist*; medic*; clinic*; hospital*; sick; tooth; teeth; vaccine*; pregnan*; glasses',
    es: 'doctor*; medic*; dentista*; dental*; clinica*; hospital*; enferm*; muela*; diente*; vacuna*; embaraz*; lentes',
    ar: 'طبيب*; طبي*; أطباء; دكتور*; صحي*; عيادة; عيادات; مستشفى; مستشفيات; علاج; دواء; أدوية; مرض; مريض*; لقاح; حامل',
  },
  'mental-health': {
    en: 'counselor*; therapist*; depress*; anxi*; psych*; stress; suicid*; grief; lonely',
    es: 'psic*; psiq*; terapi*; terapeuta*; depresion; deprimid*; ansiedad; estres; consejer*; suicid*; duelo',
    ar: 'نفسي*; اكتئاب; قلق; استشارة; انتحار; حزن',
  },
  'addiction-and-recovery': {
    en: 'addict*; alcohol*; drugs; drinking; rehab*; sober; overdose',
    es: 'adict*; alcohol*; droga*; drogadic*; rehabilita*; desintoxica*; sobri*',
    ar: 'مدمن*; كحول; مخدرات',
  },
  'legal-help': {
    en: 'lawyer*; attorney*; immigra*; visa; asylum; citizenship; court; divorce; custody; deport*; evict*',
    es: 'abogad*; inmigra*; migra*; visa; asilo; ciudadania; corte; papeles; divorci*; custodia; deporta*; desalojo*',
    ar: 'محام*; قانون*; هجرة; لجوء; جنسية; إقامة; محكمة; طلاق; حضانة; ترحيل',
  },
  'child-care': {
    en: 'childcare; daycare; babysit*; nanny; kids; preschool*',
    es: 'guarderia*; nino; ninos; nina; ninas; hijo*; hija*; bebe; bebes; ninera*; preescolar*; kinder',
    ar: 'حضانة; روضة; طفل; أولاد; أبناء',
  },
  'jobs-and-training': {
    en: 'job; jobs; work; employ*; unemploy*; hiring; career*',
    es: 'trabaj*; emple*; desemple*; curriculum; oficio*',
    ar: 'شغل; وظيفة; وظائف; توظيف; بطالة',
  },
  'education-and-english': {
    en: 'school*; class; classes; learn*; study; tutor*',
    es: 'escuela*; clase; estudi*; aprend*; leer; curso*; computacion; tarea; tareas',
    ar: 'إنجليزي*; إنكليزي*; مدرسة; مدارس; درس; دراسة; تعلم; لغة; صف; صفوف',
  },
  transport: {
    en: 'bus; buses; ride; rides; transit; car; gasoline',
    es: 'autobus*; bus; camion; carro*; coche*; auto; viaje*; aventon; pasaje*; gasolina',
    ar: 'مواصلات; حافلة; حافلات; باص*; سيارة; سيارات; توصيل',
  },
  safety: {
    en: 'abused; abusive; abuser; stalk*; assault*; danger*; violent',
    es: 'violen*; violacion; maltrat*; abuso*; abusad*; golpe*; acoso; peligro*; segurid*; agresi*',
    ar: 'اعتداء; إساءة; تحرش; خطر; ضرب',
  },
  'money-and-benefits': {
    en: 'cash; tax; taxes; welfare; snap; stamps; debt*; loan*; insurance',
    es: 'plata; efectivo; impuesto*; estampilla*; deuda*; prestamo*; seguro; economic*',
    ar: 'مالي*; نقود; فلوس; ضرائب; ضريبة; إعانة; إعانات; معونة; قرض; قروض; ديون',
  },
  'clothing-and-household': {
    en: 'clothes; shoe*; coat*; furniture; diaper*; blanket*; crib*; stroller*; mattress*',
    es: 'zapato*; abrigo*; chamarra*; mueble*; panal; panales; cobija*; cuna*; colchon*; carriola*; cama; camas',
    ar: 'ثياب; حذاء; أحذية; أثاث; حفاضات; بطانية; سرير',
  },
  'older-adults': {
    en: 'senior*; elder*; aging; retired; caregiver*',
    es: 'mayor; ancian*; viejit*; abuel*; vejez; jubilad*; tercera',
    ar: 'مسن*; عجوز; شيخوخة; متقاعد*',
  },
  'libraries-and-recreation': {
    en: 'book; books; sport*; play; park; parks',
    es: 'libro*; deporte*; jugar; recreo; parque*; arte; musica',
    ar: 'كتاب; كتب; رياضة; لعب; حديقة',
  },
};

/** Words that join others and tell nothing by themselves: "help with the rent". */
export const littleWords: Readonly<Record<Language, string>> = {
  en: 'a; an; the; of; for; with; and; or; in; on; to; my; i; need; want; help; pay',
  es: 'a; al; con; de; del; el; en; la; las; lo; los; mi; mis; para; por; que; sin; un; una; unos; y; o; necesito; busco; quiero; ayuda; pagar; gratis',
  ar: 'في; من; إلى; على; عن; مع; أو; أريد; أحتاج; مساعدة; دفع; مجاني; مجانا',
};
