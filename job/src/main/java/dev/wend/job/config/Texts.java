package dev.wend.job.config;

import dev.wend.connectors.kafka.StartFrom;
import dev.wend.issue.IssueCode;
import dev.wend.parse.shape.Shape;
import dev.wend.parse.shape.TextShape;
import dev.wend.parse.value.DurationText;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the texts of a configuration stand for. */
final class Texts {
  static final String OFF = "off";

  static final Shape<Duration> DURATION =
      of("an ISO-8601 duration such as PT5S, longer than zero", DurationText::parse);
  static final Shape<Duration> DURATION_OR_ZERO =
      of("an ISO-8601 duration such as PT5S, or PT0S", Texts::durationOrZero);
  static final Shape<Optional<Duration>> DURATION_OR_OFF =
      or(OFF, "an ISO-8601 duration such as P400D, or off", DurationText::parse);
  static final Shape<String> TOPIC =
      of("the name of a topic: letters, digits, '.', '_' and '-'", Texts::topic);
  static final Shape<Optional<String>> TOPIC_OR_OFF =
      or(OFF, "the name of a topic, or off", Texts::topic);
  static final Shape<String> BROKER =
      matching(
          "a host and a port such as broker:9092",
          "[^\\s:,/]+:[0-9]{1,5}|\\[[0-9a-fA-F:]+]:[0-9]{1,5}");
  static final Shape<String> SINK_NAME =
      matching(
          "a name of lower-case letters, digits and hyphens that begins with a letter",
          "[a-z][a-z0-9-]*");
  static final Shape<String> SOME_TEXT = matching("a text that is not empty", "\\P{Cntrl}+");
  static final Shape<Path> PATH = of("a path", Texts::path);
  static final Shape<URI> DIRECTORY =
      of("a directory, or the address of one such as s3://bucket/actions", Texts::directory);
  static final Shape<String> EXPRESSION = of("a regular expression", Texts::expression);
  static final Shape<Endpoint> ADDRESS =
      of("an address such as https://example.com/actions", Texts::address);
  static final Shape<StartFrom> START =
      of(
          "one of 'earliest', 'latest', 'committed', or an instant such as 2026-12-01T09:00:00Z",
          Texts::start);
  static final Shape<EventFormat> FORMAT =
      of(
          "native, or the path of a mapping file",
          text ->
              text.equals("native")
                  ? Optional.of(new EventFormat.Native())
                  : path(text).map(EventFormat.Mapped::new));

  private Texts() {}

  /** A whole number. */
  static Shape<Long> number(long least, long greatest) {
    return of(
        "a whole number from " + least + " to " + greatest,
        text -> wholeNumber(text, least, greatest));
  }

  /** A whole number that counts, or a word for none. */
  static Shape<Optional<Integer>> countOr(String word, int greatest) {
    return or(
        word,
        "a whole number from 1 to " + greatest + ", or " + word,
        text -> wholeNumber(text, 1, greatest).map(Long::intValue));
  }

  private static <T> Shape<Optional<T>> or(
      String word, String description, Function<String, Optional<T>> meaning) {
    return of(
        description,
        text -> {
          Optional<T> read = meaning.apply(text);
          return text.equals(word) || read.isPresent()
              ? Optional.of(text.equals(word) ? Optional.empty() : read)
              : Optional.empty();
        });
  }

  private static <T> Shape<T> of(String description, Function<String, Optional<T>> meaning) {
    return new TextShape<>(description, "", IssueCode.WRONG_TYPE, meaning, text -> "");
  }

  private static Shape<String> matching(String description, String expression) {
    Pattern pattern = Pattern.compile(expression);
    return of(description, text -> Optional.of(text).filter(pattern.asMatchPredicate()));
  }

  private static Optional<String> topic(String text) {
    return Optional.of(text).filter(name -> name.matches("[a-zA-Z0-9._-]{1,249}"));
  }

  private static Optional<Duration> durationOrZero(String text) {
    return text.equals("PT0S") ? Optional.of(Duration.ZERO) : DurationText.parse(text);
  }

  private static Optional<Long> wholeNumber(String text, long least, long greatest) {
    if (!text.matches("[0-9]{1,30}")) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(text);
    return Optional.of(number)
        .filter(known -> known.compareTo(BigInteger.valueOf(least)) >= 0)
        .filter(known -> known.compareTo(BigInteger.valueOf(greatest)) <= 0)
        .map(BigInteger::longValueExact);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(text).filter(written -> !written.isBlank()).map(Path::of);
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static Optional<URI> directory(String text) {
    return text.matches("[a-z][a-z0-9+.-]+://.*")
        ? uri(text)
        : path(text).map(path -> path.toAbsolutePath().toUri());
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<String> expression(String text) {
    try {
      return Optional.of(Pattern.compile(text).pattern());
    } catch (PatternSyntaxException notAnExpression) {
      return Optional.empty();
    }
  }

  private static Optional<Endpoint> address(String text) {
    return uri(text)
        .filter(address -> text.matches("https?://.*") && address.getHost() != null)
        .map(Endpoint::new);
  }

  private static Optional<StartFrom> start(String text) {
    return switch (text) {
      case "earliest" -> Optional.of(new StartFrom.Earliest());
      case "latest" -> Optional.of(new StartFrom.Latest());
      case "committed" -> Optional.of(new StartFrom.Committed());
      default -> instant(text);
    };
  }

  private static Optional<StartFrom> instant(String text) {
    try {
      return Optional.of(new StartFrom.Timestamp(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }
}
