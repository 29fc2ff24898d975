import type { Plain } from '@shopside/engine'

const nameShape = /^[a-z][\w.-]{0,39}$/i
const maxFacts = 25
const maxLetters = 100

/**
 * What the shop said by `shop.context`, as rules may ask for it: at most 25 plain values under short names (texts of at most 100
 * letters). Anything else is left out.
 */
export function toContext(said: object): Record<string, Plain> {
  const facts = Object.create(null) as Record<string, Plain>
  for (const [name, value] of Object.entries(said).filter(([name]) => nameShape.test(name))) {
    if (Object.keys(facts).length >= maxFacts) break
    if (typeof value === 'boolean' || Number.isFinite(value)) facts[name] = value as Plain
    if (typeof value === 'string' && value !== '') facts[name] = value.slice(0, maxLetters)
  }
  return facts
}
