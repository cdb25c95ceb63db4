package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.job.journey.Customer;
import dev.wend.job.state.SerializerCheck;
import java.io.IOException;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorStateTest {
  private static final CarriedMarks.Serializer MARKS = CarriedMarks.Serializer.INSTANCE;
  private static final CustomerState.Serializer CUSTOMERS = CustomerState.Serializer.INSTANCE;
  private static final ActiveInstances.Serializer SHARES = ActiveInstances.Serializer.INSTANCE;
  private static final Control.Serializer CONTROLS = Control.Serializer.INSTANCE;

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1_767_225_600_000L, Long.MAX_VALUE})
  void whatIsReadIsWhatWasWritten(long timestamp) throws IOException {
    CarriedMarks.Mark mark = new CarriedMarks.Mark(3, 127, timestamp);
    CustomerState state = new CustomerState(new Customer("anna"), timestamp, timestamp);
    Control control = new Control.Horizon(timestamp);

    ActiveInstances.Share share = new ActiveInstances.Share("welcome", timestamp);

    assertThat(SerializerCheck.roundTrip(SHARES, share)).isEqualTo(share);
    assertThat(SerializerCheck.roundTrip(MARKS, mark)).isEqualTo(mark);
    assertThat(SerializerCheck.roundTrip(CONTROLS, control)).isEqualTo(control);
    assertThat(SerializerCheck.roundTrip(CUSTOMERS, state).decoded().ofKey("anna"))
        .usingRecursiveComparison()
        .isEqualTo(state);
  }

  @Test
  void whatAnyVersionWroteIsReadForEver() throws IOException {
    CarriedMarks.Mark mark = new CarriedMarks.Mark(3, 127, 1_767_225_600_000L);
    CustomerState old = new CustomerState(new Customer("anna"), 1_767_225_600_000L, 0);
    CustomerState state = new CustomerState(new Customer("anna"), 1_767_225_600_000L, 3);
    Control control = new Control.Horizon(-5);
    Control stop = new Control.Stop("welcome", "");
    Control asked = new Control.Stop("welcome", "wend-control/0@17");
    ActiveInstances.Share share = new ActiveInstances.Share("welcome", -700);
    Control deploy = new Control.Deploy(new ScenarioDocument("welcome.json", "{}"));
    KeptScenarios scenarios =
        new KeptScenarios(
            7,
            List.of(new ScenarioDocument("a.json", "{}")),
            List.of(new ScenarioDocument("b.json", "{ }")),
            List.of(new KeptScenarios.Change(8, stop, List.of(mark))));

    assertThat(SerializerCheck.frozen("carried-mark", MARKS, mark)).isEqualTo(mark);
    assertThat(SerializerCheck.outdated("v1", "control-horizon", CONTROLS)).isEqualTo(control);
    assertThat(SerializerCheck.outdated("v2", "control-horizon", CONTROLS)).isEqualTo(control);
    assertThat(SerializerCheck.outdated("v2", "control-stop", CONTROLS)).isEqualTo(stop);
    assertThat(SerializerCheck.outdated("v2", "control-deploy", CONTROLS)).isEqualTo(deploy);
    assertThat(SerializerCheck.frozen("v3", "control-horizon", CONTROLS, control))
        .isEqualTo(control);
    assertThat(SerializerCheck.frozen("v3", "control-stop", CONTROLS, asked)).isEqualTo(asked);
    assertThat(SerializerCheck.frozen("v3", "control-deploy", CONTROLS, deploy)).isEqualTo(deploy);
    assertThat(SerializerCheck.outdated("v2", "scenarios", KeptScenarios.Serializer.INSTANCE))
        .isEqualTo(scenarios);
    assertThat(SerializerCheck.outdated("v1", "customer-state", CUSTOMERS))
        .usingRecursiveComparison()
        .isEqualTo(old);
    assertThat(SerializerCheck.outdated("v2", "customer-state", CUSTOMERS))
        .usingRecursiveComparison()
        .isEqualTo(state);
    assertThat(SerializerCheck.outdated("v3", "customer-state", CUSTOMERS))
        .usingRecursiveComparison()
        .isEqualTo(state);
    assertThat(
            SerializerCheck.frozen("v4", "customer-state", CUSTOMERS, state)
                .decoded()
                .ofKey("anna"))
        .usingRecursiveComparison()
        .isEqualTo(state);
    assertThat(SerializerCheck.frozen("v3", "active-instances", SHARES, share)).isEqualTo(share);
  }

  @Test
  void unknownVersionsAreRefused() throws IOException {
    SerializerCheck.refusesUnknownVersions(MARKS, new CarriedMarks.Mark(0, 1, 2));
    SerializerCheck.refusesUnknownVersions(CONTROLS, new Control.Horizon(1));
    SerializerCheck.refusesUnknownVersions(CUSTOMERS, CustomerState.of("anna"));
  }

  @Test
  void neighboursWithOneMarkAreKeptTogether() {
    CarriedMarks marks = new CarriedMarks(new KeyGroupRange(4, 7), 16);
    marks.restore(List.of(new CarriedMarks.Mark(0, 5, 10), new CarriedMarks.Mark(7, 12, 20)));

    assertThat(marks.toKeep())
        .containsExactly(
            new CarriedMarks.Mark(4, 5, 10),
            new CarriedMarks.Mark(6, 6, Long.MIN_VALUE),
            new CarriedMarks.Mark(7, 7, 20));

    marks.raiseAll(15);
    assertThat(marks.toKeep())
        .containsExactly(new CarriedMarks.Mark(4, 6, 15), new CarriedMarks.Mark(7, 7, 20));
  }
}
