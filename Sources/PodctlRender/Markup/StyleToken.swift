/// A part of a style sheet, as CSS Syntax 3 cuts it; escapes are undone.
enum StyleToken: Hashable {
  case blank
  case word(String)
  /// With its opening parenthesis.
  case function(String)
  /// `@media`, without the sign.
  case rule(String)
  /// `#name` or a number with its unit: nothing that could name a place.
  case figure
  case string
  /// `url(…)`, with or without quotes.
  case address(String)
  case sign(Unicode.Scalar)
}
