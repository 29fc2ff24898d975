// One lazy chunk: a model in shards, which large catalogues have.
export { createShardedModel } from '../model/shardedModel.ts'
