package dev.wend.matcher;

/** What a condition asks. */
public sealed interface Matcher permits EventMatcher, ProfileMatcher, PatternMatcher {}
