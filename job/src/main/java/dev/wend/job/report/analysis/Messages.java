package dev.wend.job.report.analysis;

import dev.wend.job.report.model.ScenarioReport.CustomersWith;
import dev.wend.scenario.ActionType;
import dev.wend.scenario.Node;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many customers were sent how many messages. */
final class Messages {
  private final SortedMap<Long, Long> customers = new TreeMap<>();

  /** Whether an action of that node is a message to the customer (SEMANTICS.md section 2). */
  static boolean isSentBy(Node node) {
    return node instanceof Node.Action action && isMessage(action.actionType());
  }

  private static boolean isMessage(ActionType type) {
    return switch (type) {
      case SEND_EMAIL, SEND_PUSH, SEND_SMS, SEND_COUPON -> true;
      case DYNAMIC_CONTENT, ADD_TAG, REMOVE_TAG, UPDATE_FIELD, WEBHOOK -> false;
    };
  }

  /** Counts one customer. */
  void add(long messages) {
    customers.merge(messages, 1L, Long::sum);
  }

  /** By the number of messages. */
  List<CustomersWith> list() {
    return customers.entrySet().stream()
        .map(entry -> new CustomersWith(entry.getKey(), entry.getValue()))
        .toList();
  }
}
