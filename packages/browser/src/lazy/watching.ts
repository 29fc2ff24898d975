// One lazy chunk: what marked elements tell while the page stands.
export { watchMarked as watch } from '../capture/watchMarked.ts'
