// One lazy chunk: everything of ours in this browser, gone.
export { emptyStores } from '../consent/emptyStores.ts'
export { eraseStores } from '../log/eraseStores.ts'
