import type { KindRule } from './KindRule.ts'

/** Toys, games and making things. */
export const playKinds: readonly KindRule[] = [
  ['harmonica', /\bharmonica\b/],
  ['skittles', /\bskittles\b|\brounders\b|\bcroquet\b/],
  ['spinning tops', /\bspinning tops\b|\bcatch cup\b|\bskipping rope\b|\bknitting nancy\b|\bflying disc\b/],
  ['dominoes', /\bdominoes\b|\bbingo\b|\bsnakes and ladders\b|\bludo\b|\bnoughts and crosses\b|\bpick up sticks\b|\btail game\b|\bheads and tails\b/],
  ['jigsaw', /\bjigsaws?\b|\balphabet blocks\b/],
  ['marbles', /\bmarbles\b|\bglass gems\b|\bsilver stones\b/],
  ['drawing slate', /\bdrawing slate\b/],
  ['paint set', /\bpaint\b|\bstencil\b|\bcolouring set\b|\bmodelling clay\b/],
  ['doll', /\bdolls?\b(?! (?:doorstop|hair))|\bgirl amelie\b|\bfeltcraft (?:girl|boy)\b|\bprincess\b/],
  ['playhouse', /\bplayhouse\b/],
  ['glider', /\bgliders?\b|\bhelicopter\b/],
  ['soft toy', /\bsoft toy\b|\bteddy\b|\bsock puppet\b|\btoy\b|\bmonster\b|\bninja rabbit\b|\bpony\b|\bmouse\b|\bsoft car\b|\bspace (?:cadet|owl|frog)\b|\bgingham cat\b|\bknitted (?:hen|rabbit)\b|\bscottie dog with\b/],
  ['craft kit', /\bfelt ?craft\b|\bcraft\b|\bknitting kit\b|\bkit\b/],
  ['bib', /\bbib\b/],
  ['badges', /\bbadges\b/],
  ['ruler', /\bruler\b/],
  ['calculator', /\bcalculator\b/],
  ['mini chalk', /\bchalk\b/],
  ['animal set', /\bpiece (?:snake|dinosaur|creepy)\b|\bcreepy crawl|\bfarmyard\b|\bfelt farm\b|\bsticky bunnies\b|\bchicks in\b|\bmini (?:rabbit|bunnies)\b/],
]
