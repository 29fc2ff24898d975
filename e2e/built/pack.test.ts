import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bin } from '../build/bin.ts'
import { run, type RunResult } from '../build/run.ts'
import { workspacePackages } from '../build/workspacePackages.ts'
import { codeBlocks, readDoc } from '../docs.ts'

const packages = workspacePackages()
const folder = mkdtempSync(join(tmpdir(), 'shopside-pack-'))
const tarballs = join(folder, 'tarballs')
const app = join(folder, 'app')

/** pnpm as it runs this very test, else by npx. */
function pnpm(args: string[], cwd: string): Promise<RunResult> {
  const self = process.env['npm_execpath'] ?? ''
  const env = { CI: '1' }
  return /pnpm/.test(self) && /\.[cm]?js$/.test(self)
    ? run(process.execPath, [self, ...args], { cwd, env })
    : run('npx', ['--yes', 'pnpm@12', ...args], { cwd, env })
}

const fine = (result: RunResult): void => expect(result.code, result.output).toBe(0)

// A stranger's empty folder: the tarballs of all packages, and nothing of this workspace.
beforeAll(async () => {
  mkdirSync(tarballs)
  mkdirSync(app)
  for (const pkg of packages) fine(await pnpm(['pack', '--pack-destination', tarballs], pkg.path))
  const overrides = Object.fromEntries(packages.map(pkg => [pkg.name, `file:${tarballOf(pkg.name)}`]))
  writeFileSync(
    join(app, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module', dependencies: overrides }),
  )
  const yaml = Object.entries(overrides).map(([name, path]) => `  '${name}': '${path}'`).join('\n')
  writeFileSync(join(app, 'pnpm-workspace.yaml'), `packages: []\noverrides:\n${yaml}\n`)
  fine(await pnpm(['install', '--prefer-offline', '--no-frozen-lockfile'], app))
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tarballOf(name: string): string {
  const start = `${name.replace('@', '').replace('/', '-')}-`
  const file = readdirSync(tarballs).find(entry => entry.startsWith(start) && /^\d/.test(entry.slice(start.length)))
  if (file === undefined) throw new Error(`no tarball of ${name} among ${readdirSync(tarballs).join(', ')}`)
  return join(tarballs, file)
}

describe('the packed packages in an empty folder', () => {
  it('type-check the npm block of the README with plain tsc', async () => {
    const [block = ''] = codeBlocks(readDoc('README.md'), 'ts')
    expect(block).toContain('createShopside')
    writeFileSync(join(app, 'main.ts'), block)
    const flags = [
      '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib',
      'es2022,dom,dom.iterable', '--types', '',
    ]
    fine(await run(bin('tsc'), [...flags, 'main.ts'], { cwd: app }))
  })

  it('build with vite', async () => {
    writeFileSync(join(app, 'index.html'), '<!doctype html><title>app</title><script type="module" src="/main.ts"></script>')
    fine(await run(bin('vite'), ['build', '--logLevel', 'warn'], { cwd: app }))
    expect(readdirSync(join(app, 'dist')).length).toBeGreaterThan(0)
  })

  it('run the command-line tool: twenty products without an order make a model', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `p${index},Tin number ${index},${index + 1}.50,GBP`)
    writeFileSync(join(app, 'catalogue.csv'), ['id,title,price,currency', ...rows].join('\n'))
    fine(await run(
      join(app, 'node_modules', '.bin', 'shopside'), ['build', '--catalog', 'catalogue.csv', '--out', 'model'], { cwd: app },
    ))
    expect(readdirSync(join(app, 'model'))).toContain('manifest.json')
  })

  it.each(packages)('publint finds nothing to say about $name', async ({ name }) => {
    const result = await run(bin('publint'), ['run', tarballOf(name), '--strict'])
    fine(result)
  })
})
