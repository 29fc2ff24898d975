/** Customers of one kind, and their means. */
export interface Bin {
  label: string
  customers: number
  predicted: number
  actual: number
}

/** Means by key, rising. */
export function toBins(rows: readonly { key: number; label: string; predicted: number; actual: number }[]): Bin[] {
  const bins = new Map<number, Bin>()
  for (const { key, label, predicted, actual } of rows) {
    const bin = bins.get(key) ?? { label, customers: 0, predicted: 0, actual: 0 }
    bins.set(key, { label, customers: bin.customers + 1, predicted: bin.predicted + predicted, actual: bin.actual + actual })
  }
  return [...bins].sort(([a], [b]) => a - b).map(([, { label, customers, predicted, actual }]) => {
    return { label, customers, predicted: predicted / customers, actual: actual / customers }
  })
}
