/** Designs, each with the words that give it away. Ordered: the first that matches is the motif. */
const motifRules: readonly (readonly [motif: string, words: RegExp])[] = [
  // named designs of the range
  ['Pantry', /\bpantry\b/],
  ['Regency', /\bregency\b/],
  ['Spaceboy', /\bspace ?boy\b|\bspace(?:man|ball|cadet| owl| frog)\b|\brocket\b/],
  ['Dolly Girl', /\bdolly girl\b/],
  ['Circus Parade', /\bcircus\b|\bstrongman\b|\bcarousel\b/],
  ['Red Toadstool', /\btoadstools?\b|\bmushrooms?\b/],
  ['Woodland', /\bwoodland\b|\bmagic forest\b|\bhappy forest\b|\benchanted forest\b/],
  ['Vintage Doily', /\bdoily\b/],
  ['Vintage Leaf', /\bvintage leaf\b|\b(?:leaf|leaves|fern|ivy|laurel)\b/],
  ['Suki', /\bsuki\b|\bcherry blossom\b/],
  ['Strawberry', /\bstrawberr(?:y|ies)\b/],
  ['Babushka', /\bbabushka\b/],
  ['London', /\blondon\b|\bqueen's guard\b|\blandmark\b/],
  ['Keep Calm', /\bkeep calm\b|\bking's choice\b|\bcrowns?\b/],
  ['Union flag', /\bunion (?:flag|jack|stripe)\b|\bjubilee\b/],
  ['Skulls', /\bskulls?\b/],
  ['Retrospot', /\bretrospot\b|\bspotty\b|\bvintage spot\b|\bred spot\b|\bspots?\b|\bscandispot\b/],
  ['Polkadot', /\bpolka ?dots?\b|\bpolka\b/],
  ['Gingham', /\bgingham\b|\bcheck\b/],
  ['Paisley', /\bpaisley\b/],
  ['Stripe', /\bstrip(?:e|es|ey|y)\b/],
  ['Scandinavian', /\bscandinavian\b|\bfolkart\b|\bfolk art\b|\brussian\b/],
  ['Baroque', /\bbaroque\b|\brococo\b|\bfiligree\b|\bfiligris\b|\blace\b|\btrellis\b|\bdamask\b/],
  ['Alphabet', /\balphabet\b|\babc\b|\bfonts?\b|\bletter\b|\bbillboard\b/],
  // Christmas before its own stars and hearts
  ['Christmas', /\bchristmas\b|\badvent\b|\bsantas?\b|\bsnowm[ae]n\b|\breindeer\b|\bnativity\b|\bnoel\b|\bbaubles?\b|\bholly\b|\bmistletoe\b|\bjingle\b|\brudolph\b|\bsnowy?\b|\byuletide\b/],
  // things
  ['Apples', /\bapples?\b/],
  ['Pears', /\bpears?\b/],
  ['Cherry', /\bcherr(?:y|ies)\b/],
  ['Fruit', /\bfruits?\b|\bberries\b|\bblueberry\b/],
  ['Poppies', /\bpopp(?:y|ies)\b/],
  ['Rose', /\broses?\b|\brosy\b|\brosebud\b|\bbotanical\b/],
  ['Daisy', /\bdais(?:y|ies)\b/],
  ['Flowers', /\bflowers?\b|\bfloral\b|\bflora\b|\bblossom\b|\bposy\b|\bposies\b|\bflower shop\b|\bspring\b|\bgarden\b|\bsunflower\b|\bpeony\b|\bjardin\b/],
  ['Butterfly', /\bbutterfl(?:y|ies)\b/],
  ['Owls', /\bowls?\b/],
  ['Birds', /\bbirds?\b|\blovebirds?\b|\bswallows?\b|\bdoves?\b|\brobin\b|\bhen\b|\bchicks?\b|\bchicken\b|\bducks?\b|\bcockerel\b|\bbirdy\b|\bsongbird\b/],
  ['Dogs', /\bdogs?\b|\bscott(?:ie|y)\b|\bscotties\b|\bpuppies\b|\bbull dog\b/],
  ['Cats', /\bcats?\b|\bkitt(?:y|ens?)\b/],
  ['Rabbits', /\brabbits?\b|\bbunn(?:y|ies)\b|\bhare\b|\beaster\b/],
  ['Dinosaurs', /\bdinosaurs?\b/],
  ['Cars', /\bcars?\b|\bmotoring\b|\bcaravan\b|\bracing\b|\bbus\b|\btransport\b/],
  ['Fairy Cake', /\bfairy cakes?\b|\bcup ?cakes?\b|\bhanging cakes\b|\bsweetie\b|\bcandy\b|\bice cream\b/],
  ['Tea Time', /\btea ?time\b|\bcup of tea\b|\btea party\b/],
  ['Skittles', /\bsoldiers?\b/],
  ['Hearts', /\bhearts?\b|\bsweethearts?\b|\blove\b|\bvalentine\b|\bcupid\b/],
  ['Stars', /\bstars?\b|\bstarry\b/],
]

/**
 * The design or pattern of an item, in the shop's words.
 *
 * @param title as set by `toTitle`
 * @returns one of `motifs`; `undefined` when the title names none
 */
export function toMotif(title: string): string | undefined {
  const text = title.toLowerCase()
  return motifRules.find(([, words]) => words.test(text))?.[0]
}

/** Every motif, in the order of the rules. */
export const motifs: readonly string[] = motifRules.map(([motif]) => motif)
