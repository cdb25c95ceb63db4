package dev.wend.parse;

import dev.wend.issue.Issue;
import java.util.List;
import java.util.Optional;

/**
 * What came of a text.
 *
 * @param parsed all that could be read of it; empty where it is not a JSON object
 * @param issues what is wrong with the rest
 */
public record ParseResult(Optional<ParsedScenario> parsed, List<Issue> issues) {}
