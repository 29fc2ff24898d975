// One lazy chunk: the shop's own segments. Only where its model has any.
export { compileRules, pageSegmentsAt, ruleSegmentsAt } from '@shopside/engine'
