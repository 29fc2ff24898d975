import { abbreviations } from './title/abbreviations.ts'
import { byHand } from './title/byHand.ts'
import { spellings } from './title/spellings.ts'

/** Words that stay small unless they open the title. */
const smallWords = new Set(
  ['a', 'and', 'at', 'by', 'de', 'des', 'du', 'en', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with'],
)

/** Words kept in capitals. */
const capitals = new Set(['LED', 'TV', 'CD', 'VIP', 'WC', 'US', 'ABC', 'UBO', 'A4', 'A5', 'A6', 'A7'])

/**
 * A title of the stock list as it is set in the shop: abbreviations spelt out, slips put right, title case.
 *
 * @param raw upper case in the source, such as `SET/6 RED SPOTTY PAPER PLATES`
 * @returns such as `Set of 6 Red Spotty Paper Plates`; a title already set comes back unchanged
 */
export function toTitle(raw: string): string {
  const upper = raw.trim().replace(/\s+/g, ' ').toUpperCase()
  const known = byHand[upper]
  if (known !== undefined) return known
  let text = upper.replace(/\s*[&+]\s*/g, ' AND ')
  for (const [found, replacement] of abbreviations) text = text.replace(found, replacement)
  for (const [found, replacement] of spellings) text = text.replace(found, replacement)
  text = text
    .replace(/\s*,\s*/g, ', ')
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,]+$/, '')
    .trim()
  return text
    .split(' ')
    .map((word, index) => toTitleWord(word, index === 0))
    .join(' ')
}

function toTitleWord(word: string, opens: boolean): string {
  const bare = word.replace(/[^A-Z0-9]/g, '')
  if (capitals.has(bare)) return word
  if (/^\d+D$/.test(word)) return word
  if (/^\d/.test(word)) return word.toLowerCase()
  if (!opens && smallWords.has(word.toLowerCase())) return word.toLowerCase()
  // capital after the start, a hyphen, a slash or an opening quote; "of" stays small inside a hyphened word
  return word
    .toLowerCase()
    .replace(/(^|[-/"(])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/-Of-/g, '-of-')
}
