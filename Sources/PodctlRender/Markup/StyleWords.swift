/// What a style may say: all of it draws, and none of it fetches.
enum StyleWords {
  static let rules: Set<String> = ["media", "supports", "page"]

  /// The boxes in the margin of a page of paper.
  static let margins: Set<String> = [
    "top-left-corner", "top-left", "top-center", "top-right", "top-right-corner", "bottom-left-corner", "bottom-left",
    "bottom-center", "bottom-right", "bottom-right-corner", "left-top", "left-middle", "left-bottom", "right-top",
    "right-middle", "right-bottom",
  ]

  static let functions: Set<String> = words(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var env calc min max clamp round abs sign attr
    counter counters target-counter target-counters linear-gradient radial-gradient conic-gradient
    repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient minmax repeat fit-content translate
    translatex translatey scale scalex scaley rotate skew skewx skewy matrix inset circle ellipse polygon path
    cubic-bezier steps blur brightness contrast drop-shadow grayscale opacity saturate
    not is where has lang dir nth-child nth-last-child nth-of-type nth-last-of-type
    """)

  /// Whether a property, in any case and with a browser's prefix, is one of those that draw.
  static func isProperty(_ name: String) -> Bool {
    let name = name.lowercased()
    if name.hasPrefix("--") || name.hasPrefix("mso-") || properties.contains(name) { return true }
    for prefix in ["-webkit-", "-moz-", "-ms-", "-o-"] where name.hasPrefix(prefix) {
      return properties.contains(String(name.dropFirst(prefix.count)))
    }
    return false
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let properties: Set<String> = words(
    """
    accent-color align-content align-items align-self alignment-baseline all appearance aspect-ratio
    backface-visibility background background-attachment background-clip background-color background-image
    background-origin background-position background-position-x background-position-y background-repeat background-size
    baseline-shift block-size bookmark-label bookmark-level bookmark-state border border-block border-block-color
    border-block-end border-block-start border-block-style border-block-width border-bottom border-bottom-color
    border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width border-collapse
    border-color border-image border-image-outset border-image-repeat border-image-slice border-image-source
    border-image-width border-inline border-inline-color border-inline-end border-inline-start border-inline-style
    border-inline-width border-left border-left-color border-left-style border-left-width border-radius border-right
    border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color
    border-top-left-radius border-top-right-radius border-top-style border-top-width border-width bottom
    box-decoration-break box-shadow box-sizing break-after break-before break-inside caption-side caret-color clear clip
    clip-path clip-rule color color-adjust color-interpolation color-scheme column-count column-fill column-gap
    column-rule column-rule-color column-rule-style column-rule-width column-span column-width columns content
    counter-increment counter-reset counter-set cursor cx cy d direction display dominant-baseline empty-cells
    enable-background fill fill-opacity fill-rule filter flex flex-basis flex-direction flex-flow flex-grow flex-shrink
    flex-wrap float flood-color flood-opacity font font-family font-feature-settings font-kerning font-optical-sizing
    font-size font-size-adjust font-smoothing font-stretch font-style font-synthesis font-variant
    font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric
    font-variant-position font-variation-settings font-weight forced-color-adjust gap grid grid-area grid-auto-columns
    grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-gap grid-column-start grid-gap grid-row
    grid-row-end grid-row-gap grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows
    hanging-punctuation height hyphenate-character hyphens image-rendering inline-size inset inset-block inset-inline
    interpolation-mode isolation justify-content justify-items justify-self left letter-spacing lighting-color line-break
    line-clamp line-height list-style list-style-image list-style-position list-style-type margin margin-block
    margin-block-end margin-block-start margin-bottom margin-inline margin-inline-end margin-inline-start margin-left
    margin-right margin-top marker marker-end marker-mid marker-start marks mask mask-clip mask-image mask-mode
    mask-origin mask-position mask-repeat mask-size mask-type max-block-size max-height max-inline-size max-width
    min-block-size min-height min-inline-size min-width mix-blend-mode object-fit object-position opacity order orphans
    osx-font-smoothing outline outline-color outline-offset outline-style outline-width overflow overflow-anchor
    overflow-wrap overflow-x overflow-y padding padding-block padding-block-end padding-block-start padding-bottom
    padding-inline padding-inline-end padding-inline-start padding-left padding-right padding-top page page-break-after
    page-break-before page-break-inside paint-order perspective place-content place-items place-self pointer-events
    position print-color-adjust quotes r resize right rotate row-gap rx ry scale scrollbar-color scrollbar-width
    shape-outside shape-rendering size solid-color solid-opacity stop-color stop-opacity string-set stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    tab-size table-layout text-align text-align-last text-anchor text-combine-upright text-decoration
    text-decoration-color text-decoration-line text-decoration-skip text-decoration-skip-ink text-decoration-style
    text-decoration-thickness text-emphasis text-indent text-justify text-orientation text-overflow text-rendering
    text-shadow text-size-adjust text-transform text-underline-offset text-underline-position text-wrap top transform
    transform-box transform-origin translate unicode-bidi user-select vector-effect vertical-align visibility
    white-space widows width will-change word-break word-spacing word-wrap writing-mode x y z-index zoom
    """)
}
