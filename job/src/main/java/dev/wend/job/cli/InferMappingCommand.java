package dev.wend.job.cli;

import dev.wend.connectors.DecoderSettings;
import dev.wend.connectors.file.EventFile;
import dev.wend.connectors.file.EventFiles;
import dev.wend.connectors.file.UnreadablePathException;
import dev.wend.connectors.inference.Inference;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend infer-mapping}: a first draft of a mapping file. */
@Command(
    name = "infer-mapping",
    description = {
      "Reads a sample of history files of an unknown layout and proposes a mapping file for them,",
      "tries it on the sample, and says what it was unsure of. The draft is meant to be read and corrected."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a draft was made, or none is needed",
      "2:wrong usage, or a path that is not there",
      "3:no customer or no time was found, or the draft could not be written"
    })
public final class InferMappingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "JSON lines, CSV, TSV or Parquet, also .gz, .zst, .xz; directories, globs and URIs as in replay.")
  private List<String> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write the draft (default: the standard output).")
  private Optional<Path> out;

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      List<EventFile> found = EventFiles.find(files, EventFiles::isEventFile);
      if (found.isEmpty()) {
        throw new UnreadablePathException("there is no event file in " + String.join(" ", files));
      }
      DecoderSettings settings =
          new DecoderSettings(Instant.now(), DecoderSettings.DEFAULT_FUTURE_TOLERANCE);
      return tell(Inference.of(found, settings), errors);
    } catch (UnreadablePathException missing) {
      errors.println("error: " + missing.getMessage());
      return ExitCodes.USAGE;
    } catch (IOException unwritable) {
      errors.println("error: cannot write the draft: " + unwritable);
      return ExitCodes.FAILED;
    } finally {
      errors.flush();
    }
  }

  private int tell(Inference.Result result, PrintWriter errors) throws IOException {
    result.told().forEach(errors::println);
    result.unsure().forEach(doubt -> errors.println("unsure: " + doubt));
    if (result.mapping().isEmpty()) {
      errors.println(
          result.isNative()
              ? "No mapping is needed. Next: " + replay("")
              : "error: no draft could be made: a mapping needs a customer and a time");
      return result.isNative() ? ExitCodes.OK : ExitCodes.FAILED;
    }
    if (out.isPresent()) {
      Files.writeString(out.get(), result.mapping().get());
    } else {
      spec.commandLine().getOut().print(result.mapping().get());
      spec.commandLine().getOut().flush();
    }
    String mapping = out.map(Path::toString).orElse("MAPPING.json");
    errors.println("Next: " + replay(" --mapping " + mapping));
    return ExitCodes.OK;
  }

  private String replay(String mapping) {
    List<String> quoted =
        files.stream().map(file -> file.matches("[\\w./:=-]+") ? file : "'" + file + "'").toList();
    return "wend replay --scenarios SCENARIOS"
        + mapping
        + " --events "
        + String.join(" ", quoted)
        + " --out target/replay";
  }
}
