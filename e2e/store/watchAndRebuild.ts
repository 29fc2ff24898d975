import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { bin } from '../build/bin.ts'
import { buildPackages } from '../build/buildPackages.ts'
import { root } from '../root.ts'
import { buildModel } from './buildModel.ts'
import type { OpenStore } from './openStore.ts'

/** Editors write a file in several steps: wait this long for the last of them. Milliseconds. */
const settleMs = 150

/**
 * The store for people who change code: a package that changes is built again, the store's server is started again.
 * A build that fails is said, and the last good one goes on being served.
 */
export async function watchAndRebuild(port: number): Promise<OpenStore> {
  const first = await spawnStore(port)
  const { url } = first
  let store = first.child
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = Promise.resolve()

  const rebuild = async (): Promise<void> => {
    try {
      await buildPackages(line => console.log(`    ${line}`))
      await buildModel()
      store.kill()
      await ended(store)
      store = (await spawnStore(Number(new URL(url).port))).child
      console.log(`    ready again, ${new Date().toLocaleTimeString('en-GB')}`)
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    }
  }
  const onChange = (_event: string, name: string | null): void => {
    if (name === null || /(^|\/)(node_modules|dist|\.cache)(\/|$)|\.test\.tsx?$/.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => { busy = busy.then(rebuild) }, settleMs)
  }
  const watchers = ['packages', 'demo-store'].map(folder => watch(join(root, folder), { recursive: true }, onChange))

  return {
    url,
    async close() {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
      await busy
      store.kill()
      await ended(store)
    },
  }
}

/** Starts the store as a process; resolves once it says its address. */
function spawnStore(port: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    bin('tsx'), [join(root, 'e2e', 'store', 'storeProcess.ts'), String(port)], { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve({ child, url: line.toString().trim() }))
    child.once('exit', code => reject(new Error(`The store ended with ${code}.`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => child.once('exit', () => resolve()))
}
