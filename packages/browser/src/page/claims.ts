/**
 * Who shows which product, and who may interrupt: a pure allocator that widgets ask. Widgets never know each other.
 *
 * Claims made in one frame are granted in document order (an element earlier in the document wins);
 * a granted claim stays until its element releases it.
 */
export interface Claims {
  /**
   * Waits for the end of the frame, then runs `choose` of all waiting elements in document order.
   * `choose` gets the group ids already taken by others and returns the group ids that it takes.
   */
  request(element: Element, choose: (taken: ReadonlySet<string>) => Iterable<string>): Promise<void>
  release(element: Element): void
  /** One interruption per page view: true for the first asker (and again for the same element), else false. */
  interrupt(element: Element): boolean
}
