import type { TunedBasket } from '../tune/basket.ts'
import type { TunedHabits } from '../tune/habits.ts'

/**
 * What was chosen on the shop's last days, a label and a text each: the constants, what they reached, and how flat the grid was.
 */
export function printTuned({ tuned, habits }: { tuned?: TunedBasket; habits?: TunedHabits }): [label: string, text: string][] {
  const lines: [string, string][] = []
  if (tuned) {
    const { penalty, lengthPower, halfLifeDays, basketDecay } = tuned.constants
    const { last20, one5, worth } = tuned.score
    const halfLife = halfLifeDays ? `${halfLifeDays} days` : 'none'
    lines.push(['tuned baskets', [
      `${tuned.orders} orders asked: penalty ${penalty}, length power ${lengthPower}, half-life ${halfLife}, decay of lines ${basketDecay}`,
      `last line among 20 ${percent(last20)}, other line among 5 ${percent(one5)}`, flatness(tuned.tried, worth),
    ].join('; ')])
  }
  if (habits) {
    const { orderDecay, habitNeighbours, habitPopular } = habits.constants
    const { recall10, ndcg10, worth } = habits.score
    const chosen = `decay per order ${orderDecay}, neighbours ${habitNeighbours}, popularity ${habitPopular}`
    lines.push(['tuned habits', [
      `${habits.shoppers} shoppers asked: ${chosen}`, `recall@10 ${percent(recall10)}, NDCG@10 ${percent(ndcg10)}`,
      flatness(habits.tried, worth),
    ].join('; ')])
  }
  return lines
}

/** How many of the settings are as good as the best, and what the worst loses. */
function flatness(tried: readonly { score: { worth: number } }[], best: number): string {
  const worths = tried.map(({ score }) => score.worth)
  const near = worths.filter(worth => worth >= best - 0.01).length
  return `${near} of ${tried.length} settings within 1 point of it, the worst ${percent(best - Math.min(...worths))} points below`
}

function percent(share: number): string {
  return (share * 100).toFixed(2)
}
