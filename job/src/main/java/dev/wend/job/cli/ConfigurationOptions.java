package dev.wend.job.cli;

import dev.wend.check.DocumentFiles;
import dev.wend.issue.IssueText;
import dev.wend.issue.Source;
import dev.wend.job.config.Configuration;
import dev.wend.job.config.ConfigurationReader;
import dev.wend.job.config.ConfigurationResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The configuration that a command is given: a file, the environment of this process, and settings. */
final class ConfigurationOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "The configuration.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Sets a value, for example source.kafka.topics=events; may stand several times.")
  private List<String> settings = List.of();

  /** What comes of it; empty, and told why, where the file cannot be read. */
  Optional<ConfigurationResult> read(PrintWriter complaints) {
    Source document = new Source("configuration", "");
    if (file.isPresent()) {
      DocumentFiles.Text read = DocumentFiles.read(file.get());
      if (read.text().isEmpty()) {
        complaints.print(IssueText.of(read.issues()));
        complaints.flush();
        return Optional.empty();
      }
      document = new Source(DocumentFiles.name(file.get()), read.text().get());
    }
    return Optional.of(ConfigurationReader.read(document, System.getenv(), settings));
  }

  /** The configuration; empty, and told why, where there is an error. */
  Optional<Configuration> load(PrintWriter complaints) {
    Optional<ConfigurationResult> result = read(complaints);
    result.ifPresent(read -> read.issues().forEach(complaints::println));
    complaints.flush();
    return result.flatMap(ConfigurationResult::configuration);
  }
}
