/**
 * Visits to the small shop: neighbours (P000 and P001, P002 and P003 …) are looked at one after the other, some are put into
 * the basket, some of those are bought. No two events of one visit share a time.
 */
export function smallEvents(visits = 200): string {
  const rows: string[] = []
  const id = (number: number): string => `P${String(number % 40).padStart(3, '0')}`
  for (let visit = 0; visit < visits; visit++) {
    const start = Date.UTC(2011, 9, 1) + visit * 6 * 36e5
    const first = visit % 12 * 2
    const seen = [first, first + 1, (first * 7 + visit) % 40, ...visit % 3 ? [] : [first]]
    const customer = visit % 4 ? `C${visit % 60}` : ''
    const add = (event: string, item: number, minute: number): void => {
      rows.push(`V${visit},${new Date(start + minute * 6e4).toISOString()},${event},${id(item)},${customer}`)
    }
    seen.forEach((item, place) => add('view', item, place))
    if (visit % 2) add('cart', first + 1, 10)
    if (visit % 4 === 1) add('purchase', first + 1, 12)
  }
  return `${['session_id,timestamp,event,sku,customer_id', ...rows].join('\n')}\n`
}
