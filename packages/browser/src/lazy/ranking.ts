// One lazy chunk: the model's reader and the ranker.
export { coreStrategies, openHead, openModel, openShard, readManifest, recommend } from '@shopside/engine'
