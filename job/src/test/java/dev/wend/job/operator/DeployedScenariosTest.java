package dev.wend.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wend.compile.CompiledScenario.Version;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of deployments once all customers have taken them. */
class DeployedScenariosTest {
  private static final int MANY = 100;

  private final DeployedScenarios scenarios =
      new DeployedScenarios(CompiledOnce.of("none", List.of()));

  private static String document(int version) {
    return """
        { "id": "viewed", "version": %d, "name": "Viewed", "status": "active", "nodes": [
          { "id": "start", "type": "trigger", "on": { "event": "product-viewed" }, "next": "done" },
          { "id": "done", "type": "end" } ] }
        """
        .formatted(version);
  }

  private void deploy(int version) {
    scenarios.apply(
        new Control.Deploy(new ScenarioDocument("viewed.json", document(version))), List.of());
  }

  private void stop() {
    scenarios.apply(new Control.Stop("viewed", ""), List.of());
  }

  @Test
  void onlyVersionsInFlightAreRetained() {
    for (int version = 1; version <= MANY; version++) {
      deploy(version);
    }
    assertThat(scenarios.toKeep().changes()).hasSize(MANY);

    scenarios.forget(MANY, Set.of(new Version("viewed", 7), new Version("viewed", MANY)));

    KeptScenarios kept = scenarios.toKeep();
    assertThat(kept.changes()).isEmpty();
    assertThat(kept.running()).extracting(ScenarioDocument::text).containsExactly(document(MANY));
    assertThat(kept.retained()).extracting(ScenarioDocument::text).containsExactly(document(7));
  }

  /** Its instances ended with the stop, so that those in flight are of the version that runs. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aVersionThatIsStoppedAndStartedAgainIsKeptOnce(boolean forgetEach) {
    deploy(1);
    for (int times = 0; times < MANY; times++) {
      stop();
      deploy(1);
      if (forgetEach) {
        scenarios.forget(scenarios.number(), Set.of(new Version("viewed", 1)));
      }
    }
    scenarios.forget(scenarios.number(), Set.of(new Version("viewed", 1)));

    assertThat(scenarios.toKeep().running()).hasSize(1);
    assertThat(scenarios.toKeep().retained()).isEmpty();
  }
}
