package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.job.journey.Instance;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a customer goes to state as bytes or as objects, the state has the same bytes. */
class EncodedCustomerTest {
  private static final int BEFORE = 5;
  private static final int BEHIND = 3;

  @ParameterizedTest
  @CsvSource({
    Instance.NEVER + ", 0",
    Instance.NEVER + ", 7",
    Customers.T + ", 0",
    Customers.T + ", 300",
    Customers.T + 86_400_000 + ", 1",
    "-1, 0",
    Long.MIN_VALUE + ", 70000",
  })
  void hasTheBytesOfItsObjects(long timer, long deployed) throws Exception {
    for (CustomerState customer : new CustomerState[] {CustomerState.of("anna"), waiting()}) {
      CustomerState found = customer.withDeployed(deployed);
      CustomerState wanted = found.withTimer(timer);

      EncodedCustomer encoded = encoded(found.withTimer(Customers.T - 1), timer);

      assertThat(written(encoded)).isEqualTo(written(wanted));
      assertThat(encoded.decoded().ofKey(wanted.customer().id()))
          .usingRecursiveComparison()
          .isEqualTo(wanted);
    }
  }

  /** Somewhere in a page. */
  private static EncodedCustomer encoded(CustomerState customer, long timer) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(8);
    EncodedCustomer.encode(customer, out);
    byte[] page = new byte[BEFORE + out.length() + BEHIND];
    System.arraycopy(out.getSharedBuffer(), 0, page, BEFORE, out.length());
    return new EncodedCustomer().at(page, BEFORE, out.length(), timer);
  }

  private static byte[] written(KeptCustomer customer) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(8);
    CustomerState.Serializer.INSTANCE.serialize(customer, out);
    return out.getCopyOfBuffer();
  }

  private static CustomerState waiting() throws Exception {
    try (HarnessedJob job =
        new HarnessedJob(
            Customers.restless(),
            Backend.HEAP::create,
            1,
            Optional.empty(),
            HeapBudget.DEFAULT,
            List.of())) {
      job.event(Customers.viewed("anna", Customers.T));
      job.watermark(Customers.T);
      return job.customers().get(0);
    }
  }
}
