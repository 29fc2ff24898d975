/** Observers of the test page (happy-dom's own never calls back). */
const observers = new Set<FakeObserver>()

class FakeObserver {
  readonly targets = new Set<Element>()
  readonly callback: IntersectionObserverCallback
  readonly options: IntersectionObserverInit

  constructor(callback: IntersectionObserverCallback, options: IntersectionObserverInit = {}) {
    this.callback = callback
    this.options = options
    observers.add(this)
  }

  observe(target: Element): void {
    this.targets.add(target)
    // Within the margin means near: everything on the test page is, unless a test says otherwise.
    if (this.options.rootMargin) tell(this, target, near(target) ? 1 : 0, 0)
  }

  unobserve(target: Element): void {
    this.targets.delete(target)
  }

  disconnect(): void {
    this.targets.clear()
    observers.delete(this)
  }
}

const far = new WeakSet<Element>()

function near(target: Element): boolean {
  return !far.has(target)
}

function tell(observer: FakeObserver, target: Element, ratio: number, top: number): void {
  const entry = {
    target, intersectionRatio: ratio, isIntersecting: ratio > 0,
    boundingClientRect: { top, bottom: top + 100 } as DOMRectReadOnly,
  }
  observer.callback([entry as unknown as IntersectionObserverEntry], observer as unknown as IntersectionObserver)
}

/** Puts the observers of this file in place of the environment's. */
export function installFakeIntersection(): void {
  globalThis.IntersectionObserver = FakeObserver as unknown as typeof IntersectionObserver
}

/** Says that `target` is now visible by `ratio` (0..1); `top` is its distance from the viewport's top in px. */
export function setVisible(target: Element, ratio: number, top: number = 0): void {
  far.delete(target)
  for (const observer of [...observers]) if (observer.targets.has(target)) tell(observer, target, ratio, top)
}

/** Elements to be put on the page far below the viewport. */
export function setFar(target: Element): void {
  far.add(target)
}

/** How many observers are still watching something: none may be left behind. */
export function activeObservers(): number {
  return observers.size
}
