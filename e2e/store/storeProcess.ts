import { openStore } from './openStore.ts'

// The store as a process of its own, for `pnpm dev`: started again whenever its code changes. Takes the port as argument.
const port = Number(process.argv[2])
const store = await openStore(port, sentence => console.error(sentence))
console.log(store.url)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void store.close().then(() => process.exit(0)))
}
