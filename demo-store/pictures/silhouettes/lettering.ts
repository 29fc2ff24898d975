import { ink, lightness, paper } from '../paint.ts'

/** The colour that can be read on a ground: ink on pale ones, paper on dark ones. */
export function inkOn(ground: string): string {
  return lightness(ground) > 0.48 ? ink : paper
}

/** Words that say what a thing is rather than what stands on it. */
const nameWords =
  /\b(?:(?:vintage |french )?(?:blue )?(?:metal|wood(?:en)?|tin|zinc|slate)? ?(?:door )?sign|metal|door ?hanger|wall art|canvas|print|plaque|wood letters|block letters|painted letters|building block word|wooden|large|small|medium|mini|assorted|hanging|antique|white|tin|doormat|fancy font|design|set of \d+|pack of \d+)\b/gi

/** What is written on a sign, taken from its title; shorter than `longest` letters, else empty. */
export function writtenOn(title: string, longest = 44): string {
  const words = title.replace(nameWords, ' ').replace(/[,"]/g, ' ').replace(/\s+/g, ' ').trim().replace(/(?<=\w) (?:blue|red|green|pink|black|cream|ivory|finish)$/i, '')
  return words.length > longest ? '' : words
}
