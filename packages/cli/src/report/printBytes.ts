import type { BuildReport } from '../build.ts'

const whole = new Intl.NumberFormat('en-GB')
const streams = ['counts', 'masses', 'gaps', 'levels', 'oneIn'] as const

/**
 * What the bytes of a model are, after brotli: by relation and stream, header, ids, what is drawn; and of shards their spread.
 */
export function printBytes(report: BuildReport): string[] {
  const { files: [model], shards, headerBytes, idBytes, learntBytes } = report
  const lines = [row('', ['edges', ...streams, 'bytes', 'bits/edge'])]
  for (const relation of report.streams) {
    if (relation.edges === 0) continue
    const bits = (relation.total * 8 / relation.edges).toFixed(1)
    const numbers = [relation.edges, ...streams.map(name => relation[name]), relation.total]
    lines.push(row(relation.name, [...numbers.map(number => whole.format(number)), bits]))
  }
  const learnt = `${whole.format(learntBytes)} bytes after brotli (what --budget counts)`
  lines.push(`learnt, with the header's ${whole.format(headerBytes)}: ${learnt}`)
  if (!shards) {
    const drawn = Math.max(0, model!.brotliBytes - learntBytes - idBytes)
    lines.push(`beside it ids ${whole.format(idBytes)}, titles, prices, links and other fields ${whole.format(drawn)}`)
    return lines
  }
  const { count, brotliBytes, medianBytes, largestBytes, rim, drawable } = shards
  lines.push(
    `${whole.format(count)} shards, ${whole.format(brotliBytes)} bytes after brotli: median ${whole.format(medianBytes)}, `
    + `largest ${whole.format(largestBytes)}`,
    `rim of ${rim} items: ${(drawable * 100).toFixed(1)} % of what rows name first is drawn from the shard alone; `
    + `ids ${whole.format(idBytes)}`,
  )
  return lines
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(15)}${cells.map(cell => cell.padStart(10)).join('')}`
}
