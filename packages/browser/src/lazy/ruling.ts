// One lazy chunk: what keeps a shop's rules, for rows that have any.
export { keepRules } from '@shopside/engine'
