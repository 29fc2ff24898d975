import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../root.ts'
import { bin } from './bin.ts'
import { filesUnder } from './filesUnder.ts'
import { inputsHash } from './inputsHash.ts'
import { run } from './run.ts'
import { dropStamp, isFresh, writeStamp } from './stamp.ts'
import { workspacePackages, type WorkspacePackage } from './workspacePackages.ts'

/** What `buildPackages` did, by folder name of the package. */
export interface BuildReport {
  built: string[]
  /** Unchanged since the last build. */
  skipped: string[]
}

/** Files outside a package that its build depends on. */
const shared = ['vite.config.ts', 'tsconfig.json', 'pnpm-lock.yaml'].map(name => join(root, name))

/**
 * Builds the code of every package in arrow order by `vite build`, and the script-tag files of a package that has a
 * `vite.script.ts`. A package whose inputs are unchanged is left alone; one that fails stops only those that depend on it.
 *
 * @param log told one line per step
 * @throws Error with the tool's own words when a build failed, after all others were tried
 */
export async function buildPackages(log: (line: string) => void): Promise<BuildReport> {
  const report: BuildReport = { built: [], skipped: [] }
  const packages = workspacePackages()
  const hashes = new Map<string, string>()
  const failures = new Map<string, string>()

  for (const pkg of packages) {
    const salts = pkg.dependencies.map(name => hashes.get(name) ?? '')
    const inputs = ['src', 'package.json', 'tsconfig.json', 'vite.script.ts'].map(name => join(pkg.path, name))
    const hash = inputsHash([...inputs, ...shared], salts)
    hashes.set(pkg.name, hash)
    if (isFresh(`package-${pkg.folder}`, hash, outputsOf(pkg))) {
      report.skipped.push(pkg.folder)
      continue
    }
    if (pkg.dependencies.some(name => failures.has(name))) {
      failures.set(pkg.name, `${pkg.name} waits for ${pkg.dependencies.filter(name => failures.has(name)).join(', ')}`)
      continue
    }
    log(`building ${pkg.name}`)
    try {
      await buildPackage(pkg)
      writeStamp(`package-${pkg.folder}`, hash)
      report.built.push(pkg.folder)
    } catch (error) {
      failures.set(pkg.name, error instanceof Error ? error.message : String(error))
    }
  }
  if (failures.size > 0) throw new Error([...failures.values()].join('\n'))
  return report
}

async function buildPackage(pkg: WorkspacePackage): Promise<void> {
  dropStamp(`package-${pkg.folder}`)
  removeBuiltCode(join(pkg.path, 'dist'))
  await runOrThrow(bin('vite'), ['build', '--config', '../../vite.config.ts', '--logLevel', 'warn'], pkg.path)
  copySqlFiles(pkg)
  if (existsSync(join(pkg.path, 'vite.script.ts'))) {
    await runOrThrow(bin('vite'), ['build', '--config', 'vite.script.ts', '--logLevel', 'warn'], pkg.path)
  }
}

/**
 * Writes the declarations of all packages beside their code. `tsc -b` keeps its own account of what changed.
 *
 * @throws Error with the compiler's own words when a type is wrong
 */
export async function buildDeclarations(): Promise<void> {
  await runOrThrow(bin('tsc'), ['-b'], root)
}

/**
 * Declarations stay: `tsc -b` keeps its own account of them. Everything else of an older build goes, so that no stale chunk
 * ships.
 */
function removeBuiltCode(dist: string): void {
  if (!existsSync(dist)) return
  for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && !/\.d\.ts$|\.tsbuildinfo$/.test(entry.name)) rmSync(join(entry.parentPath, entry.name))
  }
}

/** `.sql` files are read at run time beside the code that runs them. */
function copySqlFiles(pkg: WorkspacePackage): void {
  const source = join(pkg.path, 'src')
  for (const file of filesUnder(source)) {
    if (file.endsWith('.sql')) cpSync(file, join(pkg.path, 'dist', relative(source, file)), { recursive: true })
  }
}

/** Every file of code that the package's exports promise. */
function outputsOf(pkg: WorkspacePackage): string[] {
  const outputs: string[] = []
  for (const target of Object.values(pkg.exports)) {
    if (typeof target === 'string') continue
    for (const [condition, path] of Object.entries(target)) {
      if (condition === 'default') outputs.push(join(pkg.path, path))
    }
  }
  if (existsSync(join(pkg.path, 'vite.script.ts'))) outputs.push(join(pkg.path, 'dist', 'script', 'shopside.js'))
  return outputs
}

async function runOrThrow(command: string, args: string[], cwd: string): Promise<void> {
  const result = await run(command, args, { cwd, env: { NO_COLOR: '1' } })
  if (result.code !== 0) {
    throw new Error(`${relative(root, command)} ${args.join(' ')} (in ${relative(root, cwd) || '.'})\n${result.output}`)
  }
}
