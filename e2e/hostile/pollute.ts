/** Runs before all else in a page: what an old library, or a stranger's script, may have left on the prototypes. */
export function pollute(): void {
  const junk: Record<string, unknown> = {
    src: '//evil.example.org/gadget.js', href: '//evil.example.org/h', url: '//evil.example.org/p',
    image_url: '//evil.example.org/i.png',
    model: '//evil.example.org/model/', hosts: ['evil.example.org'], consent: 'granted', price: 7, item_name: 'gadget',
    title: 'gadget', quantity: 3, currency: 'XXX',
    method: 'POST', body: 'gadget', headers: { gadget: '1' }, junk: 1,
  }
  // A function that is enumerable too: what `for (const key in list)` of an old theme stumbles over.
  junk['each'] = function each() {}
  for (const key of Object.keys(junk)) {
    Object.defineProperty(Object.prototype, key, { value: junk[key], configurable: true, enumerable: true, writable: true })
  }
  Object.defineProperty(
    Array.prototype, 'toJSON', { value: () => '[gadget]', configurable: true, enumerable: true, writable: true },
  )
}
