import { useState } from 'preact/hooks'
import type { VNode } from 'preact'

/** A picture on its own tile; without one, or when it does not come, the title's initial. `title` is its alternative text. */
export function Picture(props: { src: string | undefined; title: string }): VNode {
  const [failedSrc, setFailedSrc] = useState<string>()
  const { src, title } = props
  const shown = src !== undefined && src !== failedSrc
  return (
    <span class="tile" part="tile">
      {shown
        // `src` last: attributes are set in this order, and Chromium asks with the policy that stands when it comes.
        ? <img part="image" referrerpolicy="no-referrer" loading="lazy" decoding="async" alt={title} width="400" height="400"
            onError={() => setFailedSrc(src)} src={src} />
        : <span role="img" aria-label={title}>{[...title][0]}</span>}
    </span>
  )
}
