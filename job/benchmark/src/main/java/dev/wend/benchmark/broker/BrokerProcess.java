package dev.wend.benchmark.broker;

import dev.wend.benchmark.measure.Runs;
import dev.wend.benchmark.workload.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The brokers that this process has started; each runs in a process of its own, until this one ends. */
public final class BrokerProcess {
  /** The topic of events. */
  public static final String EVENTS = "events";

  /** The topic of actions. */
  public static final String ACTIONS = "actions";

  /** How many there are of each topic, which is as many as readers. */
  public static final int PARTITIONS = 2;

  private static final String HEAP = "1g";
  private static final ConcurrentMap<Workload, String> ADDRESSES = new ConcurrentHashMap<>();

  private BrokerProcess() {}

  /** The address of one that has all events of a workload in its topic; started where there is none yet. */
  public static String holding(Workload workload) {
    return ADDRESSES.computeIfAbsent(workload, BrokerProcess::start);
  }

  private static String start(Workload workload) {
    try {
      Process process =
          Runs.process(arguments(workload), HEAP).redirectError(Redirect.INHERIT).start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(Runs.OUTCOME)) {
          return line.substring(Runs.OUTCOME.length());
        }
      }
      throw new IOException("the broker has not started");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> arguments(Workload workload) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "broker",
                "--customers=" + workload.customers(),
                "--events=" + workload.events(),
                "--span=" + workload.span()));
    if (workload.hot()) {
      arguments.add("--hot");
    }
    return arguments;
  }
}
