import { toPropertyName } from './toPropertyName.ts'

/** A class of ours: observed attributes become properties that reflect. */
export interface ElementClass {
  new (): HTMLElement
  readonly observedAttributes: readonly string[]
}

/**
 * Registers an element once (a second copy of the script is inert) and gives its attributes their properties:
 * `element.limit = 4` is `limit="4"`; null and undefined remove the attribute; unset reads as `''`.
 */
export function defineElement(tag: string, elementClass: ElementClass): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return
  for (const attribute of elementClass.observedAttributes) {
    Object.defineProperty(elementClass.prototype, toPropertyName(attribute), {
      configurable: true,
      get(this: Element) {
        return this.getAttribute(attribute) ?? ''
      },
      set(this: Element, value: unknown) {
        if (value === null || value === undefined || value === false) this.removeAttribute(attribute)
        else this.setAttribute(attribute, value === true ? '' : String(value))
      },
    })
  }
  customElements.define(tag, elementClass)
}
