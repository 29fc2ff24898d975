import type { KindRule } from './KindRule.ts'

/** Small things to wear, keep or give. */
export const trinketKinds: readonly KindRule[] = [
  ['bicycle bell', /\bbicycle\b/],
  ['napkin ring', /\bnapkin (?:ring|rings|charms)\b|\bparty charms\b|\bplace settings?\b|\bcutlery charms\b/],
  ['necklace', /\bnecklace\b|\blariat\b|\bchoker\b|\bdiamante chain\b|\bjewellery set\b/],
  ['bracelet', /\bbracelets?\b|\bbangle\b/],
  ['earrings', /\bearrings?\b/],
  ['ring', /\bring\b/],
  ['brooch', /\bbrooch\b/],
  ['hair slide', /\bhair ?(?:clips?|slides?|grip|comb|band|bands|tie)\b|\bclips\b|\bcluster slide\b/],
  ['lip gloss', /\blip gloss\b|\bessential balm\b/],
  ['fan', /\bfan\b/],
  ['clothes pegs', /\bpegs?\b/],
  ['bird ornament', /\bbird ornament\b|\bflying ducks\b/],
  ['paperweight', /\bpaperweight\b|\bceramic ball\b/],
  ['bath set', /\bbath\b|\bbathroom set\b|\btoilet roll\b/],
  ['sunglasses', /\bsunglasses\b/],
  ['headphones', /\bheadphones\b|\bspeaker\b|\bradio\b/],
  ['slippers', /\bslippers?\b/],
  ['photo clips', /\bphoto clip\b|\bwith 7 clips\b/],
]
