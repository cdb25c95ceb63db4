package dev.wend.matcher;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

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
  }

  /** Has a tag. */
  record HasTag(String tag) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return context.profile().tags().contains(tag);
    }
  }

  /** Holds a consent. */
  record HasConsent(String consent) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return context.profile().consents().containsKey(consent);
    }
  }

  /** A field compared. */
  record Field(JsonPointer pointer, Comparison comparison) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return comparison.holds(context.profile().field(pointer), context);
    }
  }

  /** Not it. */
  record Not(ProfileMatcher part) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return !part.holds(context);
    }
  }

  /** All of them. */
  record All(List<ProfileMatcher> parts) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return parts.stream().allMatch(part -> part.holds(context));
    }
  }

  /** At least one of them. */
  record Any(List<ProfileMatcher> parts) implements ProfileMatcher {
    @Override
    public boolean holds(MatchContext context) {
      return parts.stream().anyMatch(part -> part.holds(context));
    }
  }
}
