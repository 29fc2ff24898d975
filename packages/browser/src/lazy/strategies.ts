// One lazy chunk: the strategies that few pages ask for.
export { moreStrategies } from '@shopside/engine/strategies'
