import { readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bin } from '../build/bin.ts'
import { inputsHash } from '../build/inputsHash.ts'
import { run } from '../build/run.ts'
import { dropStamp, isFresh, writeStamp } from '../build/stamp.ts'
import { root } from '../root.ts'
import { catalogFile, modelDir, ordersFile } from './paths.ts'

/** What `buildModel` did. */
export interface ModelBuild {
  /** False: inputs unchanged, the last model stands. */
  built: boolean
  /** Sum of all files of the model. */
  bytes: number
}

/**
 * Builds the demo's model from the real orders with the CLI of this checkout, unless neither has changed.
 *
 * @param show the CLI writes to our terminal, progress bars and all @default false
 * @throws Error with the CLI's own words when it fails
 */
export async function buildModel(show = false): Promise<ModelBuild> {
  const packages = join(root, 'packages')
  const hash = inputsHash([catalogFile, ordersFile, join(packages, 'cli', 'src'), join(packages, 'engine', 'src')])
  if (isFresh('model', hash, [join(modelDir, 'manifest.json')])) return { built: false, bytes: modelBytes() }

  dropStamp('model')
  const [cli, catalog, orders, out] = [
    join(packages, 'cli', 'src', 'bin.ts'), catalogFile, ordersFile, modelDir,
  ].map(path => relative(root, path))
  const args = ['--conditions=shopside-source', cli!, 'build', '--catalog', catalog!, '--orders', orders!, '--out', out!]
  const result = await run(bin('tsx'), args, { show })
  if (result.code !== 0) {
    throw new Error(`The model could not be built (shopside build ended with ${result.code}).\n${result.output}`)
  }
  writeStamp('model', hash)
  return { built: true, bytes: modelBytes() }
}

/** Bytes of the manifest and of what it names; a file of the model before may still lie beside them. */
function modelBytes(): number {
  const manifestPath = join(modelDir, 'manifest.json')
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { files: Record<string, { path: string }> }
  const paths = [manifestPath, ...Object.values(manifest.files).map(file => join(modelDir, file.path))]
  return paths.reduce((bytes, path) => bytes + statSync(path).size, 0)
}
