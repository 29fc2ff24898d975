// One lazy chunk: reads what the page says of itself.
export { createCapturing } from '../capture/capture.ts'
