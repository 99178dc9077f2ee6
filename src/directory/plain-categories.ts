/** A service category in plain words. */
export interface PlainCategory {
  slug: string;
  name: string;
  /** What sources call it: names of Open Eligibility, of 2-1-1 lists and the like. */
  terms: readonly string[];
  /** Words that speak of it in a description, for sources without terms; a star stands for any ending. */
  words: readonly string[];
}

/** The project's own small set of categories. Terms of a source that match none of them become categories of their own. */
export const plainCategories: readonly PlainCategory[] = [
  category(
    'food',
    'Food',
    'Food Pantry; Food Pantries; Food Delivery; Free Meals; Meals; Emergency Food; Help Pay for Food; Nutrition; Groceries',
    'food; meal; meals; groceries; pantry; hot lunch',
  ),
  category(
    'rent-and-deposits',
    'Rent and deposits',
    'Rent; Rental Assistance; Help Pay for Housing; Rent Payment Assistance; Eviction Prevention',
    'rental assistance; help with rent; pay rent; security deposit*; rent deposit*; eviction*',
  ),
  category(
    'housing-search',
    'Housing search',
    'Housing; Help Find Housing; Housing Advice; Residential Housing; Affordable Housing; Public Housing',
    'find housing; affordable housing; housing search; find a room; home sharing',
  ),
  category(
    'shelter',
    'Shelter',
    'Emergency Shelter; Homeless Shelter; Temporary Shelter; Short-Term Housing; Overnight Shelter',
    'shelter; shelters; homeless*',
  ),
  category(
    'utility-bills',
    'Utility bills',
    'Utilities; Help Pay for Utilities; Utility Assistance; Utility Service Payment Assistance; Energy Assistance',
    'utility bill*; energy assistance; water bill*; power bill*',
  ),
  category(
    'health-and-dental',
    'Health and dental',
    'Health; Health Care; Medical Care; Dental Care; Primary Care; Help Pay for Healthcare; Clinic; Vision Care; Vaccinations',
    'medical care; dental; clinic; blood pressure; health screening*; prescription*; nurse',
  ),
  category(
    'mental-health',
    'Mental health',
    'Mental Health Care; Counseling; Counselling; Psychiatric Emergency Services; Therapy; Mental Health Services; Support Groups',
    'mental health; counseling; counselling; therapy; depression; peer support',
  ),
  category(
    'addiction-and-recovery',
    'Addiction and recovery',
    'Addiction & Recovery; Substance Abuse; Substance Use Treatment; Detox; Sober Living; 12-Step',
    'substance abuse; substance use; addiction; alcoholics anonymous; detox*; drug and alcohol',
  ),
  category(
    'legal-help',
    'Legal help',
    'Legal; Advocacy & Legal Aid; Legal Aid; Legal Services; Representation; Mediation; Notary; Immigration; Workplace Rights',
    'legal aid; legal advice; legal help; legal services; legal counsel*; lawyer; lawyers; attorney*; mediation; immigration; court ordered',
  ),
  category(
    'child-care',
    'Child care',
    'Childcare; Daytime Care; Day Care; Preschool; After School Care; Early Childhood; Help Find Childcare; Head Start',
    'child care; childcare; preschool*; after school activities; toddlers; infants',
  ),
  category(
    'jobs-and-training',
    'Jobs and training',
    'Work; Jobs; Employment; Help Find Work; Job Placement; Skills & Training; Supported Employment; Help Pay for Work Expenses',
    'job placement; job training; employment; resume*; work therapy; job search',
  ),
  category(
    'education-and-english',
    'Education and English classes',
    'Education; English as a Second Language; ESL; English Classes; Literacy; Tutoring; More Education; GED; Adult Education',
    'literacy; tutoring; esl; english classes; homework; computer classes; ged',
  ),
  category(
    'transport',
    'Transport',
    'Transit; Transportation; Help Pay for Transit; Rides; Bus Passes; Help Pay for Gas',
    'bus tokens; bus passes; rides to; transportation assistance; reliable used aut*',
  ),
  category(
    'safety',
    'Safety from violence',
    'Safety; Immediate Safety; Help Escape Violence; Safe Housing; Domestic Violence; Crisis Intervention; Emergency',
    'domestic violence; sexual assault; abused; trafficking; restraining order*; supervised visitation',
  ),
  category(
    'money-and-benefits',
    'Money and benefits',
    'Money; Financial Assistance; Government Benefits; Financial Education; Tax Preparation; Emergency Payments; Insurance; CalFresh',
    'loans; financial assistance; tax preparation; government benefits; money management; calfresh',
  ),
  category(
    'clothing-and-household',
    'Clothing and household goods',
    'Goods; Clothing; Home Goods; Baby Supplies; Furniture; Toys & Gifts; Diapers',
    'clothing; furniture; diapers; household goods',
  ),
  category(
    'older-adults',
    'Older adults',
    'Seniors; Senior Services; Adult Day Care; Aging; In-Home Support; Residential Care; End-of-Life Care',
    'older adults; seniors; age 55 or over; age 60 or over; adult day',
  ),
  category(
    'libraries-and-recreation',
    'Libraries and recreation',
    'Library; Recreation; Community Center; Arts & Culture; Community Gardens; Sports',
    'library; libraries; recreational; reading materials; general reading; arts and crafts',
  ),
];

function category(slug: string, name: string, terms: string, words: string): PlainCategory {
  return { slug, name, terms: terms.split('; '), words: words.split('; ') };
}
