import type { KindRule } from './KindRule.ts'

/** Bags, lunch and what is carried; and two that would be taken for something else further down. */
export const bagKinds: readonly KindRule[] = [
  ['garden kneeler', /\bkneeling (?:pad|mat)\b/],
  ['bag charm', /\bbag charms?\b|\bphone charm\b|\bbead charm\b/],
  ['jumbo bag', /\bjumbo\b/],
  ['lunch bag', /\blunch bag\b/],
  ['lunch box', /\blunch box\b|\bsnack box(?:es)?\b|\bpicnic boxes\b|\bfood container\b|\bround container\b/],
  ['charlotte bag', /\bcharlotte bag\b/],
  ['party bag', /\bparty bags?\b/],
  ['gift bag', /\bgift bag\b|\bpaper bag\b|\bbottle bag\b|\bcandy bag\b|\bgift sack\b/],
  ['peg bag', /\bpeg bag\b/],
  ['wash bag', /\bwash ?bag\b|\bcosmetics? bag\b/],
  ['picnic basket', /\bpicnic (?:basket|hamper)\b|\bbreakfast basket\b|\bcarry-all basket\b/],
  ['picnic bag', /\bpicnic bag\b/],
  ['backpack', /\bback ?pack\b/],
  ['travel bag', /\bairline bag\b|\bcabin bag\b|\bovernight bag\b|\bweekend bag\b/],
  ['gift boxes', /\bgift boxes\b|\bboxes .*panettone\b/],
  ['handbag', /\bhandbag\b|\bhand bag\b|\bevening bag\b|\bflower bag\b|\bbum bag\b/],
  ['shoulder bag', /\bshoulder bag\b|\bpocket bag\b/],
  [
    'shopper',
    /\bshopper\b|\bshopping bag\b|\btote bag\b|\brecycling bag\b|\bbeach bag\b|\bkids' bag\b|\bdrawstring bag\b|\bcheck bag\b/,
  ],
  ['card wallet', /\bcard wallet\b|\bpassport cover\b/],
  ['luggage tag', /\bluggage tags?\b/],
  ['umbrella', /\bumbrella\b(?! stand)|\bparasol\b(?! straws)/],
  ['rainwear', /\brain (?:poncho|hat|mac)\b|\bshower cap\b/],
  ['purse', /\bpurse\b(?! notebook)|\bglasses case\b/],
]
