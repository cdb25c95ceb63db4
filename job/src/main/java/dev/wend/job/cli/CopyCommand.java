package dev.wend.job.cli;

import dev.wend.check.DocumentFiles;
import dev.wend.issue.Issue;
import dev.wend.issue.IssueText;
import dev.wend.parse.ScenarioCopy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wend copy}: a scenario to change, from one that there is. */
@Command(
    name = "copy",
    description = {
      "Copies a scenario document under another id, as version 1 and a draft.",
      "All else stays as it is written, letter by letter. Nothing is overwritten."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:copied",
      "1:the document cannot be read",
      "2:wrong usage, or the copy is there already",
      "3:the copy could not be written"
    })
public final class CopyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The document to copy.")
  private Path file;

  @Option(names = "--id", paramLabel = "NEW", required = true, description = "The id of the copy.")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: NEW.json beside the document).")
  private Optional<Path> out;

  @Override
  public Integer call() {
    DocumentFiles.Text read = DocumentFiles.read(file);
    if (read.text().isEmpty()) {
      return tell(read.issues());
    }
    ScenarioCopy copy = ScenarioCopy.of(DocumentFiles.name(file), read.text().get(), id);
    if (copy.text().isEmpty()) {
      return tell(copy.issues());
    }
    Path target = out.orElseGet(this::besideTheDocument);
    write(target, copy.text().get());
    PrintWriter printed = spec.commandLine().getOut();
    printed.println("Written to " + target + ": scenario '" + id + "', version 1, draft");
    printed.flush();
    return ExitCodes.OK;
  }

  private Path besideTheDocument() {
    if (!id.matches("[\\p{L}\\p{N}._-]+")) {
      throw usage("'" + id + "' is no good name for a file; give one with --out");
    }
    return file.resolveSibling(id + ".json");
  }

  private void write(Path target, String text) {
    try {
      Files.writeString(target, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException there) {
      throw usage(target + " is there already, and nothing is overwritten; give another --out");
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + target, unwritable);
    }
  }

  private int tell(List<Issue> issues) {
    PrintWriter errors = spec.commandLine().getErr();
    errors.print(IssueText.of(issues));
    errors.flush();
    return ExitCodes.ERRORS;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
