/** The eleven departments, in the order of the shop's menu. */
export const departments = [
  'Kitchen & Baking',
  'Tea & Table',
  'Candles & Lights',
  'Bags & Lunch',
  'Home & Walls',
  'Paper & Post',
  'Party',
  'Children',
  'Garden',
  'Trinkets',
  'Christmas',
] as const

/** One of the eleven. */
export type Department = (typeof departments)[number]

/** Kinds by the department they stand in. A kind not named here stands in Trinkets. */
const kindsOf: Readonly<Partial<Record<Department, readonly string[]>>> = {
  'Kitchen & Baking': [
    'apron', 'baking mould', 'baking set', 'biscuit tin', 'book box', 'bottle opener', 'bread bin', 'brush', 'cake cases',
    'cake tins',
    'chopping board', 'cookie cutters', 'frying pan', 'jam jar', 'jam making set', 'jelly moulds', 'kitchen scales',
    'measuring spoons',
    'mixing bowls', 'oven glove', 'pet bowl', 'recipe box', 'recipe stand', 'rolling pin', 'spice tins', 'storage jar',
    'storage tins',
    'tea towel', 'toast stamp', 'washing up', 'magnets', 'magnetic pad',
  ],
  'Tea & Table': [
    'beaker', 'bowl', 'butter dish', 'cake stand', 'cutlery', 'doilies', 'egg cup', 'milk bottles', 'milk jug', 'mug',
    'mug warmer',
    'napkin ring', 'napkins', 'placemats', 'plate', 'salt and pepper', 'sugar bowl', 'tea cosy', 'tea set', 'teacup', 'teaspoons',
    'teapot', 'tray',
  ],
  'Candles & Lights': [
    'candle', 'candlestick', 'incense', 'lampshade', 'lantern', 'matches', 'night light', 'string lights', 't-light holder',
    't-lights',
  ],
  'Bags & Lunch': [
    'backpack', 'card wallet', 'charlotte bag', 'handbag', 'jumbo bag', 'luggage tag', 'lunch bag', 'lunch box', 'peg bag',
    'picnic bag',
    'picnic basket', 'purse', 'rainwear', 'shopper', 'shoulder bag', 'travel bag', 'umbrella', 'wash bag',
  ],
  'Home & Walls': [
    'alarm clock', 'artificial flower', 'basket', 'block letters', 'cabinet', 'chair', 'chalkboard', 'clothes pegs', 'coat rack',
    'curtain',
    'cushion', 'doormat', 'doorstop', 'drawer knob', 'hot water bottle', 'key cabinet', 'mat', 'memo board', 'mirror',
    'photo album',
    'photo clips', 'photo frame', 'sewing box', 'sign', 'storage box', 'throw', 'vase', 'wall art', 'wall clock', 'wall tidy',
    'wicker heart', 'wreath', 'hanging heart', 'hanging star', 'wind chime', 'hanging decoration', 'hanging tree',
  ],
  'Paper & Post': [
    'calendar', 'card holder', 'card kit', 'eraser', 'gift bag', 'gift boxes', 'gift tags', 'gift tape', 'gift wrap',
    'greeting card',
    'notebook', 'pen', 'pencils', 'postcards', 'ribbon', 'ruler', 'stamp set', 'stickers', 'tissues', 'writing set',
    'tape measure',
  ],
  Party: [
    'balloons', 'bunting', 'cocktail parasols', 'confetti', 'cracker', 'paper chain', 'paper cups', 'paper garland',
    'paper holder',
    'paper plates', 'party bag', 'party candles', 'party cone', 'party invitations', 'playing cards',
  ],
  Children: [
    'animal set', 'badges', 'bib', 'calculator', 'craft kit', 'doll', 'dominoes', 'drawing slate', 'glider', 'harmonica',
    'jigsaw', 'marbles',
    'mini chalk', 'money box', 'paint set', 'plasters', 'playhouse', 'rocking horse', 'skittles', 'soft toy', 'spinning tops',
  ],
  Garden: [
    'bird house', 'birdcage', 'bucket', 'garden kneeler', 'garden tools', 'gnome', 'hammock', 'herb marker', 'planter', 'seeds',
    'thermometer', 'watering can', 'windmill',
  ],
  Christmas: ['advent calendar', 'bauble', 'christmas tree', 'sleigh bells', 'stocking'],
}

/** Title words that put an item into a department whatever its kind. Ordered: the first that matches wins. */
const titleRules: readonly (readonly [Department, RegExp])[] = [
  ['Christmas', /\bchristmas\b|\badvent\b|\bsantas?\b|\bsnowm[ae]n\b|\breindeer\b|\bnativity\b|\bnoel\b|\bbaubles?\b|\bholly\b|\bmistletoe\b|\bjingle\b|\brudolph|\bsnowy\b|\byuletide\b|\bsleigh\b|\bwise m[ae]n\b|\bgoose feather\b|\btree decoration\b|\b12 days\b|\bpoinsettia\b|\bdeck the halls\b|^set of (?:6|10) cards? /],
  ['Children', /\bchild(?:ren)?'?s?\b|\bkids'?\b|\bbaby\b|\bboys'?\b|\bgirls'?\b|\bnursery\b|\btoy\b|\bteddy\b|\bspaceboy (?:lunch box|beaker|mini)|\bheight chart\b/],
  ['Party', /\bparty (?:bunting|candles|pizza|bags?|cones?|invitations)\b|\bcordon\b|\bdisco ball\b/],
  ['Garden', /\bgarden (?:pot|set|parasol|keys)\b|\bpotting shed\b|\bdecorative garden\b|\bcitronella\b/],
]

const departmentOfKind: ReadonlyMap<string, Department> = new Map(
  departments.flatMap(department => (kindsOf[department] ?? []).map(kind => [kind, department] as const)),
)

/**
 * The department an item stands in. Every item has one.
 *
 * @param kind from `toKind`, `undefined` when unknown
 * @param title as set by `toTitle`
 */
export function toDepartment(kind: string | undefined, title: string): Department {
  const text = title.toLowerCase()
  const byTitle = titleRules.find(([, words]) => words.test(text))
  if (byTitle) return byTitle[0]
  return departmentOfKind.get(kind ?? '') ?? 'Trinkets'
}
