package dev.wend.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueCode;
import dev.wend.parse.ParseResult;
import dev.wend.parse.ParsedScenario;
import dev.wend.parse.ScenarioParser;
import dev.wend.parse.tree.ObjectTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads all documents of files and directories, and tells all that is wrong with all of them. */
public final class ScenarioFiles {
  private final Catalogue catalogue;
  private final List<CheckedScenario> scenarios = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final Map<String, String> fileOfId = new HashMap<>();
  private int documents;

  private ScenarioFiles(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * What was found.
   *
   * @param documents how many there are, with and without faults
   * @param scenarios those without errors, in the order of their paths
   * @param issues of all documents, in the same order
   */
  public record Loaded(int documents, List<CheckedScenario> scenarios, List<Issue> issues) {
    /** Whether an issue keeps a scenario from running. */
    public boolean hasErrors() {
      return issues.stream().anyMatch(Issue::isError);
    }
  }

  /** Loads the {@code *.json} files of {@code paths}, sorted by path; never throws for what is in them. */
  public static Loaded load(List<Path> paths) {
    return load(paths, Catalogue.NONE);
  }

  /** Loads them, and warns of names that {@code catalogue} does not know. */
  public static Loaded load(List<Path> paths, Catalogue catalogue) {
    DocumentFiles.Found found = DocumentFiles.find(paths);
    ScenarioFiles files = new ScenarioFiles(catalogue);
    files.issues.addAll(found.issues());
    found.files().forEach(files::add);
    return new Loaded(files.documents, List.copyOf(files.scenarios), List.copyOf(files.issues));
  }

  private void add(Path path) {
    String file = DocumentFiles.name(path);
    documents++;
    DocumentFiles.Text read = DocumentFiles.read(path);
    issues.addAll(read.issues());
    read.text().ifPresent(text -> add(file, ScenarioParser.parse(file, text)));
  }

  private void add(String file, ParseResult parsed) {
    CheckResult checked = ScenarioChecker.check(parsed);
    List<Issue> found = new ArrayList<>(checked.issues());
    parsed.parsed().ifPresent(document -> found.addAll(catalogue.warnings(document)));
    Optional<Issue> duplicate = parsed.parsed().flatMap(document -> duplicate(file, document));
    duplicate.ifPresent(found::add);
    found.sort(Issue.BY_PLACE);
    issues.addAll(found);
    checked.scenario().filter(scenario -> duplicate.isEmpty()).ifPresent(scenarios::add);
  }

  private Optional<Issue> duplicate(String file, ParsedScenario document) {
    Optional<String> id = ((ObjectTree) document.locations().root()).text("id");
    Optional<String> first = id.map(known -> fileOfId.putIfAbsent(known, file));
    return first.map(
        other ->
            document
                .locations()
                .error(
                    IssueCode.DUPLICATE_SCENARIO,
                    JsonPointer.empty().appendProperty("id"),
                    "the scenario id '" + id.orElseThrow() + "' is taken by " + other));
  }
}
