type Attribute = string | number | boolean | undefined | ((event: Event) => void)
export type Child = Node | string | number | false | undefined | readonly Child[]

/**
 * Makes an element without markup strings, which the page's Trusted Types forbid.
 *
 * @param attributes `onclick` and the like take functions; `true` sets an empty attribute, `false` and undefined none
 */
export function build<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Readonly<Record<string, Attribute>> = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...toNodes(children))
  return element
}

function toNodes(children: readonly Child[]): (Node | string)[] {
  const nodes: (Node | string)[] = []
  for (const child of children) {
    if (child === undefined || child === false) continue
    if (typeof child === 'string' || typeof child === 'number') nodes.push(String(child))
    else if (child instanceof Node) nodes.push(child)
    else nodes.push(...toNodes(child))
  }
  return nodes
}
