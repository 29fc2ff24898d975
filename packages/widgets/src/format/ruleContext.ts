/** What the words of a rule need beside its facts. */
export interface RuleContext {
  /** Epoch ms. */
  now: number
  locale: string
  /** Of the store's figures; without it no amount is said. */
  currency?: string | undefined
  /** What is said of another segment that the rule stands on; undefined where nothing is. */
  sentenceOf(id: string): string | undefined
}
