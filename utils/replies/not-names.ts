/** Words of display names that are no first names, in lower case. */

/** Stand before a first name. */
export const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord rev sr sra herr frau dipl mme mlle'.split(' '),
);

/** Stand behind one. */
export const DEGREES = new Set('phd md mba esq jr sr ii iii msc bsc ma dds rn cpa'.split(' '));

/** One of these anywhere, and it is no person: a company, a club, a station. */
export const ORGANIZATIONS = new Set(
  `gmbh mbh ag kg ug ev se inc ltd llc llp plc corp corporation co company limited sa sas sarl srl spa bv nv oy ab as
  shop store studio studios agency group holding holdings lab labs club team crew support care service services help
  helpdesk official news media press magazine daily times post journal radio tv fm podcast channel network records
  band music games gaming airlines airways hotel hotels restaurant cafe café bar pizza bakery university college school
  institute foundation association society church museum city council police department ministry bank insurance
  energy transit railway logistics consulting solutions systems software technologies tech digital design marketing
  realty estate fitness gym clinic dental pharmacy fans fan memes bot updates deals offers verein firma praxis
  kanzlei`.split(/\s+/u),
);

/** One of these at the beginning, and what follows is a description: "Angry Customer", "Coffee Lover", "The Kettle". */
export const DESCRIPTIONS = new Set(
  `the a an team official real not just i'm im it's we you your my our his her this that
  angry happy proud sad mad crazy lazy super mega big little old young lost random cool free save stop vote only
  some someone somebody anyone anybody nobody everyone everybody anonymous anon user users guest deleted unknown
  customer client buyer admin administrator moderator mod owner member support hello hi hey dear yes no never always
  coffee tea kettle pizza beer wine music football soccer baseball gaming game crypto bitcoin tech movie book travel
  mom mum mama dad daddy papa father mother grandma grandpa uncle aunt king queen prince princess captain doctor
  nurse teacher student engineer developer lawyer pilot chef writer artist
  black white red blue green yellow pink purple dark light night day sun moon star love life world best good great
  new north south east west american british german french anonyme anonym gast nutzer kunde client cliente usuario
  usuário utilisateur local proudly former future`.split(/\s+/u),
);
