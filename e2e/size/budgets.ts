/** One line of DESIGN's budgets: the files it covers and what they may weigh together. */
export interface Budget {
  name: string
  /** Tested against the path inside `dist/script`, content hash and all. */
  files: RegExp
  /** DESIGN's budget. Kilobytes of 1,000 bytes, brotli at quality 11, each file on its own, summed. */
  goalKb: number
  /**
   * Where the goal is missed: what it weighs today, rounded up. Growing past it fails; shrinking is followed by lowering it.
   * It is never raised to let something in: then the goal is what has to be argued.
   */
  todayKb?: number
  /** Count what the file imports statically too (it cannot run without). @default false */
  withStaticImports?: boolean
}

/** What a page with recommendations loads of ours in all, by its network log (`journeys/pageWeight.spec.ts`): DESIGN's goal, and today. */
export const recommendationsPage = { goalKb: 18, todayKb: 39 }

/** DESIGN 8. A shipped file that no line covers fails, so that nothing grows unseen. A file counts in the first line that names it. */
export const budgets: Budget[] = [
  { name: 'stub', files: /^stub\.js$/, goalKb: 0.3 },
  { name: 'css', files: /^shopside\.css$/, goalKb: 0.5 },
  { name: 'tag manager loader', files: /^shopside\.iife\.js$/, goalKb: 0.5 },
  { name: 'shopside.js, eager', files: /^shopside\.js$/, goalKb: 5.5, todayKb: 9.5, withStaticImports: true },
  { name: 'fold and state', files: /(^|\/)(profile|fold\w*)-/, goalKb: 1.5, todayKb: 3.5 },
  { name: 'model reader and ranker', files: /(^|\/)(ranking|ranker|model)-/, goalKb: 2.5, todayKb: 6.4 },
  { name: 'segments', files: /(^|\/)segment\w*-/, goalKb: 2.5 },
  { name: 'decide', files: /(^|\/)decid\w*-/, goalKb: 1.5 },
  // Not in DESIGN: the half of the client that answers, the storage's upkeep, export and import. Argued from what is left of the page.
  { name: 'client, lazy half', files: /(^|\/)wayOut-/, goalKb: 3, todayKb: 3.2 },
  { name: 'upkeep and fallback', files: /(^|\/)(upkeep|fallback)-/, goalKb: 1.5 },
  { name: 'export and import', files: /(^|\/)portability-/, goalKb: 1 },
  { name: 'cart nudge', files: /(^|\/)cart-?nudge\w*-/i, goalKb: 2 },
  { name: 'order tracking', files: /(^|\/)order-?tracking\w*-/i, goalKb: 3, todayKb: 8.2 },
  { name: 'nudge card, when it speaks', files: /(^|\/)cardPart-/, goalKb: 2.5 },
  { name: 'recommendations', files: /(^|\/)recommendations-/, goalKb: 2.5, todayKb: 5.9 },
  // Loaded only by rows that use them: a rail, a bundle, buy-again, and "why" when it is pressed.
  { name: 'recommendations, by layout', files: /(^|\/)(rail|bundle|again|why)Part-/, goalKb: 5 },
  { name: 'locale', files: /(^|\/)(en|locale)\w*-/, goalKb: 2 },
  {
    name: 'widget runtime',
    files: /(^|\/)(runtime|rolldown-runtime|element|cell|hooks|onChange|Picture|Price|addItems|readAttribute|backgroundBehind|freshPrice|parts|format)-/,
    goalKb: 7.4, todayKb: 10,
  },
]
