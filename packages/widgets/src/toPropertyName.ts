/** `cart-url` → `cartUrl`. */
export function toPropertyName(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
