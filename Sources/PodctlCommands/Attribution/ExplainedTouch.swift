import PodctlCore
import PodctlOperations
import PodctlRender

/// One touch of an explanation with the names that it is shown under.
struct ExplainedTouch {
  var line: AttributionExplanation.Line
  var flight: CreditedFlight?
  var airing: CreditedFlight.Airing?
  var age: Age
  /// Parts of 10,000 under each model, which add up to the whole over the touches.
  var basisPoints: [Int64]
  var currency: Currency?

  static func all(of found: AttributionViews.Explained) -> [ExplainedTouch] {
    let explanation = found.explanation
    let columns = AttributionModel.allCases.indices.map { model in
      Money.apportion(10_000, by: explanation.lines.map { $0.shares[model].weight })
    }
    return explanation.lines.enumerated().map { index, line in
      let flight = found.flights.first { $0.id == line.touch.flight }
      return ExplainedTouch(
        line: line, flight: flight, airing: flight?.airings.first { $0.spot == line.touch.spot },
        age: Age(from: line.touch.at, to: explanation.conversion.occurredAt),
        basisPoints: columns.map { $0[index] }, currency: explanation.conversion.value?.currency)
    }
  }

  func value(_ model: Int) -> Money? {
    line.shares[model].valueMinor.flatMap { minor in currency.map { Money(minor: minor, $0) } }
  }

  /// The touch as an object of JSON.
  var object: FieldValue {
    let models = AttributionModel.allCases.enumerated().map { index, model in
      FieldValue.Entry(
        model.field,
        .object([
          .init("weight", .integer(line.shares[index].weight)), .init("value", .money(value(index))),
        ]))
    }
    return .object([
      .init("at", .instant(line.touch.at)), .init("age_seconds", .integer(age.seconds)),
      .init("campaign", .text(flight?.campaignSlug.text)), .init("flight", .text(flight?.slug.text)),
      .init("spot", .text(line.touch.spot.description)), .init("airs_on", .day(airing?.airsOn)),
      .init("episode", .text(airing?.episodeTitle)), .init("models", .object(models)),
    ])
  }
}
