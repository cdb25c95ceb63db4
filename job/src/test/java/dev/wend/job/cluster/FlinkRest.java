package dev.wend.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wend.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a job manager tells over HTTP. */
final class FlinkRest {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final int port;

  FlinkRest(int port) {
    this.port = port;
  }

  boolean answers() throws InterruptedException {
    try {
      return get("/overview").has("taskmanagers");
    } catch (IOException | UncheckedIOException notYet) {
      return false;
    }
  }

  /** The resource ids of those that are registered, dead ones among them until their heartbeat is missed. */
  List<String> taskManagers() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    get("/taskmanagers").path("taskmanagers").forEach(each -> ids.add(each.path("id").asText()));
    return ids;
  }

  /** {@code RUNNING}, {@code RESTARTING}, {@code FINISHED} … */
  String state(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job).path("state").asText();
  }

  /** The id of a job that is known, if there is one. */
  Optional<String> job() throws IOException, InterruptedException {
    JsonNode jobs = get("/jobs").path("jobs");
    return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.path(0).path("id").asText());
  }

  /** How many tasks of the job are in a state such as {@code RUNNING}. */
  int tasks(String job, String state) throws IOException, InterruptedException {
    int tasks = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      tasks += vertex.path("tasks").path(state).asInt();
    }
    return tasks;
  }

  /** Whether every task of the job runs. */
  boolean runs(String job) throws IOException, InterruptedException {
    JsonNode details = get("/jobs/" + job);
    if (!"RUNNING".equals(details.path("state").asText())) {
      return false;
    }
    for (JsonNode vertex : details.path("vertices")) {
      if (vertex.path("tasks").path("RUNNING").asInt() != vertex.path("parallelism").asInt()) {
        return false;
      }
    }
    return details.path("vertices").size() > 0;
  }

  long restarts(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/metrics?get=numRestarts").path(0).path("value").asLong();
  }

  long completedCheckpoints(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asLong();
  }

  /**
   * The last checkpoint that is complete.
   *
   * @param bytes of all state
   */
  record Checkpoint(long bytes, long millis) {}

  Checkpoint lastCheckpoint(String job) throws IOException, InterruptedException {
    JsonNode last = get("/jobs/" + job + "/checkpoints").path("latest").path("completed");
    return new Checkpoint(
        last.path("state_size").asLong(), last.path("end_to_end_duration").asLong());
  }

  /** The heap that all task managers use, in bytes. */
  long heapUsed() throws IOException, InterruptedException {
    long used = 0;
    for (String id : taskManagers()) {
      used +=
          get("/taskmanagers/" + id + "/metrics?get=Status.JVM.Memory.Heap.Used")
              .path(0)
              .path("value")
              .asLong();
    }
    return used;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    return Json.read(client.send(request, BodyHandlers.ofByteArray()).body());
  }
}
