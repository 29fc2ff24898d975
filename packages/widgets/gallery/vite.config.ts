import { defineConfig } from 'vite'

export default defineConfig({
  resolve: { conditions: ['shopside-source', 'browser', 'module', 'import', 'default'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
