import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { buildPackages } from './build/buildPackages.ts'
import { root } from './root.ts'
import { buildModel } from './store/buildModel.ts'
import { countFigures } from './store/countFigures.ts'
import { openStore, type OpenStore } from './store/openStore.ts'
import { createSteps } from './store/steps.ts'
import { watchAndRebuild } from './store/watchAndRebuild.ts'

// `pnpm start`: everything from a fresh checkout to an open shop. pnpm itself has installed what was missing before this runs.
// `--dev` rebuilds on change; `--port N` asks for a port (default 4180; a taken one is said and the next one used).

const dev = process.argv.includes('--dev')
const wishedPort = Number(process.argv[process.argv.indexOf('--port') + 1] || 0) || Number(process.env['PORT'] ?? 0) || 4180

/** @throws Error naming the version that is needed */
async function checkNode(): Promise<string> {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } }
  const [needMajor = 0, needMinor = 0] = engines.node.replace('>=', '').split('.').map(Number)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new Error(`Node ${process.versions.node} is too old: ${engines.node} is needed.`)
  }
  return process.versions.node
}

/** Asks the shop for what a first visit needs. @throws Error naming what did not answer */
async function checkAnswers(url: string): Promise<void> {
  for (const path of ['/', '/shopside/shopside.js', '/shopside/model/manifest.json']) {
    const response = await fetch(url + path)
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url}${path} answered ${response.status}.`)
  }
}

async function start(): Promise<void> {
  const steps = createSteps(5)
  await steps.step('Tools', checkNode, version => `Node ${version}, packages installed by pnpm`)
  const model = await steps.step('Model', () => buildModel(true), build => build.built ? 'from the real orders' : 'unchanged')
  await steps.step('SDK', () => buildPackages(() => {}), report => report.built.join(', ') || 'unchanged')
  const open = (): Promise<OpenStore> => dev
    ? watchAndRebuild(wishedPort) : openStore(wishedPort, sentence => console.log(`    ${sentence}`))
  const store = await steps.step('Store', open, () => dev ? 'rebuilds on change' : '')
  await steps.step('First visit', () => checkAnswers(store.url))

  const { products, orders, customers } = countFigures()
  const number = (value: number): string => value.toLocaleString('en-GB')
  console.log(`\n${number(products)} products, ${number(orders)} orders, ${number(customers)} customers, a model of ${number(model.bytes)} bytes\n`)
  console.log(`${pc.bold(store.url)}/\n`)
  console.log('Try: look at a cakestand three times, then go home.')

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void store.close().then(() => process.exit(0)))
  }
}

try {
  await start()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
