// One lazy chunk: the model's reader and the ranker.
export { decodeModel, explain, readManifest, recommend } from '@shopside/engine'
