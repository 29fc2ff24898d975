/**
 * Who shows which product, and who may interrupt: a pure allocator that widgets ask. Widgets never know each other.
 *
 * Claims made in one frame are granted in document order (an element earlier in the document wins), and wait for elements before
 * them that have announced themselves; a granted claim stays until its element releases it.
 */
export interface Claims {
  /** Says that a request will follow: until it comes, or `release`, elements further down the document wait. */
  announce(element: Element): void
  /**
   * Waits for the end of the frame, then runs `choose` of all waiting elements in document order.
   * `choose` gets the group ids already taken by others and returns the group ids that it takes.
   */
  request(element: Element, choose: (taken: ReadonlySet<string>) => Iterable<string>): Promise<void>
  release(element: Element): void
  /** One interruption per page view: true for the first asker (and again for the same element), else false. */
  interrupt(element: Element): boolean
}
