/** What one part of the workspace may import beside its own relative files. */
export interface Arrow {
  /** Package names; a subpath of one (`preact/hooks`) goes with it. */
  may: string[]
  /** Of these only types: nothing may be left of them at run time. */
  typesOnly?: string[]
  /** A package that only files under one folder of the part may import: the folder below `src/`, or below the demo store. */
  onlyIn?: Record<string, string>
  /** Node's own modules (`node:fs`). */
  node?: boolean
}

/** DESIGN's table of packages, as data. A new dependency is a new line here, argued in the pull request. */
export const arrows: Record<string, Arrow> = {
  engine: { may: [] },
  browser: { may: ['@shopside/engine', 'idb-keyval', '@preact/signals-core'], onlyIn: { 'idb-keyval': 'log/' } },
  widgets: {
    may: ['@shopside/browser', '@shopside/engine', 'preact', '@preact/signals-core'],
    typesOnly: ['@shopside/engine'],
  },
  connectors: { may: ['@shopside/browser'], typesOnly: ['@shopside/browser'] },
  cli: {
    may: [
      '@shopside/engine', '@duckdb/node-api', 'csv-parse', 'citty', 'cli-progress', 'cli-table3', 'entities', 'picocolors',
      'saxes',
    ],
    node: true,
  },
  shopside: { may: ['@shopside/engine', '@shopside/browser', '@shopside/widgets', '@shopside/connectors'] },
  // vite builds the shop's own scripts; no page of it sees it.
  'demo-store': { may: ['shopside', 'csv-parse', 'vite'], node: true, onlyIn: { vite: 'server/' } },
}

/** Test files may use these as well, Node's modules, and the package itself by its name. */
export const testTools: string[] = ['vitest', 'fast-check', 'fake-indexeddb', 'happy-dom']
