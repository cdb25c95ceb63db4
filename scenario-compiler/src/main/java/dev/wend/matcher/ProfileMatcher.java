package dev.wend.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.stream.Collectors;

/** A test of the profile (SEMANTICS.md section 3). */
public sealed interface ProfileMatcher extends Matcher {
  /** Whether the context's profile meets it. */
  boolean holds(MatchContext context);

  /** Member of a segment. */
  record InSegment(String segment) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return context.profile().segments().contains(segment);
    }

    @Override
    public String toString() {
      return "in segment " + segment;
    }
  }

  /** Has a tag. */
  record HasTag(String tag) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return context.profile().tags().contains(tag);
    }

    @Override
    public String toString() {
      return "has tag " + tag;
    }
  }

  /** Holds a consent. */
  record HasConsent(String consent) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return context.profile().consents().containsKey(consent);
    }

    @Override
    public String toString() {
      return "holds consent " + consent;
    }
  }

  /** A field compared. */
  record Field(JsonPointer pointer, Comparison comparison) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return comparison.holds(context.profile().field(pointer), context);
    }

    @Override
    public String toString() {
      return "field " + pointer + " " + comparison;
    }
  }

  /** Not it. */
  record Not(ProfileMatcher part) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return !part.holds(context);
    }

    @Override
    public String toString() {
      return "not " + part;
    }
  }

  /** All of them. */
  record All(List<ProfileMatcher> parts) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      for (ProfileMatcher part : parts) {
        if (!part.holds(context)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(ProfileMatcher::toString)
          .collect(Collectors.joining(" and ", "(", ")"));
    }
  }

  /** At least one of them. */
  record Any(List<ProfileMatcher> parts) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      for (ProfileMatcher part : parts) {
        if (part.holds(context)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(ProfileMatcher::toString)
          .collect(Collectors.joining(" or ", "(", ")"));
    }
  }
}
