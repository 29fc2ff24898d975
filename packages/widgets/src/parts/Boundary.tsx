import { Component, type ComponentChildren } from 'preact'

interface BoundaryProps {
  children: ComponentChildren
  onError: (error: unknown) => void
}

/** Contains a view that throws: the element's own children take its place, and `onError` hears why. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state: { failed: boolean } = { failed: false }

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error)
  }

  override render(): ComponentChildren {
    return this.state.failed ? <slot /> : this.props.children
  }
}
