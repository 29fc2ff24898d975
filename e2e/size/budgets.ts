/** One line of DESIGN's budgets: the files it covers and what they may weigh together. */
export interface Budget {
  name: string
  /** Tested against the path inside `dist/script`, content hash and all. */
  files: RegExp
  /** DESIGN's budget. Kilobytes of 1,000 bytes, brotli at quality 11, each file on its own, summed. */
  goalKb: number
  /**
   * Where the goal is missed: what it weighs today, rounded up. Growing past it fails; shrinking is followed by lowering it.
   * Raised only in the open, with a capability that is worth it and its figure in the changelog; never to let something slip in.
   */
  todayKb?: number
  /** Count what the file imports statically too (it cannot run without). @default false */
  withStaticImports?: boolean
  /** A sum over files of other lines: what a page loads together. It covers none. @default false */
  isSum?: boolean
}

/**
 * What a page with recommendations loads of ours in all, by its network log (`journeys/pageWeight.spec.ts`): DESIGN's goal, and
 * today.
 */
export const recommendationsPage = { goalKb: 18, todayKb: 57.8 }

/** The same with capture, on a page that says what it sells by JSON-LD and OpenGraph. */
export const capturedPage = { goalKb: 21, todayKb: 65.8 }

/**
 * DESIGN 8. A shipped file that no line covers fails, so that nothing grows unseen. A file counts in the first line that names
 * it.
 */
export const budgets: Budget[] = [
  { name: 'stub', files: /^stub\.js$/, goalKb: 0.3 },
  { name: 'css', files: /^shopside\.css$/, goalKb: 0.5 },
  { name: 'tag manager loader', files: /^shopside\.iife\.js$/, goalKb: 0.5 },
  { name: 'shopside.js, eager', files: /^shopside\.js$/, goalKb: 5.5, todayKb: 12.2, withStaticImports: true },
  { name: 'fold and state', files: /(^|\/)(profile|fold\w*|decay)-/, goalKb: 1.5, todayKb: 5.2 },
  { name: 'model reader and ranker', files: /(^|\/)(ranking|ranker|model)-/, goalKb: 2.5, todayKb: 11.3 },
  // Rows and pages that ask for it: strategies beyond the first seven, a shop's own rules, rerank and explain, a catalogue in
  // shards.
  { name: 'more strategies', files: /(^|\/)strategies-/, goalKb: 3, todayKb: 2.9 },
  { name: 'shop rules', files: /(^|\/)ruling-/, goalKb: 2, todayKb: 2 },
  { name: 'rerank and explain', files: /(^|\/)(reranking|affinities)-/, goalKb: 2 },
  { name: 'model in shards', files: /(^|\/)sharding-/, goalKb: 0.5 },
  // With a yes: the model that was good last time. With `live`: what the shop says of price and stock just now.
  { name: 'last good model', files: /(^|\/)keeping-/, goalKb: 0.5 },
  { name: 'live prices and stock', files: /(^|\/)live-/, goalKb: 1 },
  // Only where a shop has rules of its own: the fold with what counts for them.
  { name: 'counting for rules', files: /(^|\/)(counting|withRules|leafCursor)-/, goalKb: 3.5, todayKb: 3.8 },
  // Only where a shop has rules of its own: what compiles and judges them.
  { name: "segments by the shop's rules", files: /(^|\/)segmentingRules-/, goalKb: 5.5 },
  // Where somebody asks about the shopper: presets, lifecycle, RFM, predictions and the norms' boundary.
  { name: 'segments', files: /(^|\/)(segment\w*|zoneClock|isSensitive)-/, goalKb: 2.5, todayKb: 10.1 },
  { name: 'content by segment', files: /(^|\/)when-/, goalKb: 1 },
  { name: 'decide', files: /(^|\/)decid\w*-/, goalKb: 1.5 },
  // Not in DESIGN: the half of the client that answers, the storage's upkeep, export and import. Argued from what is left of the
  // page.
  { name: 'client, lazy half', files: /(^|\/)wayOut-/, goalKb: 3, todayKb: 5.7 },
  // What a page that has stored something does at idle: the second copy, and a look whether the log has grown too long.
  { name: 'second copy', files: /(^|\/)mirroring-/, goalKb: 1.5, todayKb: 2.5 },
  // How records are read and judged, as poisoned as they may be: the second copy, the profile and all upkeep need it.
  { name: 'records of the log', files: /(^|\/)records-/, goalKb: 1.5, todayKb: 3.4 },
  // Not on an ordinary page: a new or wiped log, an erase, a log that has grown, a browser that does not store.
  { name: 'restoring', files: /(^|\/)restoring-/, goalKb: 1 },
  { name: 'erasing', files: /(^|\/)erasing-/, goalKb: 1 },
  { name: 'upkeep', files: /(^|\/)upkeep-/, goalKb: 1.5, todayKb: 2.7 },
  { name: 'fallback', files: /(^|\/)fallback-/, goalKb: 1 },
  // A copy is judged before it is taken, and orders of its profile are taken over: more than the 1 kB of an import that trusts.
  { name: 'export and import', files: /(^|\/)portability-/, goalKb: 1, todayKb: 1.8 },
  // What the page about privacy asks: the timeline, likings, taking something out of the raw log. Its list and its questions are
  // drawn when needed.
  { name: 'what is remembered, and forgetting', files: /(^|\/)remembering-/, goalKb: 4 },
  { name: 'privacy', files: /(^|\/)privacy-/, goalKb: 4, todayKb: 4.1 },
  // Only where a rule of the shop's own holds: its leaves as sentences.
  { name: "privacy, the shop's own rules", files: /(^|\/)rulePart-/, goalKb: 3 },
  { name: 'privacy, by part', files: /(^|\/)(past|take)Part-/, goalKb: 5, todayKb: 6.7 },
  { name: 'cart nudge', files: /(^|\/)cart-?nudge\w*-/i, goalKb: 2 },
  { name: 'order tracking', files: /(^|\/)order-?tracking\w*-/i, goalKb: 3 },
  // The view of one order (fetched while its parcels are asked for), what only troubled, silent or changed ones need, and the
  // list.
  { name: 'order tracking, one order', files: /(^|\/)orderPart-/, goalKb: 4, todayKb: 4.7 },
  { name: 'order tracking, by state', files: /(^|\/)order(More|List)Part-/, goalKb: 3 },
  // Asking in time, and the boundary of what an endpoint answers.
  { name: 'orders in time', files: /(^|\/)(orders|orderNotes)-/, goalKb: 5, todayKb: 5 },
  { name: 'nudge card, when it speaks', files: /(^|\/)cardPart-/, goalKb: 2.5 },
  { name: 'recommendations', files: /(^|\/)recommendations-/, goalKb: 2.5, todayKb: 5.9 },
  // Loaded only by rows that use them: a rail, a bundle, buy-again, and "why" when it is pressed.
  { name: 'recommendations, by layout', files: /(^|\/)(rail|bundle|again|why)Part-/, goalKb: 5 },
  // Words and attributes of the further strategies; what a row needs once it is drawn and something changes.
  { name: 'recommendations, more', files: /(^|\/)(more|later)Part-/, goalKb: 2.5 },
  // On pages of that platform alone: what both share, then of each the basket and the page; the last only when somebody adds or
  // has ordered.
  { name: 'platform source, its choice', files: /(^|\/)platforms-/, goalKb: 0.5 },
  { name: 'platform source, shared part', files: /(^|\/)platform-/, goalKb: 1 },
  { name: 'Shopify source, basket', files: /(^|\/)shopify-/, goalKb: 1 },
  { name: 'Shopify source, page', files: /(^|\/)tellShopifyPage-/, goalKb: 1 },
  { name: 'WooCommerce source, basket', files: /(^|\/)woocommerce-/, goalKb: 1 },
  { name: 'WooCommerce source, page', files: /(^|\/)tellWooPage-/, goalKb: 1 },
  { name: 'platform sources, on demand', files: /(^|\/)(addToShopify|addToWoo|drainOutbox)-/, goalKb: 1.5 },
  // Reads the page. Each detector is loaded where its marks are; the schema's rules are JSON-LD's and microdata's both. The
  // orchestrator holds what no page can do without: merging, doubles, routes, and the door that all detectors go through.
  {
    name: 'capture without code, one page', files: /(^|\/)(capturing|onNavigation|schema|pageFacts)-/,
    goalKb: 3, todayKb: 7.5, isSum: true,
  },
  { name: 'capture, orchestrator', files: /(^|\/)(capturing|onNavigation)-/, goalKb: 1, todayKb: 4.2 },
  { name: 'capture, what may be remembered', files: /(^|\/)pageFacts-/, goalKb: 1 },
  { name: 'JSON-LD', files: /(^|\/)schema-/, goalKb: 1, todayKb: 2.4 },
  { name: 'JSON-LD of orders', files: /(^|\/)jsonLdOrder-/, goalKb: 1, todayKb: 1.4 },
  { name: 'microdata', files: /(^|\/)microdata-/, goalKb: 1 },
  { name: 'OpenGraph', files: /(^|\/)openGraph-/, goalKb: 1 },
  { name: 'marked elements', files: /(^|\/)marked-/, goalKb: 1, todayKb: 1.2 },
  { name: 'marked elements, listened to', files: /(^|\/)(watching|hashing)-/, goalKb: 1 },
  // Its entries; the tap itself is shared with the source of Google's consent, the looking with all that come late.
  { name: 'data layer', files: /(^|\/)layer-/, goalKb: 1 },
  { name: 'data layer, tap', files: /(^|\/)(onDataLayer|lookAgain)-/, goalKb: 1 },
  // Segment's names and custom events: at the first name that is none of ours.
  { name: 'foreign names', files: /(^|\/)(foreignNames|toDeclared)-/, goalKb: 1, todayKb: 1.5 },
  { name: 'connectors, their host', files: /(^|\/)connecting-/, goalKb: 1, todayKb: 1.2 },
  { name: 'consent tools, their choice', files: /(^|\/)consentSources-/, goalKb: 1, todayKb: 1.2 },
  ...['cookiebot', 'google', 'onetrust', 'shopify', 'wordpress'].map(name => (
    { name: `consent source, ${name}`, files: new RegExp(`(^|/)${name}Source-`), goalKb: 1 })),
  { name: 'locale', files: /(^|\/)(en|locale)\w*-/, goalKb: 2 },
  {
    name: 'widget runtime',
    files: /(^|\/)(runtime|connect|rolldown-runtime|focusOn|element|cell|hooks|onChange|Picture|Price|addItems|readAttribute|backgroundBehind|freshPrice|parts|format)-/,
    goalKb: 7.4, todayKb: 10.1,
  },
]
