import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { root } from '../root.ts'
import { readTar } from './readTar.ts'

/** Where the packed browser was put, and what it needs in its environment. */
export interface BundledChromium {
  executablePath: string
  env: Record<string, string>
}

/** Folders where a Linux keeps its libraries. */
const libraryFolders = ['/lib64', '/usr/lib64', '/usr/lib', '/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu']

/**
 * Unpacks `@sparticuz/chromium` (about 1 s, once) into `.cache/browser`, with the libraries packed beside it where this
 * machine lacks libnss3. undefined where it cannot run: anything but 64-bit Linux on x86, or the package is not there.
 *
 * @param forceLibraries use the packed libraries even where the system has its own @default false
 */
export async function bundledChromium(
  forceLibraries = process.env['SHOPSIDE_BUNDLED_LIBRARIES'] === '1',
): Promise<BundledChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packageFolder = findPackage()
  if (packageFolder === undefined) return undefined

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  // The name changes with what is written into it below, so that an older unpacking is not taken for this one.
  const folder = join(root, '.cache', 'browser', `${version}-fonts`)
  if (!existsSync(folder)) await unpack(packageFolder, folder)

  const env: Record<string, string> = { FONTCONFIG_PATH: join(folder, 'fonts') }
  const hasNss = libraryFolders.some(path => existsSync(join(path, 'libnss3.so')))
  if (forceLibraries || !hasNss) {
    const before = process.env['LD_LIBRARY_PATH']
    env['LD_LIBRARY_PATH'] = [join(folder, 'lib'), ...(before ? [before] : [])].join(':')
  }
  return { executablePath: join(folder, 'chromium'), env }
}

/** The package's folder, found without loading it: loading changes the environment of this process. */
function findPackage(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    return dirname(dirname(dirname(entry))) // build/cjs/index.cjs
  } catch {
    return undefined // not installed (an optional way, one of three)
  }
}

/**
 * The package's own list names folders of a cloud function. A browser that finds no font at all ends itself at the first page
 * whose own font comes late, so the packed one and the system's are named here.
 *
 * @param folder where the browser will stand
 */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts', 'cache')}</cachedir>
</fontconfig>
`
}

/** Unpacks beside the target and renames at the end: a run that is cut off leaves nothing that looks finished. */
async function unpack(packageFolder: string, folder: string): Promise<void> {
  const building = `${folder}.${process.pid}`
  mkdirSync(building, { recursive: true })
  const temporaryBefore = process.env['TMPDIR']
  process.env['TMPDIR'] = building // the package unpacks into the temporary folder, and trusts whatever it finds there
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    if (temporaryBefore === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporaryBefore
  }

  const bin = join(packageFolder, 'bin')
  mkdirSync(join(building, 'lib'), { recursive: true })
  for (const archive of readdirSync(bin).filter(name => /^al\d+\.tar\.br$/.test(name))) {
    for (const entry of readTar(brotliDecompressSync(readFileSync(join(bin, archive))))) {
      if (/\.so(\.\d+)*$/.test(entry.path)) writeFileSync(join(building, 'lib', basename(entry.path)), entry.bytes)
    }
  }
  writeFileSync(join(building, 'fonts', 'fonts.conf'), fontsConf(folder))
  try {
    renameSync(building, folder)
  } catch {
    rmSync(building, { recursive: true, force: true }) // another run was faster
  }
}
