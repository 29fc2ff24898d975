import { isFavourite } from '../../affinity/favourite.ts'
import { isLiking } from '../../affinity/tastesOf.ts'
import type { Preset } from '../preset.ts'

const mostFacts = 3

/**
 * Category interest (a department or kind turned to more than others do; since its first evidence that still counts), and brand
 * or maker enthusiast (half of all purchases are of it, twice as much as of the store's, in at least three orders).
 */
export const likings: Preset = ({ tastes, say }) => {
  const interests = tastes
    .filter(taste => (taste.attribute === 'category' || taste.attribute === 'kind') && isLiking(taste))
    .slice(0, mostFacts)
  if (interests.length > 0) {
    say(
      'category-interest', Math.min(...interests.map(({ since }) => since)),
      interests.map(({ attribute, value, events, days }) => ({ kind: 'liking', attribute, value, events, days })),
    )
  }
  const favourite = tastes.find(taste => (taste.attribute === 'brand' || taste.attribute === 'maker') && isFavourite(taste))
  if (favourite) {
    const { attribute, value, bought } = favourite
    say('brand-enthusiast', bought!.since!, [{ kind: 'bought-of', attribute, value, orders: bought!.orders }])
  }
  return Math.min(...interests.map(({ until = Infinity }) => until))
}
