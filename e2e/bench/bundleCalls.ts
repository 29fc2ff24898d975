import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Rollup } from 'vite'
import { root } from '../root.ts'

/**
 * Writes `recommendCalls.mjs` into a folder: the calls with all that they import, bundled as it ships. Node measures this file
 * too: the tool that runs sources wraps every inner function, which takes longer than a ranking.
 */
export async function bundleCalls(folder: string): Promise<typeof import('./recommendCalls.ts')> {
  return import(await bundleBench(folder, 'recommendCalls')) as Promise<typeof import('./recommendCalls.ts')>
}

/** The same of any file beside this one. @returns its address, to be imported */
export async function bundleBench(folder: string, name: string): Promise<string> {
  const built = await build({
    configFile: false, root, logLevel: 'silent', resolve: { conditions: ['shopside-source'] },
    build: { write: false, target: 'es2022', lib: { entry: join(root, 'e2e', 'bench', `${name}.ts`), formats: ['es'] } },
  }) as Rollup.RollupOutput[]
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, (built[0]!.output[0] as Rollup.OutputChunk).code)
  return pathToFileURL(path).href
}
