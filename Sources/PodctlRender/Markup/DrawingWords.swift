/// What a drawing (SVG) may be made of: shapes, their paint, and text.
enum DrawingWords {
  /// Elements of a drawing that lies in a file of its own.
  static let elements: Set<String> = shapes.union(
    words(
      """
      svg title desc metadata style symbol use mask marker pattern image filter feBlend feColorMatrix
      feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
      feMergeNode feMorphology feOffset
      """))

  /// Elements of a drawing within a page, where a title or a style would be read by other rules.
  static let shapes: Set<String> = words(
    """
    svg g defs path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath
    """)

  /// Attributes that say where and how large, and name nothing outside.
  static let attributes: Set<String> = words(
    """
    id class lang role tabindex version baseProfile viewBox preserveAspectRatio x y width height d points pathLength cx cy
    r rx ry x1 y1 x2 y2 dx dy fx fy fr offset rotate textLength lengthAdjust transform gradientTransform gradientUnits
    spreadMethod patternTransform patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits markerUnits
    markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode operator k1 k2 k3 k4 values
    type stdDeviation tableValues slope intercept amplitude exponent radius focusable
    """)

  /// Attributes whose value is that of the property of the same name.
  static let properties: Set<String> = words(
    """
    alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters cursor
    direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity
    font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering
    letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity
    overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
    text-decoration text-rendering unicode-bidi vector-effect visibility word-spacing writing-mode
    """)

  /// What editors keep in a drawing for themselves, by the prefix that they give it; nobody draws it.
  static let namespaces: [String: [String]] = [
    "": ["http://www.w3.org/2000/svg"],
    "svg": ["http://www.w3.org/2000/svg"],
    "xlink": ["http://www.w3.org/1999/xlink"],
    "inkscape": ["http://www.inkscape.org/namespaces/inkscape"],
    "sodipodi": ["http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"],
    "rdf": ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
    "cc": ["http://creativecommons.org/ns#", "http://web.resource.org/cc/"],
    "dc": ["http://purl.org/dc/elements/1.1/"],
  ]

  /// The prefixes of `namespaces` whose elements are an editor's own.
  static let editors: Set<String> = ["inkscape", "sodipodi", "rdf", "cc", "dc"]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
