// One lazy chunk: what a shop's own pages ask of the ranker, and rows do not: its list in this shopper's order, and why an item.
export { explain, rerank } from '@shopside/engine'
