package dev.wend.job.reference;

/** Parts of the language beyond event triggers, event conditions, delays, sleeps and messages. */
enum Feature {
  SPLIT,
  WAIT_UNTIL,
  WAIT_FOR,
  PROFILE_ACTION,
  PROFILE_CONDITION,
  WHEN,
  ON_SEGMENT,
  ON_PROFILE,
  ON_FIELD_CHANGED,
  ON_TAG,
  ON_DATE,
  ON_ANNIVERSARY,
  ON_PATTERN,
  PATTERN_CONDITION
}
