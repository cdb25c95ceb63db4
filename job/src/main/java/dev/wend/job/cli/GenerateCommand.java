package dev.wend.job.cli;

import dev.wend.job.generate.Clickstream;
import dev.wend.job.generate.DayFiles;
import dev.wend.job.generate.GenerationSummary;
import dev.wend.job.generate.GeneratorSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wend generate}: writes the clickstream of a made-up shop as native JSON lines. */
@Command(
    name = "generate",
    description = {
      "Writes the clickstream of a made-up shop: native JSON lines, one file a day, in order of arrival.",
      "Equal arguments give equal files, byte for byte."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "2:wrong usage", "3:the files could not be written"})
public final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many customers (default ${DEFAULT-VALUE}).")
  private int customers;

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "30",
      description = "How many days (default ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed is another history (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      defaultValue = "2026-01-05",
      description = "The first day, in UTC (default ${DEFAULT-VALUE}).")
  private LocalDate start;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/events",
      description = "Where to write (default ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--gzip", description = "Write .jsonl.gz files.")
  private boolean gzip;

  @Option(names = "--replace", description = "Delete the event files that DIR holds already.")
  private boolean replace;

  @Override
  public Integer call() {
    GeneratorSettings settings = settings();
    try {
      clear();
      print(generate(settings));
      return ExitCodes.OK;
    } catch (IOException failure) {
      PrintWriter errors = spec.commandLine().getErr();
      errors.println("error: cannot write to " + out + ": " + failure);
      errors.flush();
      return ExitCodes.FAILED;
    }
  }

  private GeneratorSettings settings() {
    try {
      return new GeneratorSettings(customers, days, seed, start);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "error: " + wrong.getMessage(), wrong);
    }
  }

  private void clear() throws IOException {
    List<Path> present = DayFiles.in(out);
    if (!present.isEmpty() && !replace) {
      throw new ParameterException(
          spec.commandLine(),
          "error: "
              + out
              + " holds "
              + present.size()
              + " event files already; give another directory, or --replace to delete them");
    }
    for (Path file : present) {
      Files.delete(file);
    }
  }

  /** From JDK 22 on there is always a console; the bar goes to the error stream, where it does no harm. */
  @SuppressWarnings("SystemConsoleNull")
  private GenerationSummary generate(GeneratorSettings settings) throws IOException {
    if (System.console() == null) {
      return write(settings, done -> {});
    }
    try (ProgressBar bar = progressBar(settings)) {
      return write(settings, bar::stepTo);
    }
  }

  private GenerationSummary write(GeneratorSettings settings, IntConsumer dayDone)
      throws IOException {
    try (DayFiles files = new DayFiles(out, gzip)) {
      return Clickstream.write(settings, files, dayDone);
    }
  }

  private static ProgressBar progressBar(GeneratorSettings settings) {
    return new ProgressBarBuilder()
        .setTaskName("generate")
        .setUnit(" days", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setInitialMax(settings.days())
        .build();
  }

  private void print(GenerationSummary summary) throws IOException {
    PrintWriter writer = spec.commandLine().getOut();
    writer.printf(
        Locale.ROOT,
        "%,d records of %,d customers in %d files in %s%n",
        summary.lines(),
        customers,
        DayFiles.in(out).size(),
        out);
    summary
        .names()
        .forEach((name, count) -> writer.printf(Locale.ROOT, "  %,12d  %s%n", count, name));
    writer.printf(Locale.ROOT, "  %,12d  sent twice%n", summary.duplicates());
    writer.printf(Locale.ROOT, "  %,12d  dirty%n", summary.dirty());
    writer.flush();
  }
}
