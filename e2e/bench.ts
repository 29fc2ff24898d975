import { cpus, totalmem } from 'node:os'
import { buildPackages } from './build/buildPackages.ts'
import { benchBrowser } from './bench/benchBrowser.ts'
import { benchBuild } from './bench/benchBuild.ts'
import { benchRecommend } from './bench/benchRecommend.ts'
import { buildModel } from './store/buildModel.ts'

// `pnpm bench`: prints figures. It never fails on time; budgets that matter are sizes and suite minutes.

await buildPackages(() => {})
await buildModel()
console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB\n`,
)
for (const bench of [benchBuild, benchRecommend, benchBrowser]) {
  for (const [name, figure] of await bench()) console.log(`${name.padEnd(52)} ${figure}`)
  console.log('')
}
