import { all, isNode, type SchemaNode } from './schemaValue.ts'

/** Longest text of one tag, and most tags: a page's own product is far below both, and reading must not be felt. */
const maxText = 256_000
const maxTags = 40

/** What the `application/ld+json` tags of a page say. */
export interface LinkedData {
  /** The things that the page names at the top: of each tag, of lists, of `@graph`, `mainEntity` and `breadcrumb`. */
  roots: SchemaNode[]
  /** A code for each kind of tag that could not be read; the other tags count all the same. */
  problems: string[]
}

/**
 * Reads all tags. References between nodes (`{ "@id": "#brand" }`) are followed, so that the roots may be a graph with cycles.
 */
export function readLinkedData(document: Document): LinkedData {
  const problems = new Set<string>()
  const known = new Map<unknown, unknown>()
  const references: (() => void)[] = []

  /** Called by the parser for each value with what holds it. */
  function note(this: Record<string, unknown>, key: string, value: unknown): unknown {
    if (typeof value === 'string') return plainWords(value)
    if (isNode(value) && Object.hasOwn(value, '@id')) {
      const id = value['@id']
      if (Object.hasOwn(value, '@type')) known.set(id, value)
      // A name beside the reference (WooCommerce's breadcrumbs) is worth more than what it points at.
      else if (!Object.hasOwn(value, 'name')) references.push(() => (this[key] = known.get(id) ?? value))
    }
    return value
  }

  // A set that grows while it is walked: each thing once, whatever points at it.
  const things = new Set<unknown>()
  for (const { textContent: text } of [...document.querySelectorAll('script[type^="application/ld+json" i]')].slice(0, maxTags)) {
    try {
      const json = text!.length > maxText ? '' : bareJson(text!)
      if (json !== '') things.add(JSON.parse(json, note))
      else if (text!.length > maxText) problems.add('json-ld-size')
    } catch {
      // Broken, or nested deeper than this browser's parser goes.
      problems.add('json-ld-json')
    }
  }
  for (const follow of references) follow()
  for (const thing of things) {
    const inner = isNode(thing) ? thing : { '@graph': thing }
    for (const key of ['@graph', 'mainEntity', 'breadcrumb']) {
      for (const next of all(inner, key)) things.add(next)
    }
  }
  return { roots: [...things].filter(isNode), problems: [...problems] }
}

/**
 * From the first bracket to the last: without byte order mark, HTML comment or CDATA around it, which old templates print.
 * Control letters become spaces: in valid JSON they are white space anyway, and a raw line break inside a text is the commonest
 * fault of hand-made templates. '' for a tag without a thing.
 */
function bareJson(text: string): string {
  const inner = text.replace(/<!\[CDATA\[|\]\]>/g, '')
  const start = inner.search(/[[{]/)
  const end = Math.max(inner.lastIndexOf('}'), inner.lastIndexOf(']')) + 1
  return start < 0 ? '' : inner.slice(start, end || undefined).replace(/[\0-\x1f]/g, ' ')
}

const named = new Map([['amp', '&'], ['quot', '"'], ['apos', '\''], ['nbsp', ' ']])

/**
 * Shops print into JSON-LD what was escaped for HTML: `Tea &amp; Co&#8217;s` (WooCommerce passes names through `wp_kses_post`).
 * Once, and read as letters: what looks like a tag stays as it is, and so does what was escaped twice.
 */
function plainWords(text: string): string {
  return text.replace(
    /&(?:#0*(\d{2,5})|(amp(?!;#?\w+;)|quot|apos|nbsp));/g,
    (_, code, name) => code ? String.fromCharCode(code) : named.get(name)!,
  )
}
