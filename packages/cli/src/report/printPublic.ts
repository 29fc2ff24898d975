import type { BuildReport } from '../build.ts'

/** What anyone who fetches the files can read from them: a line each. The same as docs/model-format.md says at length. */
export function printPublic(report: BuildReport): string[] {
  const { store, views, relations, trend, season, reorder, popularKnown, norms, minShoppers, viewShoppers } = report
  const lines = ['anyone can read it: what your pages show, and']
  if (store.orders) {
    lines.push(
      `  which items at least ${minShoppers} shoppers bought together, or one after the other, in eight steps of strength`,
      '  of the strongest of them "1 in n", n from 2 to 20')
  }
  if (views) lines.push(`  which items at least ${viewShoppers} shoppers looked at in one visit, and bought after a look`)
  if (popularKnown) lines.push(`  the order of items by distinct ${report.byLooks ? 'visitors' : 'shoppers'} (never how many)`)
  if (trend.trending.length) lines.push('  which items rise, as a rank')
  if (reorder) lines.push('  after how many days an item is bought again, and by what eighth of its customers')
  if (season.own + season.byCategory) lines.push('  in which months an item sells better than the shop does, in eight steps')
  if (store.orders) lines.push('  the time of the newest row, and how often customers come back (four quantiles)')
  if (norms) {
    lines.push(
      '  in norms.json quantiles over customers: days between and since purchases, how many there were'
        + (norms.lifecycle?.moneyCuts ? ', spend and order value' : ''),
      '  shares of order lines by department, kind, brand, colour and label, of hours and weekdays; the season by month')
    if (norms.cltv) lines.push('  the parameters of the models of who buys again, from which the mean customer can be told')
  }
  if (relations) lines.push('  what --relations brought, whoever it was counted from')
  lines.push('  not in it: numbers of orders, units, revenue or customers; anything of one order or one person')
  return lines
}
