package dev.wend.job.cli;

import dev.wend.event.StatusKind;
import dev.wend.event.StatusRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the job says to each order, by the name of the message that carried it. */
final class Answers {
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, StatusRecord> latest = new LinkedHashMap<>();
  private final Consumer<String> progress;

  /**
   * What was ordered, and what was said to it last.
   *
   * @param request the name of the message
   */
  record Answer(String request, Order order, Optional<StatusRecord> status) {
    /** Whether nothing more will be said. */
    boolean isLast() {
      return status.map(StatusRecord::kind).map(Answers::isLast).orElse(false);
    }

    boolean isRefusal() {
      return status.map(StatusRecord::kind).filter(StatusKind.REFUSED::equals).isPresent();
    }
  }

  Answers(Consumer<String> progress) {
    this.progress = progress;
  }

  /** An answer to this is expected. */
  void expect(String request, Order order) {
    orders.put(request, order);
  }

  /** Takes a record; true once there is nothing more to wait for. */
  boolean take(StatusRecord status) {
    Optional<String> request = status.request().filter(orders::containsKey);
    if (request.isPresent() && !answer(request.get()).isLast()) {
      latest.put(request.get(), status);
      progress.accept(orders.get(request.get()).scenarioId() + ": " + status.kind().id());
    }
    return all().stream().allMatch(Answer::isLast);
  }

  /** In the order in which they were sent. */
  List<Answer> all() {
    return orders.keySet().stream().map(this::answer).toList();
  }

  private Answer answer(String request) {
    return new Answer(request, orders.get(request), Optional.ofNullable(latest.get(request)));
  }

  private static boolean isLast(StatusKind kind) {
    return switch (kind) {
      case REFUSED, UNCHANGED, RUNNING, STOPPED -> true;
      case ACCEPTED, PROGRESS -> false;
    };
  }
}
