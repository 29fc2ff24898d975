import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { filesUnder } from './e2e/build/filesUnder.ts'

const sourceCondition = 'shopside-source'
const root = import.meta.dirname

/** Library entries and externals of the package in the working folder, read from its package.json: one place to keep them. */
function libraryBuild() {
  const manifest = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as {
    exports?: Record<string, string | Record<string, string>>
    bin?: Record<string, string>
    dependencies?: Record<string, string>
    name: string
  }
  const entry: Record<string, string> = {}
  for (const target of Object.values(manifest.exports ?? {})) {
    if (typeof target === 'string' || target[sourceCondition] === undefined) continue
    const name = target['default']!.replace('./dist/', '').replace(/\.js$/, '')
    entry[name] = target[sourceCondition]
  }
  for (const file of Object.values(manifest.bin ?? {})) {
    const name = file.replace('./dist/', '').replace(/\.js$/, '')
    entry[name] = `./src/${name}.ts`
  }
  // What another thread starts with is named by no import.
  const isWorker = (file: string): boolean => file.endsWith('Worker.ts')
  for (const file of manifest.bin ? readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(isWorker) : []) {
    entry[file.replace(/\.ts$/, '')] = `./src/${file}`
  }
  const external = [...Object.keys(manifest.dependencies ?? {}).map(name => new RegExp(`^${name}(/|$)`)), /^node:/]
  // A package with a command runs in Node: no asset handling, and one file per source file, so that `.sql` files stay beside it.
  const forNode = manifest.bin !== undefined
  return {
    ssr: forNode,
    target: 'es2022' as const,
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    lib: { entry, formats: ['es' as const] },
    rollupOptions: {
      external,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        ...(forNode ? { preserveModules: true, preserveModulesRoot: 'src' } : {}),
      },
    },
  }
}

/** Whole commands, and what counts in the database: they take seconds each. */
const commands = [
  'packages/cli/src/!(evaluateCutOff|*.public).test.ts', 'packages/cli/src/{sql,train,tune}/**/!(*.public).test.ts',
  'packages/cli/src/read/nativeSource.test.ts',
]

/** Units of what sees no page and replaces no module: they may share their modules. */
const pure = ['demo-store', 'e2e', ...readdirSync(join(root, 'packages')).map(name => join('packages', name, 'src'))]
  .flatMap(folder => filesUnder(join(root, folder)))
  .filter(file => /(?<!\.public)\.test\.tsx?$/.test(file))
  .filter(file => !/@vitest-environment|vi\.mock\(/.test(readFileSync(file, 'utf8')))
  .map(file => relative(root, file))
  .filter(file => !/^e2e.(rules|built)\b/.test(file))

/** What `@vitest-environment page` stands for. */
const page = { 'vitest-environment-page': join(root, 'e2e/page/happyDom.ts') }

export default defineConfig({
  build: libraryBuild(),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // One more than the cores that the budgets are for: some tests wait for a page's own second. Left alone, a core stays idle.
    maxWorkers: 3,
    // Wide: no unit is a timed test, and a busy machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The same for what a test waits for: a second, the default, is not always enough for files that load and shops that start.
    expect: { poll: { timeout: 30_000, interval: 10 } },
    projects: [
      {
        extends: true,
        resolve: { conditions: [sourceCondition], alias: page },
        ssr: { resolve: { conditions: [sourceCondition] } },
        test: {
          name: 'unit',
          globalSetup: 'e2e/page/bundleHappyDom.ts',
          // A thread begins sooner than a process, and each file has its own.
          pool: 'threads',
          include: ['packages/**/src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.public.test.ts', 'e2e/rules/**', 'e2e/built/**', ...pure],
        },
      },
      {
        extends: true,
        resolve: { conditions: [sourceCondition] },
        ssr: { resolve: { conditions: [sourceCondition] } },
        // None of it has a state of its own between calls, so that files may share their modules: half the time.
        test: { name: 'pure', include: pure, exclude: ['**/node_modules/**', '**/dist/**', ...commands], isolate: false },
      },
      {
        extends: true,
        resolve: { conditions: [sourceCondition] },
        ssr: { resolve: { conditions: [sourceCondition] } },
        test: { name: 'faults', include: ['packages/browser/test/faults/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        resolve: { conditions: [sourceCondition] },
        ssr: { resolve: { conditions: [sourceCondition] } },
        test: { name: 'commands', include: commands, isolate: false },
      },
      {
        extends: true,
        test: { name: 'rules', include: ['e2e/rules/**/*.test.ts'] },
      },
      {
        extends: true,
        resolve: { alias: page },
        test: { name: 'built', globalSetup: 'e2e/page/bundleHappyDom.ts', include: ['packages/**/src/**/*.public.test.ts', 'e2e/built/**/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
})
