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
  // A copy is judged before it is taken, and orders of its profile are taken over: more than the 1 kB of an import that trusts.
  { name: 'export and import', files: /(^|\/)portability-/, goalKb: 1, todayKb: 1.6 },
  // What the page about privacy asks: the timeline, likings, taking something out of the raw log. Its list and its questions are drawn when needed.
  { name: 'what is remembered, and forgetting', files: /(^|\/)remembering-/, goalKb: 4 },
  { name: 'privacy', files: /(^|\/)privacy-/, goalKb: 4 },
  { name: 'privacy, by part', files: /(^|\/)(past|take)Part-/, goalKb: 5 },
  { name: 'cart nudge', files: /(^|\/)cart-?nudge\w*-/i, goalKb: 2 },
  { name: 'order tracking', files: /(^|\/)order-?tracking\w*-/i, goalKb: 3 },
  // The view of one order (fetched while its parcels are asked for), what only troubled, silent or changed ones need, and the list.
  { name: 'order tracking, one order', files: /(^|\/)orderPart-/, goalKb: 4, todayKb: 4.6 },
  { name: 'order tracking, by state', files: /(^|\/)order(More|List)Part-/, goalKb: 3 },
  // Asking in time, and the boundary of what an endpoint answers.
  { name: 'orders in time', files: /(^|\/)(orders|orderNotes)-/, goalKb: 5, todayKb: 5.1 },
  { name: 'nudge card, when it speaks', files: /(^|\/)cardPart-/, goalKb: 2.5 },
  { name: 'recommendations', files: /(^|\/)recommendations-/, goalKb: 2.5, todayKb: 5.9 },
  // Loaded only by rows that use them: a rail, a bundle, buy-again, and "why" when it is pressed.
  { name: 'recommendations, by layout', files: /(^|\/)(rail|bundle|again|why)Part-/, goalKb: 5 },
  // On pages of that platform alone: what both share, then of each the basket and the page; the last only when somebody adds or has ordered.
  { name: 'platform source, its choice', files: /(^|\/)platforms-/, goalKb: 0.5 },
  { name: 'platform source, shared part', files: /(^|\/)platform-/, goalKb: 1 },
  { name: 'Shopify source, basket', files: /(^|\/)shopify-/, goalKb: 1 },
  { name: 'Shopify source, page', files: /(^|\/)tellShopifyPage-/, goalKb: 1 },
  { name: 'WooCommerce source, basket', files: /(^|\/)woocommerce-/, goalKb: 1 },
  { name: 'WooCommerce source, page', files: /(^|\/)tellWooPage-/, goalKb: 1 },
  { name: 'platform sources, on demand', files: /(^|\/)(addToShopify|addToWoo|drainOutbox)-/, goalKb: 1.5 },
  { name: 'locale', files: /(^|\/)(en|locale)\w*-/, goalKb: 2 },
  {
    name: 'widget runtime',
    files: /(^|\/)(runtime|rolldown-runtime|element|cell|hooks|onChange|Picture|Price|addItems|readAttribute|backgroundBehind|freshPrice|parts|format)-/,
    goalKb: 7.4, todayKb: 10,
  },
]
