import { join } from 'node:path'
import { build, loadConfigFromFile, mergeConfig, type Plugin } from 'vite'
import { inputsHash } from '../build/inputsHash.ts'
import { dropStamp, isFresh, writeStamp } from '../build/stamp.ts'
import { root } from '../root.ts'

const folder = join(root, '.cache', 'other-release')
const shopside = join(root, 'packages', 'shopside')

/** The one constant by which a release says which records it writes, and what becomes of it: one more. */
const recordVersion = /(recordVersion(?:: number)? = )(\d+)/

/**
 * Folder of another release's script files. There is no other release yet: it is these sources with records of the next version,
 * which is what a page of today will have to live with. SHOPSIDE_OLD_SDK_DIR names the files of a real one instead.
 *
 * @throws where the version is no longer where it is looked for
 */
export async function otherReleaseDir(): Promise<string> {
  const given = process.env['SHOPSIDE_OLD_SDK_DIR']
  if (given !== undefined) return given
  const sources = ['engine', 'browser', 'widgets', 'connectors', 'shopside'].map(name => join(root, 'packages', name, 'src'))
  const hash = inputsHash([...sources, join(shopside, 'vite.script.ts')])
  if (isFresh('other-release', hash, [join(folder, 'shopside.js')])) return folder
  dropStamp('other-release')
  const found = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(shopside, 'vite.script.ts'))
  if (found === null) throw new Error('packages/shopside/vite.script.ts is not there')
  // The stylesheet goes beside this checkout's own build and nowhere else.
  const plugins = (found.config.plugins as Plugin[]).filter(({ name }) => name !== 'shopside-css-beside')
  let changed = 0
  await build(mergeConfig({ ...found.config, plugins }, {
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    plugins: [{
      name: 'other-release',
      transform(code: string, id: string) {
        if (!id.endsWith('browser/src/log/records.ts')) return null
        return code.replace(recordVersion, (_, start: string, number: string) => {
          changed++
          return `${start}${Number(number) + 1}`
        })
      },
    }],
  }))
  if (changed !== 1) throw new Error('the version of the records is not in browser/src/log/records.ts any more')
  writeStamp('other-release', hash)
  return folder
}
