package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.event.Channel;
import dev.wend.event.CustomerEvent;
import dev.wend.event.EventKind;
import dev.wend.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What is kept of who waits in one scenario and of whom nothing else is known. */
class WaitingCustomerTest {
  private static final String CART =
      """
      { "id": "abandoned-cart", "version": 1, "name": "cart", "status": "active",
        "settings": { "maxDuration": "P7D" },
        "nodes": [
          { "id": "added", "type": "trigger", "on": { "event": "product-added-to-cart" }, "next": "ordered" },
          { "id": "ordered", "type": "condition", "if": { "event": "order-completed" }, "within": "PT24H", "yes": "done", "no": "mail" },
          { "id": "mail", "type": "send-email", "template": "cart", "next": "done" },
          { "id": "done", "type": "end" } ] }
      """;

  private static final long LATER = 72_000_000;

  @Test
  void takesFewBytesOfWhichNoneRepeatsTheKey() throws Exception {
    byte[] kept = kept("customer-1", new UUID(7, 1), Customers.T);

    assertThat(kept).hasSizeLessThan(85);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("customer-1");
  }

  @Test
  void differsFromAnotherWhoWaitsInTimeAndMessageAlone() throws Exception {
    byte[] one = kept("customer-1", new UUID(0, 0), Customers.T);
    byte[] other = kept("customer-2", new UUID(-1, -1), Customers.T + LATER);

    assertThat(other).hasSameSizeAs(one);
    int different = 0;
    for (int index = 0; index < one.length; index++) {
      different += one[index] == other[index] ? 0 : 1;
    }
    assertThat(different).isBetween(16, 16 + 5);
  }

  private static byte[] kept(String customerId, UUID messageId, long timestamp) throws Exception {
    try (HarnessedJob job = new HarnessedJob(CompiledOnce.document(CART), Backend.HEAP, 1)) {
      job.event(
          new CustomerEvent(
              messageId.toString(),
              customerId,
              EventKind.PRODUCT_ADDED_TO_CART,
              "",
              timestamp,
              Json.object(),
              Channel.ONLINE,
              0));
      job.watermark(timestamp);
      DataOutputSerializer out = new DataOutputSerializer(128);
      CustomerState.Serializer.INSTANCE.serialize(job.customers().get(0), out);
      return out.getCopyOfBuffer();
    }
  }
}
