const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z_:][\w:.-]*="[^"<]*")*)\s*(\/?)>/y
const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i

/**
 * Reads a document as strictly as an `<img>` does, for tests: one root, tags closed in order, attributes quoted and given
 * once, entities known.
 *
 * @param xml without prolog, comments or CDATA; those count as faults
 * @returns what is wrong and where, `undefined` when nothing is
 */
export function findXmlFault(xml: string): string | undefined {
  const open: string[] = []
  let at = 0
  let roots = 0
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at)
      const text = next < 0 ? xml.slice(at) : xml.slice(at, next)
      if (open.length === 0 && text.trim() !== '') return `text outside the root at ${at}`
      if (entity.test(text) || text.includes(']]>')) return `unescaped text at ${at}: ${text.slice(0, 40)}`
      at += text.length
      continue
    }
    tag.lastIndex = at
    const found = tag.exec(xml)
    if (!found) return `no tag at ${at}: ${xml.slice(at, at + 60)}`
    const [whole, closing, name = '', attributes = '', empty] = found
    const names = [...attributes.matchAll(/\s([\w:.-]+)="/g)].map(([, key]) => key)
    if (new Set(names).size < names.length) return `an attribute twice at ${at}: ${whole.slice(0, 60)}`
    if (entity.test(attributes)) return `unescaped attribute at ${at}: ${whole.slice(0, 60)}`
    if (closing !== '') {
      if (open.pop() !== name) return `</${name}> closes another element at ${at}`
    } else {
      if (open.length === 0) roots += 1
      if (empty === '') open.push(name)
    }
    at += whole.length
  }
  if (open.length > 0) return `<${open.at(-1)}> is never closed`
  return roots === 1 ? undefined : `${roots} roots`
}
