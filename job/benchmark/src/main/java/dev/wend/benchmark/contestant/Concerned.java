package dev.wend.benchmark.contestant;

import dev.wend.benchmark.workload.Scenarios;
import dev.wend.benchmark.workload.Workload;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import org.apache.flink.api.common.functions.FilterFunction;

/** The filter that one writes by hand before a scenario: its carts, and all orders. */
record Concerned(Workload workload, int scenario) implements FilterFunction<CustomerEvent> {
  private static final long serialVersionUID = 1;

  @Override
  public boolean filter(CustomerEvent event) {
    return event.kind() == EventKind.ORDER_COMPLETED
        || (event.kind() == EventKind.PRODUCT_ADDED_TO_CART && isOurs(event));
  }

  static boolean isCart(CustomerEvent event) {
    return event.kind() == EventKind.PRODUCT_ADDED_TO_CART;
  }

  static boolean isOrder(CustomerEvent event) {
    return event.kind() == EventKind.ORDER_COMPLETED;
  }

  private boolean isOurs(CustomerEvent cart) {
    if (workload.scenarios() == 1) {
      return true;
    }
    String product = cart.textProperty("product_id").orElseThrow();
    return Scenarios.of(workload, Integer.parseInt(product.substring(2))) == scenario;
  }
}
