import type { BuildReport } from '../build.ts'
import { count, whole } from './count.ts'
import { printTuned } from './printTuned.ts'

/** What was learnt, a label and a text each: per table how much was kept, and what its floor took away. */
export function printLearnt(report: BuildReport): [label: string, text: string][] {
  const { pairs, after, views, trend, season, store, minShoppers, viewShoppers } = report
  const floor = (dropped: number, least: number): string =>
    `${whole.format(dropped)} dropped by the floor of ${count(least, 'shopper')}`
  const kept = (relations: number, dropped: number, least: number): string =>
    `${whole.format(relations)} relations kept, ${floor(dropped, least)}`
  const lines: [string, string][] = []
  if (store.orders) {
    lines.push(
      ['baskets', `${whole.format(pairs.counted)} pairs counted, ${kept(pairs.kept, pairs.belowFloor, minShoppers)}`],
      ...printTuned(pairs),
      ['bought after', kept(after.kept, after.belowFloor, minShoppers)],
    )
  }
  if (views) {
    const from = `${count(views.clicks, 'click')} of ${count(views.visits, 'visit')}`
    const read = `${from}, ${whole.format(views.counted)} pairs counted`
    lines.push(
      ['views', `${read}, ${whole.format(views.kept)} kept, ${floor(views.belowFloor, viewShoppers)}`],
      ['view to buy', kept(views.boughtAfterViewKept, views.boughtAfterViewBelowFloor, viewShoppers)],
    )
  }
  lines.push(['similar', `${whole.format(report.similar)} relations by title, design, kind and category`])
  const recent = report.recentDays === undefined ? 'of all time' : `last ${report.recentDays} days`
  const popular = report.popularKnown
    ? `${whole.format(report.popularKnown)} popular (${recent}${report.byLooks ? ', by visitors' : ''})`
    : '0 popular'
  const rising = trend.days === undefined
    ? 'trending not known (too few shoppers, or too short a history)'
    : `${whole.format(trend.trending.length)} trending (last ${trend.days} days, ${floor(trend.belowFloor, minShoppers)})`
  const others = [`${whole.format(report.newest)} new`, `${whole.format(report.reorder)} with a re-order gap`]
  lines.push(['lists', [popular, rising, ...others].join(', ')])
  if (store.orders) {
    const known = `${count(season.own, 'item')} with months of their own, `
      + `${whole.format(season.byCategory)} with their category's`
    lines.push(['seasons', [
      'not known: orders of less than a year', `one year: ${known}; only lifts of 3 and more against the shop's own months`,
      `${season.turns} years: ${known}; only lifts that both of the last two show`,
    ][Math.min(2, season.turns)]!])
  }
  return lines
}
