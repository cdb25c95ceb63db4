package dev.wend.check;

import dev.wend.issue.Issue;
import java.util.List;
import java.util.Optional;

/**
 * What came of a document.
 *
 * @param scenario empty where there is an error
 * @param issues all errors and warnings of the document, also those of reading it, in the order of their places
 */
public record CheckResult(Optional<CheckedScenario> scenario, List<Issue> issues) {}
